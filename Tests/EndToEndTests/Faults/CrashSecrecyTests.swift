import Foundation
import TestSupport
import Testing

/// A program that crashes says what it likes, but not the key: not in its report, its files, or a core.
@Suite struct CrashSecrecyTests {
  private static let key = "lsv2_pt_6b1d0e77cc_never_to_be_seen"

  /// All that Swift can tell; looking names up would take a minute.
  private static let report = "enable=yes,interactive=no,color=no,symbolicate=off,threads=all,registers=all"

  @Test(arguments: [SIGSEGV, SIGABRT])
  func `a crash in the middle of a request leaves the key nowhere`(signal: Int32) async throws {
    let server = try LoopbackServer { request in
      request.path.hasSuffix("/info") ? .status(404) : .hang(seconds: 60)
    }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let files = try StandardFiles(
      input: Array(#"{"run_id":"aaaa0001-0000-4000-8000-000000000001","key":"k"}"#.utf8))
    // With cores allowed, where the shell may.
    let child = try ChildProcess(
      [
        "/bin/sh", "-c", #"ulimit -c unlimited 2>/dev/null; cd "$0" && exec "$@""#, folder.path,
        BuiltProgram.podium.path, "feedback", "create", "--from-json", "-", "--workspace", "w.podium",
      ],
      environment: [
        "LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": Self.key, "HOME": folder.path,
        "XDG_STATE_HOME": folder.path(of: "state"), "SWIFT_BACKTRACE": Self.report,
      ], streams: files.streams)
    _ = try await poll("the request") { server.requests.contains { $0.path == "/feedback" } ? true : nil }
    child.kill(signal)
    _ = try await poll("the report", within: .seconds(60)) {
      let said = try String(decoding: files.read("errors"), as: UTF8.self)
      return said.contains("Backtrace took") || child.end() != nil ? true : nil
    }
    // A signal that somebody sends comes once; what had crashed by itself would crash again, and end.
    child.kill(SIGKILL)
    _ = try await child.waitForEnd(within: .seconds(60))
    let said = try files.read("output") + files.read("errors")
    #expect(Data(said).range(of: Data(Self.key.utf8)) == nil)
    #expect(try filesWithKey(folder.path) == [])
  }

  private func filesWithKey(_ path: String) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    #expect(files.contains("w.podium"))
    return files.filter { file in
      FileManager.default.contents(atPath: path + "/" + file)?.range(of: Data(Self.key.utf8)) != nil
    }
  }
}
