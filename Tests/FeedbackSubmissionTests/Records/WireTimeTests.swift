import Foundation
import Testing

@testable import FeedbackSubmission

@Suite struct WireTimeTests {
  @Test(
    "Times are written with microseconds and +00:00",
    arguments: [
      (1_767_323_045_678_901, "2026-01-02T03:04:05.678901+00:00"), (0, "1970-01-01T00:00:00.000000+00:00"),
      (-1, "1969-12-31T23:59:59.999999+00:00"), (951_782_400_000_000, "2000-02-29T00:00:00.000000+00:00"),
      (4_107_542_399_000_001, "2100-02-28T23:59:59.000001+00:00"),
    ] as [(Int64, String)])
  func writes(microseconds: Int64, text: String) {
    #expect(WireTime.text(microseconds: microseconds) == text)
  }

  @Test func `A date keeps its microseconds`() {
    let date = Date(timeIntervalSince1970: 1_767_323_045.678901)
    #expect(date.microsecondsSince1970 == 1_767_323_045_678_901)
    #expect(Date(timeIntervalSince1970: -0.000001).microsecondsSince1970 == -1)
  }

  @Test(
    "Given times are written as the SDK writes them",
    arguments: [
      ("2025-12-31T23:59:58Z", "2025-12-31T23:59:58+00:00"),
      ("2025-12-31 23:59:58.5z", "2025-12-31T23:59:58.500000+00:00"),
      ("2025-12-31T23:59:58.123456789+02:00", "2025-12-31T23:59:58.123456+02:00"),
      ("2025-12-31T23:59:58.500000", "2025-12-31T23:59:58.500000"),
      ("2025-12-31T23:59:58.000Z", "2025-12-31T23:59:58+00:00"), ("2025-12-31T23:59", "2025-12-31T23:59:00"),
      ("2025-12-31T23:59:58-0130", "2025-12-31T23:59:58-01:30"), ("2025-12-31", "2025-12-31T00:00:00"),
      ("2025-12-31_23:59:58,5Z", "2025-12-31T23:59:58.500000+00:00"),
      ("2025-12-31T23:59:58-00:00", "2025-12-31T23:59:58+00:00"), ("yesterday", "yesterday"),
      ("2025-02-29T00:00:00Z", "2025-02-29T00:00:00Z"),
      ("2025-12-31T24:00:00Z", "2025-12-31T24:00:00Z"), ("2025-12-31T23:59:58Zz", "2025-12-31T23:59:58Zz"),
    ])
  func normalizes(given: String, sent: String) {
    #expect(WireTime.normalized(given) == sent)
  }
}
