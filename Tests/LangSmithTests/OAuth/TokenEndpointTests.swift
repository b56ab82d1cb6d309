import Testing

@testable import LangSmith

@Suite struct TokenEndpointTests {
  private static let path = "/.well-known/oauth-authorization-server"

  @Test(
    arguments: [
      ("https://h", ["https://h/.well-known/oauth-authorization-server"], "https://h/oauth/token"),
      ("https://h/api/v1/", [], "https://h/oauth/token"), ("https://h/api", [], "https://h/api/oauth/token"),
    ] as [(String, [String], String)])
  func `The usual address stands below where the deployment is`(
    address: String, first: [String], usual: String
  ) {
    let endpoint = TokenEndpoint(of: address)
    #expect(endpoint.usual == usual)
    if let first = first.first { #expect(endpoint.descriptions.first?.address == first) }
  }

  @Test func `Descriptions are asked for where LangSmith's tools ask for them, in their order`() {
    #expect(
      TokenEndpoint(of: "https://h/api").descriptions.map(\.address) == [
        "https://h\(Self.path)/api", "https://h/api\(Self.path)", "https://h\(Self.path)",
      ])
    #expect(
      TokenEndpoint(of: "https://h/x/").descriptions.map(\.address) == [
        "https://h\(Self.path)/x", "https://h/x\(Self.path)", "https://h\(Self.path)/x/api",
        "https://h/x/api\(Self.path)",
      ])
  }

  @Test(
    arguments: [
      (
        #"{"issuer":"https://h/","device_authorization_endpoint":"https://h/d","token_endpoint":"https://h/t"}"#,
        true
      ),
      (
        #"{"issuer":"https://i","device_authorization_endpoint":"https://i/d","token_endpoint":"https://i/t"}"#,
        false
      ),
      (
        #"{"issuer":"https://h","device_authorization_endpoint":"https://h/d","token_endpoint":"https://h:1/t"}"#,
        false
      ),
      (
        #"{"issuer":"https://h","device_authorization_endpoint":"https://h/d","token_endpoint":"http://h/t"}"#,
        false
      ),
      (#"{"issuer":"https://h","token_endpoint":"https://h/t"}"#, false), ("<html>", false), ("[]", false),
    ])
  func `A description counts when it is of the deployment and leads nowhere else`(text: String, counts: Bool)
  {
    let address = TokenEndpoint.address(in: Array(text.utf8), issuer: "https://h")
    #expect(address == (counts ? "https://h/t" : nil))
  }
}
