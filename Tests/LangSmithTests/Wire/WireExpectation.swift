import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import FeedbackSubmission
@testable import LangSmith

/// Method, path and headers, but for what describes the machine or depends on a library's version.
func expectSameHead(_ request: LoopbackRequest, _ expected: JSONObject) {
  #expect(request.method == expected["method"]?.string)
  #expect(request.path == expected["path"]?.string)
  let ignored = ["host", "accept", "content-length", "x-post-compressed-size"]
  let ours = request.headers.filter { !ignored.contains($0.name.lowercased()) }
  var headers = Dictionary(uniqueKeysWithValues: ours.map { ($0.name.lowercased(), $0.value) })
  // Who we are is ours to say, unless the caller says it.
  if expected["headers"]?.object?["User-Agent"] == nil { headers["user-agent"] = nil }
  let theirs = (expected["headers"]?.object?.members ?? []).filter { !ignored.contains($0.key.lowercased()) }
  #expect(
    headers == Dictionary(uniqueKeysWithValues: theirs.map { ($0.key.lowercased(), $0.value.string ?? "") }))
}

extension WireCall {
  /// The recordings' clock stands still.
  func body() throws -> [UInt8] {
    let now: Int64 = 1_767_323_045_678_901
    return FeedbackBody.create(
      id: id, createdAt: now, modifiedAt: now, content: try FeedbackContent(of: record))
  }
}

extension WireFixture {
  func settings(for server: LoopbackServer) throws -> LangSmithSettings {
    let host = server.url.replacing("http://", with: "")
    var environment = ["HOME": "/nowhere"]
    if client["api_key"] == nil { environment["LANGSMITH_API_KEY"] = "lsv2_pt_***" }
    if client["api_url"] == nil {
      environment["LANGSMITH_ENDPOINT"] = server.url + (call["endpoint_path"]?.string ?? "")
    }
    for variable in call["env"]?.object?.members ?? [] {
      environment[variable.key] = variable.value.string?.replacing("HOST", with: host)
    }
    let profile = call["profile_file"]?.text().replacing("HOST", with: host)
    let settings = try LangSmithSettings(environment: environment) { _ in profile.map { Array($0.utf8) } }
    let headers = client["headers"]?.object?.members ?? []
    return try LangSmithSettings(
      endpoint: settings.endpoint, credential: settings.credential, workspaceID: settings.workspaceID,
      headers: headers.map { .init(name: $0.key, value: $0.value.string ?? "") })
  }
}
