import Foundation

/// Reads the comparisons of one JSON Lines file, one after the other, and goes on after each record that is
/// at fault.
///
///     var records = ComparisonImport(file, name: "runs.jsonl")
///     while let record = try records.next() { … }
package struct ComparisonImport {
  package enum Record {
    case comparison(Comparison, line: Int)
    case rejected(ImportFinding)
  }

  private let name: String
  private var lines: JSONLinesReader

  /// `name` is what findings call the file.
  package init(_ file: FileHandle, name: String) {
    self.init(JSONLinesReader(file), name: name)
  }

  init(_ lines: JSONLinesReader, name: String) {
    self.name = name
    self.lines = lines
  }

  /// How much of the file has been read, for progress.
  package var bytesRead: Int { lines.bytesRead }

  /// The next record, or `nil` at the end of the file. Throws only if the file itself cannot be read.
  package mutating func next() throws -> Record? {
    guard let line = try lines.next() else { return nil }
    do throws(RecordFault) {
      return .comparison(try comparison(from: line), line: line.number)
    } catch {
      return .rejected(ImportFinding(file: name, line: line.number, fault: error))
    }
  }

  private func comparison(from line: JSONLinesReader.Line) throws(RecordFault) -> Comparison {
    guard let bytes = line.bytes else {
      throw RecordFault(at: .line, expected: "a line of at most \(JSONLinesReader.lineLimit >> 20) MiB")
    }
    return try ComparisonReader.comparison(from: bytes)
  }
}
