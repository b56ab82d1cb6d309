import FeedbackSubmission
import Foundation
import LabelingUI

/// The theme files of the person at this terminal.
struct UserThemes {
  /// No theme is a hundredth as long.
  private static let largest = 1 << 20

  /// `nil` where nobody could say where it would be.
  let folder: String?

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    folder = ConfigurationFile(environment: environment).map {
      FilePath.path(of: "themes", in: FilePath.folder(of: $0.path))
    }
  }

  /// All themes: those that come with Podium, and one's own.
  func catalog() -> ThemeCatalog {
    sources().reduce(into: .builtIn) { $0.add($1) }
  }

  /// One's own, by name.
  func sources() -> [ThemeCatalog.Source] {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return []
    }
    // Editors keep locks and drafts in files that begin with a dot.
    return names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
      .map { Self.source(path: folder + "/" + $0) }
  }

  /// The theme in a file. One that cannot be read says why when it is asked for.
  static func source(path: String) -> ThemeCatalog.Source {
    let name = FilePath.stem(of: FilePath.name(of: path))
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      let bytes = try file.read(upToCount: largest + 1) ?? Data()
      guard bytes.count <= largest else {
        return .init(name: name, path: path, unreadable: "it is too large")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return .init(name: name, path: path, unreadable: "it is not in UTF-8")
      }
      return .init(name: name, path: path, text: text)
    } catch {
      return .init(name: name, path: path, unreadable: (error as NSError).localizedDescription)
    }
  }
}
