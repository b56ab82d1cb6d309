import Foundation

/// A program that takes texts for a clipboard on its standard input, such as `wl-copy` or `xclip -selection clipboard`, for
/// terminals that have none. It is started without a shell, and sees no credentials.
struct ClipboardCommand: Sendable {
  let words: [String]

  /// - Parameter text: the program and its arguments, with blanks between them; `nil` if there is nothing in it.
  init?(_ text: String) {
    words = text.split(separator: " ").map(String.init)
    if words.isEmpty { return nil }
  }

  /// - Parameter failed: is told what went wrong, from any thread.
  func copy(_ text: String, failed: @escaping @Sendable (String) -> Void) {
    let name = words[0]
    do {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["--"] + words
      process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LANGSMITH_") }
      process.standardInput = try Self.file(holding: text)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.terminationHandler = { process in
        let status = process.terminationStatus
        if status == 127 { return failed("there is no program '\(name)'; see --clipboard-cmd") }
        if status != 0 { failed("'\(name)' ended with \(status)") }
      }
      try process.run()
    } catch {
      failed("'\(name)' could not be started")
    }
  }

  /// A file without a name: the program may end without having read it all.
  private static func file(holding text: String) throws -> FileHandle {
    var path = Array((NSTemporaryDirectory() + "podium-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(text.utf8))
    try file.seek(toOffset: 0)
    return file
  }
}
