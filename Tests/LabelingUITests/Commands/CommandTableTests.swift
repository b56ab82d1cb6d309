import Foundation
import Testing

@testable import LabelingUI

@Suite("Command table")
struct CommandTableTests {
  @Test func `has one row for each command`() {
    #expect(
      CommandTable.definitions.map(\.command).sorted { $0.rawValue < $1.rawValue }
        == Command.allCases.sorted { $0.rawValue < $1.rawValue })
  }

  @Test func `binds no key twice`() {
    let keys = CommandTable.definitions.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `is what the README shows`() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(
      readme.contains(CommandTable.markdown()), "paste this into the README:\n\(CommandTable.markdown())")
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
