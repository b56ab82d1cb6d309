import StrictJSON
import TestSupport

/// Comparisons as a file of JSON Lines.
struct Campaign {
  var lines: [String] = []

  /// Adds a comparison; its candidates are known by the place of their text.
  mutating func add(
    _ id: String, prompt: String = "Which one?", reference: String? = nil, model: String? = nil,
    _ candidates: [String]
  ) {
    let candidates = candidates.map { text -> JSONValue in
      var candidate: JSONObject = ["text": .string(text)]
      if let model { candidate["model"] = .string(model) }
      return .object(candidate)
    }
    var record: JSONObject = [
      "id": .string(id), "prompt": .string(prompt), "candidates": .array(candidates),
    ]
    if let reference { record["reference"] = .string(reference) }
    lines.append(JSONValue.object(record).text())
  }

  func write(to folder: TemporaryFolder, as name: String = "runs.jsonl") throws {
    _ = try folder.write((lines.joined(separator: "\n") + "\n").utf8, to: name)
  }

  /// A pair, three runs, and pairs again.
  static let small: Self = {
    var campaign = Self()
    campaign.add("pair", ["a red one", "a blue one"])
    campaign.add("three", ["an early one", "a late one", "one in between"])
    for index in 1...4 { campaign.add("more \(index)", prompt: "And \(index)?", ["left", "right"]) }
    return campaign
  }()
}
