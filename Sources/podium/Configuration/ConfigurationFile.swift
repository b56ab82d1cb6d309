import Foundation
import LabelingUI

/// `config.toml`, where raters keep what they like.
struct ConfigurationFile: Equatable {
  let path: String
  /// Somebody named it: that it is not there is a mistake.
  private let isNamed: Bool

  init(named path: String) {
    self.path = path
    isNamed = true
  }

  /// Where the XDG specification says.
  ///
  /// - Returns: `nil` where nobody could say where it would be.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let folders = [environment["XDG_CONFIG_HOME"], environment["HOME"].map { $0 + "/.config" }]
    // What is not an absolute path is to be ignored, says the XDG specification.
    guard let folder = folders.compactMap({ $0 }).first(where: { $0.hasPrefix("/") }) else { return nil }
    path = folder + "/podium/config.toml"
    isNamed = false
  }

  var exists: Bool { access(path, F_OK) == 0 }

  /// What can be used of it, and what is wrong with the rest; without such a file, nothing.
  ///
  /// - Throws: `CommandFailure` if it was named and cannot be read.
  func reading(themes: ThemeCatalog) throws -> ConfigurationReading {
    if isFolder {
      guard isNamed else { return unreadable("it is a folder; expected a file, so move it away") }
      throw CommandFailure(.usage, "\(path): it is a folder; --config needs a file")
    }
    do {
      let bytes = try Data(contentsOf: URL(filePath: path))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return unreadable("expected UTF-8; save it in that encoding, or move it away")
      }
      return ConfigurationReading(text, path: path, themes: themes.names)
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      guard isNamed else { return ConfigurationReading() }
      throw CommandFailure(.usage, "\(path): there is no such file; --config needs one that is there")
    } catch {
      let reason = (error as NSError).localizedDescription
      guard isNamed else { return unreadable("\(reason); make it readable, or move it away") }
      throw CommandFailure(.usage, "\(path): \(reason); make it readable, or name another file")
    }
  }

  private var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private func unreadable(_ reason: String) -> ConfigurationReading {
    ConfigurationReading(
      fault: ConfigurationFault(file: path, line: nil, path: [], problem: .unreadable(reason)))
  }
}
