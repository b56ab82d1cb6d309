import Preference

/// What decides whether a command can be carried out now.
package struct CommandContext: Equatable, Sendable {
  package enum Activity: Equatable, Sendable {
    /// Waiting for the workspace: opening or saving.
    case busy
    case comparing
    /// Nothing is left to judge.
    case finished
  }

  package var activity: Activity
  /// 0 unless a comparison is open.
  package var runCount: Int
  package var placedCount: Int
  /// Some runs are not on the screen.
  package var hidesRuns: Bool
  /// It is judged, and what was written since is not saved.
  package var hasNewRemarks: Bool
  /// What shows more of the prompt; `nil` while all of it shows.
  var promptCommand: Command?
  /// The campaign asks something beside the order.
  package var asksReasons: Bool
  package var canUndo: Bool
  package var canRedo: Bool
  /// Something is looked for.
  package var isSearching: Bool
  /// There is more than shows of what the scroll keys move.
  var cutsText = true
  var hasReference = true
  var hasCorrections = true
  /// By number, while no list is followed.
  var isFirst = false
  var isLast = false

  package init(
    activity: Activity, runCount: Int = 0, placedCount: Int = 0, hidesRuns: Bool = false,
    hasNewRemarks: Bool = false, asksReasons: Bool = false, canUndo: Bool = false, canRedo: Bool = false,
    isSearching: Bool = false
  ) {
    self.activity = activity
    self.runCount = runCount
    self.placedCount = placedCount
    self.hidesRuns = hidesRuns
    self.hasNewRemarks = hasNewRemarks
    self.asksReasons = asksReasons
    self.canUndo = canUndo
    self.canRedo = canRedo
    self.isSearching = isSearching
  }

  package var ranksMany: Bool { runCount > 2 }
  /// Some runs can only be placed where they have the focus.
  var hasRunsWithoutLetter: Bool { runCount > RunLabel.letterCount }
}

extension CommandRequest {
  /// Why the request cannot be carried out now; `nil` if it can.
  func unavailability(in context: CommandContext) -> String? {
    if let reason = command.unavailability(in: context) { return reason }
    guard command.needsRun, argument >= context.runCount else { return nil }
    return "there are only \(context.runCount) runs here"
  }
}

extension Command {
  /// Why the command cannot be carried out now; `nil` if it can.
  package func unavailability(in context: CommandContext) -> String? {
    switch self {
    case .help, .toggleMouse, .chooseTheme, .redraw, .interrupt, .suspend, .quit: nil
    case .undo: unavailabilityAtWork(in: context) ?? (context.canUndo ? nil : "nothing to undo")
    case .redo: unavailabilityAtWork(in: context) ?? (context.canRedo ? nil : "nothing to redo")
    case .nextComparison:
      unavailabilityAtWork(in: context) ?? (context.isLast ? "this is the last comparison" : nil)
    case .previousComparison:
      unavailabilityAtWork(in: context) ?? (context.isFirst ? "this is the first comparison" : nil)
    case .nextUnjudged, .queue, .wholeQueue, .goTo:
      unavailabilityAtWork(in: context)
    case .save: unavailabilityWhileComparing(in: context) ?? unavailabilityOfSaving(in: context)
    case .takeBack: unavailabilityWhileComparing(in: context) ?? unavailabilityOfTakingBack(in: context)
    case .setPivot, .pairUp:
      unavailabilityWhileComparing(in: context) ?? (context.ranksMany ? nil : "there are only two runs here")
    case .toggleReference:
      unavailabilityWhileComparing(in: context)
        ?? (context.hasReference ? nil : "this comparison has no reference")
    case .toggleCorrections:
      unavailabilityWhileComparing(in: context) ?? (context.hasCorrections ? nil : "no run is corrected here")
    case .nextMatch, .previousMatch:
      unavailabilityWhileComparing(in: context) ?? (context.isSearching ? nil : "nothing is looked for yet")
    case .clearSearch:
      unavailabilityWhileComparing(in: context)
        ?? (context.isSearching ? nil : "there are no marks of a search to take away")
    case .reasons: unavailabilityWhileComparing(in: context) ?? unavailabilityOfReasons(in: context)
    default: unavailabilityWhileComparing(in: context)
    }
  }

  private func unavailabilityAtWork(in context: CommandContext) -> String? {
    context.activity == .busy ? "the workspace is at work, one moment" : nil
  }

  private func unavailabilityOfReasons(in context: CommandContext) -> String? {
    context.asksReasons
      ? nil : "this campaign asks nothing beside the order; podium label --campaign FILE says what to ask"
  }

  private func unavailabilityWhileComparing(in context: CommandContext) -> String? {
    switch context.activity {
    case .busy: unavailabilityAtWork(in: context)
    case .comparing: nil
    case .finished: "no comparison is open; go back to one that is judged"
    }
  }

  private func unavailabilityOfSaving(in context: CommandContext) -> String? {
    if context.hasNewRemarks { return nil }
    if !context.ranksMany { return "with two runs, each verdict decides and saves at once" }
    return context.placedCount == 0
      ? "nothing is ranked yet" : nil
  }

  private func unavailabilityOfTakingBack(in context: CommandContext) -> String? {
    if context.placedCount == 0 { return "nothing is ranked yet" }
    return context.ranksMany ? nil : "with two runs another verdict takes the place of this one"
  }
}
