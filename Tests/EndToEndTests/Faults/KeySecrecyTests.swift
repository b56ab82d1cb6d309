import Foundation
import TestSupport
import Testing

/// The key is in the environment and on the wire, and nowhere else, whatever a server does with it.
@Suite struct KeySecrecyTests {
  private static let key = "lsv2_pt_7d1e5c90aa_never_to_be_seen"

  /// Those that need no waiting, and say the key again where they can.
  private static let kinds: [FaultKind] = [
    .internalError, .tooManyForADay, .resetAfter, .answerCut, .hugeHeader, .garbage, .loginPage, .redirects,
    .unauthorized, .forbidden, .conflictSame, .poison,
  ]

  @Test(arguments: [true, false])
  func `the key is not in files, output, errors and arguments`(takesBatches: Bool) async throws {
    let folder = try TemporaryFolder()
    var seen = try await withThrowingTaskGroup(of: String.self) { tasks in
      for number in Self.kinds.indices {
        tasks.addTask { try await create(number, folder, takesBatches: takesBatches) }
      }
      return try await tasks.reduce("", +)
    }
    let server = try FaultServer(FaultPlan(.unauthorized, seed: 1, opening: .max), takesBatches: takesBatches)
    defer { server.stop() }
    let workspace = folder.path(of: "0.podium")
    for arguments in [
      ["submit", workspace, "--patience", "1"], ["status", workspace, "--json"], ["doctor", workspace],
      ["outbox", "list", workspace],
      ["feedback", "read", "aaaa0001-0000-4000-8000-100000000000"],
      ["feedback", "delete", "aaaa0001-0000-4000-8000-100000000000"], ["no-such-command", "--key"],
    ] {
      seen += try await podium(arguments, folder, server)
    }
    #expect(seen.contains("401"))
    #expect(!seen.contains(Self.key))
    #expect(try filesWithKey(folder.path) == [])
  }

  /// Three records meet one kind of fault; they may be refused, forbidden or taken.
  private func create(_ number: Int, _ folder: TemporaryFolder, takesBatches: Bool) async throws -> String {
    let server = try FaultServer(
      FaultPlan(Self.kinds[number], seed: UInt64(number), opening: 3, rate: 0), takesBatches: takesBatches)
    defer { server.stop() }
    let lines = ["poison", "forbidden", "fine"].enumerated().map { digit, comment in
      let run = "aaaa000\(digit)-0000-4000-8000-\(100_000_000_000 + number)"
      return
        #"{"run_id":"\#(run)","trace_id":"\#(run)","key":"k","comment":"\#(comment)","stop_after_attempt":1}"#
    }
    return try await podium(
      ["feedback", "create", "--from-json", "-", "--workspace", folder.path(of: "\(number).podium")], folder,
      server, input: lines.joined(separator: "\n"))
  }

  /// - Returns: All that could be seen of it: output, errors, and its line in the list of processes.
  private func podium(
    _ arguments: [String], _ folder: TemporaryFolder, _ server: FaultServer, input: String = ""
  ) async throws -> String {
    let files = try StandardFiles(input: Array(input.utf8))
    let child = try ChildProcess(
      [BuiltProgram.podium.path] + arguments,
      environment: [
        "LANGSMITH_ENDPOINT": server.url, "LANGSMITH_API_KEY": Self.key, "HOME": folder.path,
        "XDG_STATE_HOME": folder.path(of: "state"),
      ], streams: files.streams)
    let line = FileManager.default.contents(atPath: "/proc/\(child.identifier)/cmdline") ?? Data()
    _ = try await child.waitForEnd(within: .seconds(120))
    return try ([UInt8](line) + files.read("output") + files.read("errors")).text
  }

  private func filesWithKey(_ path: String) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    #expect(files.contains { $0.hasSuffix("0.podium") })
    return files.filter { file in
      FileManager.default.contents(atPath: path + "/" + file)?.range(of: Data(Self.key.utf8)) != nil
    }
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
