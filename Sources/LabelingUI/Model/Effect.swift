import Terminal

/// What to do outside the model. The session carries effects out in order and answers with messages.
package enum Effect: Equatable, Sendable {
  /// Opens a comparison by its number, counted from 1.
  case open(Int)
  /// Opens the first comparison without a judgment after that number, from the start again behind the last.
  case openUnjudged(after: Int)
  /// Keeps the decision on disk, then opens what is to be judged next.
  case record(JudgmentRequest)
  /// Looks for what differs in the runs; `compared` answers, perhaps several times. A later request ends this one.
  case compare(DifferenceRequest)
  /// Looks for what an edit changed; `editCompared` answers. A later request ends this one.
  case compareEdit(EditDifferenceRequest)
  /// Opens a text in the rater's own editor; `externallyEdited` follows.
  case editExternally(ExternalEdit)
  case undo
  case redo
  /// Opens the comparison of that number or id; `notFound` answers if there is none.
  case openNamed(String)
  /// Opens the next comparison of a list; `listEnded` answers if there is none.
  case openListed(QueueStep)
  /// Reads a part of a list; `queueListed` answers.
  case listQueue(QueueRequest)
  /// Flags the comparison, or takes the flag away; `flagChanged` answers.
  case toggleFlag(Int)
  /// Keeps where the rater stands.
  case keepPlace(RaterPlace)
  /// Keeps what is not saved.
  case keepDraft(KeptDraft)
  /// Discards what is begun of that comparison and not saved; `draftDiscarded` answers.
  case discardDraft(Int)
  /// Looks through texts; `found` answers.
  case search(SearchRequest)
  /// Stops the program as ^Z does; `resumed` follows.
  case suspend
  /// Sends the whole screen anew.
  case repaint
  /// Sends a text to the terminal's clipboard; `copyRefused` follows if it has none.
  case copy(String)
  /// Takes the mouse, or gives it to the terminal.
  case useMouse(Bool)
  /// Shows everything in another theme.
  case useTheme(Theme)
  case quit
}
