import ArgumentParser
import Foundation
import LabelingUI
import Preference
import PreferenceStore

/// A campaign's file, for commands that make or open a workspace.
struct CampaignOption: ParsableArguments {
  @Option(
    name: .customLong("campaign"),
    help: ArgumentHelp(
      """
      A TOML file with what raters are asked beside the order: tags, categories, ratings, flags and texts. It is kept in the \
      workspace; a changed file is a new version of the rubric.
      """, valueName: "file"), completion: .file(extensions: ["toml"]))
  var file: String?

  /// Read before anything else is done: a mistake in it leaves no workspace behind.
  func rubric() throws -> Rubric? {
    guard let file else { return nil }
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8)
    } catch {
      throw CommandFailure(.usage, "\(file): the campaign's file cannot be read as UTF-8 text")
    }
    do {
      return try CampaignFile.rubric(text, path: file)
    } catch {
      throw CommandFailure(.badData, "\(error)")
    }
  }
}

extension RubricChange {
  /// `nil` if there is nothing to tell.
  var sentence: String? {
    guard isNew else { return nil }
    let start = "rubric: version \(version)"
    guard !vanished.isEmpty else { return start }
    return start + "; no longer asked: \(vanished.joined(separator: ", ")). Judgments keep what was answered"
  }
}
