import Foundation
import Testing

@testable import Preference

@Suite struct RFC3339Tests {
  @Test(
    "Times with and without a zone are known",
    arguments: [
      "2026-01-31T09:30:00Z", "2026-01-31t09:30:00z", "2026-01-31 09:30:00", "2026-01-31T09:30:00.123456",
      "2026-01-31T09:30:00.1+05:30", "2024-02-29T23:59:60-00:00", "2000-02-29T00:00:00Z",
    ])
  func times(text: String) {
    #expect(RFC3339.isTimestamp(text))
  }

  @Test(
    "Everything else is not a time",
    arguments: [
      "", "2026-01-31", "2026-1-31T09:30:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
      "2026-04-31T00:00:00Z",
      "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-31T24:00:00Z",
      "2026-01-31T09:60:00Z", "2026-01-31T09:30:61Z", "2026-01-31T09:30Z", "2026-01-31T09:30:00.Z",
      "2026-01-31T09:30:00+0530", "2026-01-31T09:30:00+24:00", "2026-01-31T09:30:00ZZ",
      " 2026-01-31T09:30:00Z",
      "2026-01-31T09:30:00Z\n", "２026-01-31T09:30:00Z", "1769851800",
    ])
  func others(text: String) {
    #expect(!RFC3339.isTimestamp(text))
  }

  @Test func `A date is written in UTC with milliseconds`() {
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: 1_769_851_800.125)) == "2026-01-31T09:30:00.125Z")
  }
}
