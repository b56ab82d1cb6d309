import StrictJSON

/// One input and the outputs to be compared on it: the unit of work.
package struct Comparison: Sendable {
  /// Unique in a workspace; compared by Unicode scalars.
  package let id: String
  package let prompt: Prompt
  package let reference: String?
  package let metadata: JSONObject
  /// Two or more. A candidate's index here is its identity in rankings.
  package let candidates: [Candidate]

  package init(
    id: String, prompt: Prompt, reference: String? = nil, metadata: JSONObject = JSONObject(),
    candidates: [Candidate]
  ) {
    self.id = id
    self.prompt = prompt
    self.reference = reference
    self.metadata = metadata
    self.candidates = candidates
  }
}
