import Synchronization
import Testing

@testable import LangSmith

@Suite struct ServerProfileTests {
  private final class Server: Sendable {
    let time = Mutex(ContinuousClock.now)
    let asked = Mutex(0)

    func profile() -> ServerProfile {
      ServerProfile { self.time.withLock { $0 } }
    }

    func wait(_ duration: Duration) {
      time.withLock { $0 += duration }
    }

    func ask(_ profile: ServerProfile, _ answer: String?) async -> ServerInfo {
      await profile.info {
        asked.withLock { $0 += 1 }
        return answer.flatMap { ServerInfo(Array($0.utf8)) }
      }
    }

    var count: Int { asked.withLock { $0 } }
  }

  private static let info = #"{"version": "0.18.3"}"#

  @Test func `A server that tells of itself is asked again after ten minutes, and no sooner`() async {
    let server = Server()
    let profile = server.profile()
    #expect(await server.ask(profile, Self.info).takesFeedbackInBatches)
    server.wait(.seconds(599))
    #expect(await server.ask(profile, nil).takesFeedbackInBatches)
    #expect(server.count == 1)
    server.wait(.seconds(1))
    #expect(await !server.ask(profile, #"{"version": "0.8.9"}"#).takesFeedbackInBatches)
    #expect(server.count == 2)
  }

  @Test func `What it told holds while it does not answer, and it is asked every ten seconds`() async {
    let server = Server()
    let profile = server.profile()
    #expect(await server.ask(profile, nil) == .unknown)
    server.wait(.seconds(10))
    #expect(await server.ask(profile, Self.info).takesFeedbackInBatches)
    server.wait(.seconds(600))
    #expect(await server.ask(profile, nil).takesFeedbackInBatches)
    #expect(await server.ask(profile, nil).takesFeedbackInBatches)
    #expect(server.count == 3)
    server.wait(.seconds(10))
    #expect(await server.ask(profile, nil).takesFeedbackInBatches)
    #expect(server.count == 4)
  }

  @Test func `Batches that were not found are tried again after ten minutes`() {
    let server = Server()
    let profile = server.profile()
    #expect(profile.takesBatches)
    profile.noteNoBatches()
    server.wait(.seconds(599))
    #expect(!profile.takesBatches)
    server.wait(.seconds(1))
    #expect(profile.takesBatches)
  }

  @Test func `Whether records can be read is asked again after ten minutes`() async {
    let server = Server()
    let profile = server.profile()
    #expect(await !profile.isReadable { false })
    #expect(await !profile.isReadable { true })
    server.wait(.seconds(600))
    #expect(await !profile.isReadable { nil })
    #expect(await profile.isReadable { true })
  }
}
