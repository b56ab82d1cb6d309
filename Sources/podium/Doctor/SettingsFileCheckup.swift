import Foundation
import LabelingUI

/// Whether the rater's settings can be used.
struct SettingsFileCheckup {
  let environment: [String: String]

  func findings() -> [Finding] {
    guard let file = ConfigurationFile(environment: environment), file.exists else {
      return [.fine("config.toml", "none, so everything is as it comes")]
    }
    do {
      let keys = try file.read(themes: UserThemes(environment: environment).catalog()).keys
      return [.fine("config.toml", "\(file.path), keys of preset \(keys.preset.rawValue)")]
    } catch {
      return CommandFailure(error).message.split(separator: "\n").dropLast().map {
        .problem("config.toml", String($0), advice: "label and demo do not start before it is mended")
      }
    }
  }
}
