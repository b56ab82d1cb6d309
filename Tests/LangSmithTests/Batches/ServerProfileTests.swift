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

  private static let compressing = #"{"version":"0.18.3","instance_flags":{"zstd_compression_enabled":true}}"#

  @Test(
    "Compression that was refused before any was taken rests for ten minutes", arguments: [400, 415, 422])
  func rests(status: Int) async {
    let server = Server()
    let profile = server.profile()
    #expect(!profile.compresses)
    _ = await server.ask(profile, Self.compressing)
    #expect(profile.compresses)
    profile.noteCompressed(answeredWith: status)
    server.wait(.seconds(599))
    #expect(!profile.compresses)
    server.wait(.seconds(1))
    #expect(profile.compresses)
  }

  @Test func `Once a compressed batch was taken, a refusal is about its records`() async {
    let server = Server()
    let profile = server.profile()
    _ = await server.ask(profile, Self.compressing)
    profile.noteCompressed(answeredWith: 503)
    #expect(profile.compresses)
    profile.noteCompressed(answeredWith: 202)
    profile.noteCompressed(answeredWith: 400)
    #expect(profile.compresses)
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
