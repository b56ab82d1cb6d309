import Foundation
import LabelingUI

/// A theme that was named on the command line, by its name or by its file.
struct ThemeArgument {
  let catalog: ThemeCatalog
  let name: String

  /// - Throws: `CommandFailure` if there is no such theme or file.
  init(_ argument: String, in catalog: ThemeCatalog) throws {
    var catalog = catalog
    if argument.contains("/") || argument.hasSuffix(".toml") {
      guard access(argument, F_OK) == 0 else {
        throw CommandFailure(.usage, "\(argument): \(String(cString: strerror(errno)))")
      }
      let source = UserThemes.source(path: argument)
      catalog.add(source)
      name = source.name
    } else {
      guard catalog.names.contains(argument) else {
        let nearest = catalog.nearestName(to: argument).map { "; did you mean '\($0)'?" } ?? ""
        throw CommandFailure(.usage, "there is no theme '\(argument)'\(nearest); podium themes lists them")
      }
      name = argument
    }
    self.catalog = catalog
  }

  /// - Throws: `CommandFailure` with all that is wrong with the file.
  func resolve() throws -> ResolvedTheme {
    do {
      return try catalog.resolve(name, askedAt: name)
    } catch {
      throw CommandFailure(.badData, error.description)
    }
  }
}
