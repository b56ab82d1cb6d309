import Foundation
import LabelingUI

/// A program that takes texts for a clipboard on its standard input, such as `wl-copy` or `xclip -selection clipboard`, for
/// terminals that have none. It is started without a shell, and sees no credentials.
struct ClipboardCommand: Sendable {
  let words: [String]

  /// `nil` if there is nothing in it.
  init?(_ command: CommandWords) {
    words = command.words
    if words.isEmpty { return nil }
  }

  /// - Parameter failed: is told what went wrong, from any thread.
  func copy(_ text: String, failed: @escaping @Sendable (String) -> Void) {
    let name = words[0]
    do {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["--"] + words
      process.environment = ProcessInfo.processInfo.environment.filter { Self.isPassedOn($0.key) }
      // From a file: the program may end without having read it all.
      process.standardInput = try UnnamedFile.holding(text)
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

  /// What such programs need to find a display, a session or a multiplexer. Keys may stand under any name.
  private static func isPassedOn(_ variable: String) -> Bool {
    let names = [
      "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "TMPDIR", "LANG", "DISPLAY", "XAUTHORITY",
      "DBUS_SESSION_BUS_ADDRESS", "TMUX", "TMUX_PANE", "STY", "ZELLIJ",
    ]
    let beginnings = ["LC_", "XDG_", "WAYLAND_", "SSH_", "WSL"]
    return names.contains(variable) || beginnings.contains(where: variable.hasPrefix)
  }
}
