import Testing

@testable import LangSmith

@Suite struct LangSmithSettingsTests {
  @Test func `Without anything set, requests go to the hosted service without a key`() throws {
    let settings = try settings([:])
    #expect(settings.endpoint == .hosted)
    #expect(settings.credential == nil)
    #expect(settings.workspaceID == nil)
  }

  private static let keys: [([String: String], String?)] = [
    (["LANGSMITH_API_KEY": "a", "LANGCHAIN_API_KEY": "b"], "a"), (["LANGCHAIN_API_KEY": "b"], "b"),
    (["LANGSMITH_API_KEY": "  ", "LANGCHAIN_API_KEY": "b"], "b"), (["LANGSMITH_API_KEY": " \"a\" "], "a"),
    (["LANGSMITH_API_KEY": "'a'"], "a"), (["LANGSMITH_API_KEY": "\"'a'\""], "a"),
    (["LANGSMITH_API_KEY": "\"\""], nil),
  ]

  @Test("The key is read as the SDK reads it", arguments: keys)
  func key(environment: [String: String], key: String?) throws {
    #expect(try settings(environment).credential == key.map { .apiKey(Secret($0)) })
  }

  private static let endpoints: [(String, String)] = [
    ("https://host/api/v1/", "https://host/api/v1"), (" \"https://host//\" ", "https://host"),
    ("http://localhost:1984", "http://localhost:1984"),
  ]

  @Test("The endpoint loses blanks, quotes and slashes at its end", arguments: endpoints)
  func endpoint(given: String, address: String) throws {
    #expect(try settings(["LANGSMITH_ENDPOINT": given]).endpoint.address == address)
  }

  @Test func `An endpoint that is nothing but quotes is an error`() {
    #expect(throws: LangSmithSettingsError.endpointIsEmpty) { try settings(["LANGSMITH_ENDPOINT": "\"\""]) }
  }

  @Test func `Two kinds of endpoints are an error`() {
    #expect(throws: LangSmithSettingsError.severalEndpoints) {
      try settings(["LANGCHAIN_ENDPOINT": "https://host", "LANGSMITH_RUNS_ENDPOINTS": "{}"])
    }
  }

  private static let file = """
    {"current_profile": "work", "profiles": {
      "work": {"api_key": "wk", "api_url": "https://profile.example/", "workspace_id": "ws"},
      "token": {"oauth": {"access_token": "at", "refresh_token": "rt"}},
      "both": {"oauth": {"access_token": "at"}, "api_key": "bk"},
      "named": {"api_key_env": "OTHER_KEY"}}}
    """

  @Test func `The current profile fills in what the environment lacks`() throws {
    let settings = try settings(["HOME": "/h"], files: ["/h/.langsmith/config.json": Self.file])
    #expect(settings.credential == .apiKey(Secret("wk")))
    #expect(settings.endpoint.address == "https://profile.example")
    #expect(settings.workspaceID == "ws")
  }

  @Test func `The environment wins over the profile, setting by setting`() throws {
    let environment = ["HOME": "/h", "LANGSMITH_API_KEY": "ek", "LANGSMITH_ENDPOINT": "https://env"]
    let settings = try settings(environment, files: ["/h/.langsmith/config.json": Self.file])
    #expect(settings.credential == .apiKey(Secret("ek")))
    #expect(settings.endpoint.address == "https://env")
    #expect(settings.workspaceID == "ws")
  }

  private static let profiles: [(String, LangSmithSettings.Credential?)] = [
    ("token", .bearer(Secret("at"))), ("both", .apiKey(Secret("bk"))), ("named", .apiKey(Secret("ok"))),
    ("none", nil),
  ]

  @Test("A profile gives its key, its token, or the variable that holds the key", arguments: profiles)
  func profile(name: String, credential: LangSmithSettings.Credential?) throws {
    let environment = ["LANGSMITH_CONFIG_FILE": "/c", "LANGSMITH_PROFILE": name, "OTHER_KEY": "ok"]
    #expect(try settings(environment, files: ["/c": Self.file]).credential == credential)
  }

  @Test(
    "A file that is odd counts as none",
    arguments: ["", "[]", "{\"profiles\": 4}", "{\"profiles\": {\"default\": 4}}"])
  func odd(file: String) throws {
    #expect(try settings(["LANGSMITH_CONFIG_FILE": "/c"], files: ["/c": file]).credential == nil)
  }

  @Test func `A key with a line break is an error that does not show it`() {
    do {
      _ = try settings(["LANGSMITH_API_KEY": "se\ncret"])
      Issue.record("no error")
    } catch {
      #expect("\(error)".contains("x-api-key"))
      #expect(!"\(error)".contains("cret"))
    }
  }

  @Test func `A secret is never printed`() throws {
    let settings = try settings(["LANGSMITH_API_KEY": "hush-hush"])
    var dumped = ""
    dump(settings, to: &dumped)
    #expect(!dumped.contains("hush-hush"))
    #expect(!"\(settings)".contains("hush-hush"))
    #expect(!String(reflecting: settings).contains("hush-hush"))
  }

  @Test func `Whose key it is comes last and cannot be replaced`() throws {
    let settings = try LangSmithSettings(
      endpoint: .hosted, credential: .apiKey(Secret("k")),
      headers: [.init(name: "X-Api-Key", value: "loser"), .init(name: "user-agent", value: "mine")])
    let fields = settings.headerFields(hasBody: false)
    #expect(fields.map(\.line) == ["Accept: application/json", "user-agent: mine", "x-api-key: k"])
  }

  private func settings(_ environment: [String: String], files: [String: String] = [:]) throws
    -> LangSmithSettings
  {
    try LangSmithSettings(environment: environment) { files[$0].map { Array($0.utf8) } }
  }
}
