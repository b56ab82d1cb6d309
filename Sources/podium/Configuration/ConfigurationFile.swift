import Foundation
import LabelingUI

/// `config.toml`, where raters keep what they like.
struct ConfigurationFile: Equatable {
  let path: String

  /// - Returns: `nil` where nobody could say where it would be.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let folders = [environment["XDG_CONFIG_HOME"], environment["HOME"].map { $0 + "/.config" }]
    // What is not an absolute path is to be ignored, says the XDG specification.
    guard let folder = folders.compactMap({ $0 }).first(where: { $0.hasPrefix("/") }) else { return nil }
    path = folder + "/podium/config.toml"
  }

  /// What it says; without such a file, nothing.
  ///
  /// - Throws: `CommandFailure` that tells everything that is wrong with it: nothing starts with half of what was asked for.
  func read(themes: ThemeCatalog) throws -> Configuration {
    guard let bytes = try contents() else { return Configuration() }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.usage, "\(path): expected UTF-8; save it in that encoding, or move it away")
    }
    do {
      return try Configuration(text, path: path, themes: themes.names)
    } catch {
      throw CommandFailure(.usage, "\(error)\nnothing was started: mend this, or move the file away")
    }
  }

  var exists: Bool { access(path, F_OK) == 0 }

  private func contents() throws -> Data? {
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      return nil
    } catch {
      let reason = (error as NSError).localizedDescription
      throw CommandFailure(.usage, "\(path): \(reason); make it readable, or move it away")
    }
  }
}

extension ConfigurationFile {
  /// What the rater at this terminal set.
  static func current(environment: [String: String] = ProcessInfo.processInfo.environment) throws
    -> Configuration
  {
    try ConfigurationFile(environment: environment)?
      .read(themes: UserThemes(environment: environment).catalog()) ?? Configuration()
  }
}
