import Foundation
import TestSupport
import Testing

@testable import LangSmith

@Suite("Endpoint probe")
struct EndpointProbeTests {
  @Test func `a LangSmith server tells its version`() async throws {
    let probe = try await ask { _ in .json(#"{"version": "0.18.3", "instance_flags": {}}"#) }
    guard case .langSmith(let info) = probe.answer else { return #expect(Bool(false), "\(probe.answer)") }
    #expect(info.version?.text == "0.18.3")
    #expect(info.takesFeedbackInBatches)
  }

  @Test func `a server without a version is LangSmith still`() async throws {
    #expect(try await ask { _ in .json("{}") }.answer == .langSmith(.unknown))
  }

  @Test func `a login page is no LangSmith, though it answers 200`() async throws {
    let probe = try await ask { _ in .html("<html>Log in</html>") }
    #expect(probe.answer == .unexpected(status: 200))
  }

  @Test func `a refusal tells its status`() async throws {
    #expect(try await ask { _ in .status(403) }.answer == .unexpected(status: 403))
  }

  @Test func `without a server there is a reason and no clock`() async throws {
    let server = try LoopbackServer { _ in .reset }
    server.stop()
    let probe = await EndpointProbe.ask(try settings(server.url))
    guard case .noAnswer = probe.answer else { return #expect(Bool(false), "\(probe.answer)") }
    #expect(probe.clockDifference == nil)
  }

  @Test func `the clocks are compared by the answer's date`() async throws {
    let server = try LoopbackServer { _ in
      .answer(status: 200, headers: ["Date": "Sun, 06 Nov 1994 08:49:37 GMT"], body: Array("{}".utf8))
    }
    let ours = Date(timeIntervalSince1970: 784_111_777 - 90)
    let probe = await EndpointProbe.ask(try settings(server.url), now: { ours })
    #expect(probe.clockDifference == .seconds(90))
  }

  @Test func `asks for the information and nothing else`() async throws {
    let server = try LoopbackServer { _ in .json("{}") }
    _ = await EndpointProbe.ask(try settings(server.url))
    #expect(server.requests.map(\.path) == ["/info"])
  }

  private func ask(_ answer: @escaping @Sendable (LoopbackRequest) -> LoopbackReply) async throws
    -> EndpointProbe
  {
    let server = try LoopbackServer(handler: answer)
    return await EndpointProbe.ask(try settings(server.url))
  }

  private func settings(_ url: String) throws -> LangSmithSettings {
    try LangSmithSettings(endpoint: LangSmithEndpoint(url))
  }
}
