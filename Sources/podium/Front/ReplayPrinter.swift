import Foundation
import LabelingUI
import Preference
import PreferenceStore
import Terminal

/// Prints the screens of a recorded session as text.
struct ReplayPrinter {
  let console: Console
  /// Every screen that differs from the one before, and not only the last.
  let printsEach: Bool

  func play(_ path: String) throws {
    let source = try InputFile(path, of: "a recorded session")
    var reader = JSONLinesReader(source.handle)
    var replay = SessionReplay()
    var last: [String] = []
    var next = try reader.next()
    while let line = next {
      next = try reader.next()
      do {
        try take(line, into: &replay, name: source.name)
      } catch let error as CommandFailure where next == nil && replay.frame != nil {
        // Whoever wrote it was stopped in the middle of a line.
        console.note("\(error.message); this last line is left out")
      }
      guard printsEach, let screen = replay.frame.map(Self.lines), screen != last else { continue }
      try console.printLine("── line \(line.number) ──")
      try screen.forEach(console.printLine)
      last = screen
    }
    guard let frame = replay.frame else {
      throw CommandFailure(.badData, "\(source.name):1: expected a recording, found nothing")
    }
    if !printsEach { try Self.lines(frame).forEach(console.printLine) }
  }

  private func take(_ line: JSONLinesReader.Line, into replay: inout SessionReplay, name: String) throws {
    do {
      guard let bytes = line.bytes else { throw CommandFailure(.badData, "expected a shorter line") }
      try replay.take(line: bytes)
    } catch {
      throw CommandFailure(.badData, "\(name):\(line.number): \(error)")
    }
  }

  private static func lines(_ frame: Frame) -> [String] {
    frame.surface.rowsOfText.map { row in
      String(String.UnicodeScalarView(row.unicodeScalars.reversed().drop { $0 == " " }.reversed()))
    }
  }
}
