import Testing

@testable import LangSmith

@Suite struct LangSmithEndpointTests {
  @Test(
    "In clear text, keys go to this machine only",
    arguments: ["http://localhost", "http://127.0.0.1:80/api", "http://[::1]:9", "http://127.9.8.7"])
  func loopback(address: String) throws {
    #expect(try LangSmithEndpoint(address).isLoopback)
  }

  private static let elsewhere = [
    "http://example.org", "http://127.0.0.1.example.org", "http://localhost.example.org", "http://10.0.0.1",
    "http://0127.0.0.1x",
  ]

  @Test("Elsewhere, plain HTTP has to be allowed", arguments: elsewhere)
  func plainElsewhere(address: String) throws {
    #expect(throws: LangSmithSettingsError.self) { try LangSmithEndpoint(address) }
    #expect(try !LangSmithEndpoint(address, allowsPlainHTTP: true).isLoopback)
  }

  private static let nonsense = [
    "", "/", "host", "ftp://host", "https://", "https://user:pass@host", "https://host?x=1", "https://host#f",
    "file:///etc/passwd",
  ]

  @Test("What is no address is refused", arguments: nonsense)
  func refuses(address: String) {
    #expect(throws: LangSmithSettingsError.self) { try LangSmithEndpoint(address) }
  }

  @Test func `A password in an address is not repeated`() {
    do {
      _ = try LangSmithEndpoint("https://user:pass@host")
      Issue.record("no error")
    } catch {
      #expect(!"\(error)".contains("pass"))
    }
  }

  @Test func `Paths are joined with one slash`() throws {
    #expect(
      try LangSmithEndpoint("https://host/api/v1//").address(of: "feedback") == "https://host/api/v1/feedback"
    )
  }
}
