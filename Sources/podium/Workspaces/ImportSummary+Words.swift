import PreferenceStore

extension ImportSummary {
  /// Such as `runs.podium: 12 added, 3 already there; not imported: 1 refused`.
  ///
  /// - Parameter path: `nil` if there was nothing to make a workspace for.
  func sentence(of path: String?, added verb: String = "added", left: String) -> String {
    let losses = [(changed, "changed"), (setAside, "set aside"), (refused, "refused")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let ending = losses.isEmpty ? "" : "; \(left): " + losses.joined(separator: ", ")
    return "\(path ?? "no workspace made"): \(added) \(verb), \(alreadyThere) already there\(ending)"
  }
}
