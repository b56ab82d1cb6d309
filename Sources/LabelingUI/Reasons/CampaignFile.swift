import Preference

/// What a campaign's file says: what the campaign is called, and what raters are asked beside the order. It can live in git.
///
/// ```toml
/// [campaign]
/// name = "Support answers, May"
///
/// [[criterion]]
/// key = "errors"
/// label = "What is wrong"
/// kind = "tags"
/// scope = "run"
/// options = [
///   { key = "f", value = "factual", label = "Factual error" },
///   { key = "s", value = "style", label = "Style" },
/// ]
///
/// [[criterion]]
/// use = "confidence"
/// required = true
/// ```
package enum CampaignFile {
  /// - Parameter path: For messages.
  package static func rubric(_ text: String, path: String) throws(InvalidCampaign) -> Rubric {
    var reader = CampaignReader(path: path, text: text)
    return try reader.read()
  }
}

/// What is wrong with a campaign's file, and where.
package struct CampaignFault: Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    /// Not TOML.
    case syntax(String)
    case unknownKey(nearest: String?, known: [String])
    /// Something else belongs there.
    case expected(String)
  }

  package let file: String
  package let line: Int?
  /// Such as `criterion 2, options`.
  package let place: String
  package let problem: Problem
}

extension CampaignFault: CustomStringConvertible {
  package var description: String {
    let start = line.map { "\(file):\($0)" } ?? file
    return place.isEmpty ? "\(start): \(problem)" : "\(start): \(place): \(problem)"
  }
}

extension CampaignFault.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .syntax(let message): "not valid TOML: \(message)"
    case .unknownKey(let nearest?, _): "there is no such key; did you mean '\(nearest)'?"
    case .unknownKey(nil, let known): "there is no such key; there are \(known.joined(separator: ", "))"
    case .expected(let what): "expected \(what)"
    }
  }
}

/// A campaign's file that cannot be used, with everything that is wrong with it.
package struct InvalidCampaign: Error, Equatable, Sendable, CustomStringConvertible {
  package let faults: [CampaignFault]

  package var description: String { faults.map(String.init(describing:)).joined(separator: "\n") }
}
