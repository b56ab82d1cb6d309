import Foundation
import LabelingUI

/// Whether the rater's settings can be used.
struct SettingsFileCheckup {
  let environment: [String: String]
  let config: ConfigurationOption

  func findings() throws -> [Finding] {
    let catalog = UserThemes(environment: environment).catalog()
    let reading = try config.reading(themes: catalog, environment: environment)
    guard let file = config.file(environment: environment), file.exists else {
      return [.fine("config.toml", "none, so everything is as it comes")]
    }
    let problems = reading.faults.map { fault in
      Finding.problem(
        "config.toml", "\(fault)", advice: "without it, this is as it comes: podium config tells")
    }
    return problems + broken(reading.configuration.theme, in: catalog)
      + (problems.isEmpty
        ? [.fine("config.toml", "\(file.path), keys of preset \(reading.configuration.keys.preset.rawValue)")]
        : [])
  }

  /// The theme that is set is a file of the user's own, and something is wrong with it.
  private func broken(_ choice: ThemeChoice?, in catalog: ThemeCatalog) -> [Finding] {
    guard case .named(let name) = choice else { return [] }
    do {
      _ = try catalog.theme(named: name)
      return []
    } catch {
      return error.faults.map {
        .problem("theme", "\($0)", advice: "until then the default theme is used: podium themes lint \(name)")
      }
    }
  }
}
