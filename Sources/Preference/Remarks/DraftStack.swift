import StrictJSON

/// What one rater has begun to say of a comparison, perhaps in several windows: what was written last, and behind it what other
/// windows wrote that this one never saw.
package struct DraftStack: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    /// Of the window that wrote it; `nil` if that is not known.
    var window: String?
    var draft: Draft
  }

  private(set) var entries: [Entry] = []
  /// Of other windows, which perhaps a later version wrote: kept as they are.
  private var unreadable: [JSONValue] = []

  package init() {}

  /// The one that is gone on with.
  package var draft: Draft? { entries.first?.draft }

  /// Those of other windows.
  package var others: [Draft] { entries.dropFirst().map(\.draft) }

  /// - Parameter draft: What takes the place of what the window has seen, and of that alone; `nil` if nothing does.
  package mutating func keep(_ draft: Draft?, from window: DraftWindow? = nil) {
    if let first = entries.first, window == nil || first.window == window?.id || first.draft == window?.known
    {
      entries.removeFirst()
    }
    // What it wrote before it read another's is not seen again until it comes up.
    if let window { entries.removeAll { $0.window == window.id && $0.draft == window.known } }
    guard let draft, !draft.isEmpty else { return }
    entries.removeAll { $0.draft == draft }
    entries.insert(Entry(window: window?.id, draft: draft), at: 0)
  }
}

/// A window in which drafts are written.
package struct DraftWindow: Equatable, Sendable {
  /// A new one for each session.
  package let id: String
  /// The draft that it read from the workspace, if there was one.
  package let known: Draft?

  package init(id: String, known: Draft?) {
    self.id = id
    self.known = known
  }
}

/// As it is kept: the first draft, with `"window"` and `"others"` beside its own members.
extension DraftStack {
  package var json: JSONValue {
    var objects = entries.map { entry in
      var object = entry.draft.json.object ?? JSONObject()
      object["window"] = entry.window.map(JSONValue.string)
      return object
    }
    guard !objects.isEmpty else { return .object(JSONObject()) }
    var first = objects.removeFirst()
    let others = objects.map(JSONValue.object) + unreadable
    if !others.isEmpty { first["others"] = .array(others) }
    return .object(first)
  }

  package init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    var entries = [try Entry(field, candidates: candidates)]
    for other in try field.optional("others")?.elements(of: "drafts") ?? [] {
      do throws(RecordFault) {
        entries.append(try Entry(other, candidates: candidates))
      } catch {
        unreadable.append(other.value)
      }
    }
    self.entries = entries.filter { !$0.draft.isEmpty }
  }
}

extension DraftStack.Entry {
  fileprivate init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    draft = try Draft(field, candidates: candidates)
    window = field.optional("window")?.value.string
  }
}
