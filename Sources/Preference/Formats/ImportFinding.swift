/// A record that was not imported, and why.
package struct ImportFinding: Hashable, Sendable {
  /// The file's name as the person gave it.
  package let file: String
  /// Counted from 1, blank lines included.
  package let line: Int
  package let fault: RecordFault

  package init(file: String, line: Int, fault: RecordFault) {
    self.file = file
    self.line = line
    self.fault = fault
  }
}

extension ImportFinding: CustomStringConvertible {
  /// `runs.jsonl:12: candidates[1].text: expected text`.
  package var description: String { "\(file):\(line): \(fault)" }
}
