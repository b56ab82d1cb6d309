import ArgumentParser
import LabelingUI

/// Whether a session is written down.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Write the session to a new file, for podium label --replay and for reports of faults. Texts are recorded as shapes: \
      every letter is an x. A session line by line is not recorded.
      """, valueName: "file"), completion: .file())
  var record: String?

  @Flag(help: "Record what models and people wrote as it is.")
  var recordText = false

  func validate() throws {
    guard record != "" else { throw ValidationError("--record: expected the name of a new file") }
    guard !recordText || record != nil else { throw ValidationError("--record-text needs --record FILE") }
  }

  /// - Throws: `CommandFailure` if there is such a file, or none can be made there.
  func open() throws -> RecordingFile? {
    try record.map { try RecordingFile(path: $0, recordsTexts: recordText) }
  }
}
