import Foundation
import StrictJSON
import Testing

@testable import LangSmith

@Suite struct OAuthTokensTests {
  private static let now = Date(timeIntervalSince1970: 1_780_272_000)

  @Test(
    arguments: [
      ("2026-06-01T00:00:00Z", 0), ("2026-06-01T02:00:00.123+02:00", 0), ("2026-05-31T23:30:00-00:30", 0),
      ("2026-06-01T00:00:01.999999999Z", 1), ("2026-06-01 00:01:00", 60),
    ] as [(String, Double)])
  func `Times are read in every form that LangSmith's tools write`(text: String, seconds: Double) throws {
    #expect(try #require(Date(wireTime: text)) == Self.now + seconds)
  }

  @Test(
    arguments: [
      ("{}", false, false), (#"{"access_token":"a"}"#, false, true), (#"{"refresh_token":"r"}"#, true, false),
      (#"{"access_token":"a","refresh_token":"r"}"#, false, true),
      (#"{"access_token":"a","refresh_token":"r","expires_at":"2026-06-01T00:01:00Z"}"#, true, true),
      (#"{"access_token":"a","refresh_token":"r","expires_at":"2026-06-01T00:01:01Z"}"#, false, true),
      (#"{"access_token":"a","refresh_token":"r","expires_at":"2026-06-01T00:00:00Z"}"#, true, false),
      (#"{"access_token":" ","refresh_token":"\"r\""}"#, true, false),
      (#"{"access_token":"a","expires_at":"2026-05-01T00:00:00Z"}"#, false, false),
    ] as [(String, Bool, Bool)])
  func `Tokens are renewed a minute before they end`(text: String, needRenewal: Bool, areUsable: Bool) throws
  {
    let tokens = OAuthTokens(try #require(try JSONParser.parse(text.utf8).object))
    #expect(tokens.needRenewal(at: Self.now) == needRenewal)
    #expect(tokens.areUsable(at: Self.now) == areUsable)
  }
}
