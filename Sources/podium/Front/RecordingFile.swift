import Foundation
import LabelingUI
import Synchronization

/// The file that a session is recorded to, line by line, so that a crash leaves what led to it.
final class RecordingFile: Sendable {
  let recordsTexts: Bool
  private let path: String
  private let descriptor: Int32
  /// The first error; nothing is written behind a gap.
  private let failure = Mutex<Int32>(0)

  init(path: String, recordsTexts: Bool) throws {
    self.path = path
    self.recordsTexts = recordsTexts
    descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw CommandFailure(.usage, "\(path): \(reason): name a new file to record to")
    }
  }

  deinit { close(descriptor) }

  func append(_ line: [UInt8]) {
    failure.withLock { if $0 == 0 { $0 = FileWriting.write(line, to: descriptor) } }
  }

  /// Said when the screen is gone.
  var sentence: String {
    let code = failure.withLock { $0 }
    guard code == 0 else {
      return "podium: \(path): the recording is not whole: \(String(cString: strerror(code)))"
    }
    return "recorded: podium label --replay \(path)"
  }
}
