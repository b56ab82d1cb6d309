import StrictJSON

/// A run as it stands in a comparison.
package struct Candidate: Sendable {
  package let id: String?
  /// Hidden from raters.
  package let model: String?
  package let output: Output
  package let run: RunIdentity?
  package let metadata: JSONObject

  package enum Output: Sendable {
    case text(String)
    /// Structured outputs, as LangSmith holds them.
    case structured(JSONObject)
  }

  package init(
    id: String? = nil, model: String? = nil, output: Output, run: RunIdentity? = nil,
    metadata: JSONObject = JSONObject()
  ) {
    self.id = id
    self.model = model
    self.output = output
    self.run = run
    self.metadata = metadata
  }
}
