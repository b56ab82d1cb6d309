import Foundation
import Testing

@testable import TestSupport

@Suite struct `A snapshot` {
  private func withSnapshot(_ body: (Snapshot) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "snapshot-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Snapshot(name: "screen", besideTest: folder.appending(path: "Test.swift").path()))
  }

  @Test func `is missed when there is none`() throws {
    try withSnapshot { #expect($0.difference(from: "text")?.hasPrefix("There is no snapshot") == true) }
  }

  @Test func `fails the run that records it, and passes the next`() throws {
    try withSnapshot { snapshot in
      #expect(snapshot.record("a\nb\n").hasPrefix("Recorded"))
      #expect(snapshot.difference(from: "a\nb\n") == nil)
    }
  }

  @Test func `shows what changed line by line`() throws {
    try withSnapshot { snapshot in
      _ = snapshot.record("a\nb\nc")
      #expect(snapshot.difference(from: "a\nB\nc")?.hasSuffix("  a\n- b\n+ B\n  c") == true)
    }
  }

  @Test func `sees a change of normalization`() throws {
    try withSnapshot { snapshot in
      _ = snapshot.record("é")
      #expect(snapshot.difference(from: "e\u{301}") != nil)
    }
  }
}
