import Foundation
import StrictJSON
import Synchronization
import TestSupport
import Testing

@testable import LangSmith

@Suite struct APIChannelTests {
  private let call = APICall(path: "sessions", subject: "the session “A”")

  private func error(_ server: ScriptedServer) async -> LangSmithError? {
    do {
      _ = try await server.channel.answer(to: call)
      return nil
    } catch {
      return error as? LangSmithError
    }
  }

  @Test func `An answer comes after faults that pass, and each pause is told`() async throws {
    let server = ScriptedServer(
      .status(503), .failure(.unreachable), .status(429, ["retry-after": "2"]), .json(#"{"a":1}"#))
    let told = Told()
    var channel = server.channel
    channel.onPause = { told.add($0) }
    #expect(try await channel.answer(to: call) == ["a": 1])
    #expect(server.requests.count == 4)
    #expect(server.clock.pauses == [.milliseconds(250), .milliseconds(500), .milliseconds(2500)])
    #expect(told.pauses.map(\.duration) == server.clock.pauses)
    #expect(told.pauses.map(\.error.code) == [.unavailable, .unreachable, .rateLimited])
  }

  private static let refusals: [(ScriptedServer.Answer, LangSmithError.Code, Int)] = [
    (.status(401), .unauthorized, 1), (.status(403), .forbidden, 1), (.status(404), .notFound, 1),
    (.status(405), .notFound, 1), (.status(410), .notFound, 1), (.status(501), .notFound, 1),
    (.status(409), .conflict, 1), (.status(422), .refused, 1), (.status(429), .rateLimited, 8),
    (.status(500), .unavailable, 8), (.status(408), .unavailable, 8),
    (.failure(.unreachable), .unreachable, 8),
    (.failure(.interrupted), .unreachable, 8), (.failure(.untrusted), .untrusted, 1),
    (.status(302, ["location": "https://login.example/?next=key"]), .redirected, 1),
    (.json("<html>"), .unreadable, 1), (.json(#"{"a":1,}"#), .unreadable, 1),
  ]

  @Test("What does not pass is said, with what was asked for", arguments: refusals)
  func refused(answer: ScriptedServer.Answer, code: LangSmithError.Code, attempts: Int) async throws {
    let server = ScriptedServer(answer)
    let error = try #require(await error(server))
    #expect(error.code == code)
    #expect(error.subject == "the session “A”")
    #expect(error.description.contains("the session “A”"))
    #expect(server.requests.count == attempts)
  }

  @Test func `The server's words are passed on, cut short and harmless`() async throws {
    let words = #"{"detail":"no such \u001b[2J session\#(String(repeating: "x", count: 400))"}"#
    let error = try #require(await error(ScriptedServer(.json(words, status: 422))))
    let detail = try #require(error.detail)
    #expect(detail.hasPrefix("no such  [2J session"))
    #expect(detail.unicodeScalars.count == 300)
  }

  @Test func `Problems are told in the form of the second generation, too`() async throws {
    let problem = #"{"type":"about:blank","title":"Not ready","status":400}"#
    #expect(try #require(await error(ScriptedServer(.json(problem, status: 400)))).detail == "Not ready")
  }

  @Test func `No text of an answer that is no explanation gets into an error`() async throws {
    for answer in [#"{"outputs":"secret"}"#, "secret", #"{"a": secret}"#] {
      for status in [200, 422] {
        guard let error = await error(ScriptedServer(.json(answer, status: status))) else { continue }
        #expect(!error.description.contains("secret"))
      }
    }
  }

  @Test func `Of where a redirect points, only the server is named`() async throws {
    let answer = ScriptedServer.Answer.status(307, ["location": "https://login.example/a?token=secret"])
    #expect(try #require(await error(ScriptedServer(answer))).detail == "https://login.example")
  }

  @Test func `An answer without a body is null`() async throws {
    #expect(try await ScriptedServer(.status(204)).channel.answer(to: call) == .null)
  }

  @Test func `A cancelled task is not kept waiting`() async throws {
    let server = ScriptedServer(.status(503))
    let channel = server.channel
    let call = call
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await channel.answer(to: call)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(server.requests.isEmpty)
  }

  @Test func `Pages larger than a feedback answer may be are read whole, and no key follows a redirect`()
    async throws
  {
    let text = String(repeating: "x", count: 3 << 20)
    let other = try LoopbackServer { _ in .json("{}") }
    let elsewhere = other.url
    let server = try LoopbackServer { request in
      request.path.hasPrefix("/moved")
        ? .status(302, ["Location": elsewhere]) : .json(#"{"text":"\#(text)"}"#)
    }
    let settings = try LangSmithSettings(
      endpoint: LangSmithEndpoint(server.url), credential: .apiKey(Secret("lsv2_key")), workspaceID: "w")
    let client = LangSmithClient(settings)
    let answer = try await client.channel.answer(to: call)
    #expect(answer.object?["text"]?.string?.utf8.count == 3 << 20)
    #expect(server.requests.first?.header("x-api-key") == "lsv2_key")
    #expect(server.requests.first?.header("X-Tenant-Id") == "w")
    await #expect(throws: LangSmithError.self) {
      try await client.channel.answer(to: APICall(path: "moved", subject: "x"))
    }
    #expect(other.requests.isEmpty)
  }
}

private final class Told: Sendable {
  private let state = Mutex<[LangSmithClient.Pause]>([])

  var pauses: [LangSmithClient.Pause] { state.withLock { $0 } }

  func add(_ pause: LangSmithClient.Pause) { state.withLock { $0.append(pause) } }
}
