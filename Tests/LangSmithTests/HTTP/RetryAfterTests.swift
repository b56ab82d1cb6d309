import Foundation
import Testing

@testable import LangSmith

@Suite struct RetryAfterTests {
  private static let samples: [([String: String], Duration?)] = [
    ([:], nil), (["retry-after": "7"], .seconds(7)), (["retry-after": "0.5"], .milliseconds(500)),
    (["retry-after": "-3"], .zero), (["retry-after": "soon"], nil), (["retry-after": ""], nil),
    (["retry-after": "nan"], nil), (["retry-after": "inf"], .seconds(1_000_000)),
    (["retry-after-ms": "1500", "retry-after": "7"], .milliseconds(1500)),
    (["retry-after-ms": "x", "retry-after": "7"], .seconds(7)),
    (
      ["retry-after": "Sun, 06 Nov 1994 08:50:07 GMT", "date": "Sun, 06 Nov 1994 08:49:37 GMT"], .seconds(30)
    ),
    (["retry-after": "Sun, 06 Nov 1994 08:49:00 GMT", "date": "Sun, 06 Nov 1994 08:49:37 GMT"], .zero),
    (["retry-after": "Sun, 06 Foo 1994 08:49:00 GMT", "date": "Sun, 06 Nov 1994 08:49:37 GMT"], nil),
  ]

  @Test("Seconds, and dates by the server's own clock", arguments: samples)
  func duration(headers: [String: String], expected: Duration?) {
    #expect(RetryAfter.duration(in: headers) == expected)
  }

  @Test func `A date is read as Greenwich time`() {
    #expect(HTTPDate.date("Sun, 06 Nov 1994 08:49:37 GMT") == Date(timeIntervalSince1970: 784_111_777))
  }
}
