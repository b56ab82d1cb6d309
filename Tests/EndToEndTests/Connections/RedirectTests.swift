import Foundation
import TestSupport
import Testing

@testable import podium

/// Keys belong to one origin.
@Suite struct RedirectTests {
  private static let statuses = [301, 302, 303, 307, 308]

  @Test("a redirect to another origin is not followed", arguments: statuses)
  func elsewhere(status: Int) async throws {
    let fixture = try await ConnectionFixture()
    let other = try LoopbackServer(handler: ConnectionFixture.accept)
    let server = try LoopbackServer { request in
      .status(status, ["Location": other.url + request.path + "?token=secret"])
    }
    let outcome = try await fixture.submit(to: server.url)
    #expect(outcome.status == 4)
    #expect(outcome.text == BuiltProgram.Outcome.waiting)
    #expect(outcome.errors.contains("redirects to \(other.url) (\(status))"))
    #expect(!outcome.errors.contains("secret"))
    #expect(other.requests.isEmpty)
    #expect(other.connectionCount == 0)
  }

  @Test("a redirect to the same origin is not followed either", arguments: statuses)
  func here(status: Int) async throws {
    let fixture = try await ConnectionFixture()
    let server = try LoopbackServer { request in
      request.path.hasPrefix("/moved") ? .json("{}") : .status(status, ["Location": "/moved\(request.path)"])
    }
    let outcome = try await fixture.submit(to: server.url)
    #expect(outcome.status == 4)
    #expect(outcome.text == BuiltProgram.Outcome.waiting)
    #expect(!server.requests.contains { $0.path.hasPrefix("/moved") })
    #expect(server.requests.filter { $0.method == "POST" }.count == 1)
  }

  @Test("reading follows none", arguments: statuses)
  func reading(status: Int) async throws {
    let folder = try TemporaryFolder()
    let other = try LoopbackServer { _ in .json("[]") }
    let server = try LoopbackServer { _ in .status(status, ["Location": other.url]) }
    let outcome = try await BuiltProgram.podium.run(
      ["feedback", "list"], in: folder.path,
      environment: ["LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": ConnectionFixture.key])
    #expect(outcome.status == 4)
    #expect(other.connectionCount == 0)
  }
}
