import Terminal

extension Model {
  /// Takes a message in and says what is to be done outside. Only routes: screens and `Model+…` files do the work.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event, let time): takeInput(event, at: time)
    case .resized(let size): resize(to: size)
    case .timePassed(let time):
      explainPendingKeys(at: time) + compareEditIfDue(at: time) + keepIfDue(at: time)
    case .frameShown(let time): noteFirstFrame(at: time)
    case .opened(let item, let progress): open(item, progress: progress)
    case .nothingLeft(let progress): finish(progress)
    case .recorded(let progress): noteRecorded(progress)
    case .recordingFailed(let reason): keepUnsaved(reason)
    case .stepped(let move, let comparison): step(move, to: comparison)
    case .workFailed(let task, let reason): noteFailure(of: task, reason: reason)
    case .queueListed(let page): take(page)
    case .listEnded(let target): noteListEnd(target)
    case .notFound(let name): noteNotFound(name)
    case .flagChanged(let comparison, let isFlagged): noteFlag(comparison, isFlagged: isFlagged)
    case .draftDiscarded(let comparison): noteDiscarded(comparison)
    case .found(let findings, let number): take(findings, number: number)
    case .compared(let difference, let number): take(difference, number: number)
    case .editCompared(let difference, let number): take(difference, number: number)
    case .externallyEdited(let end, let time): take(end, at: time)
    case .deliveryChanged(let status): note(status)
    case .copyRefused: noteCopyRefused()
    case .copyFailed(let reason): noteCopyFailed(reason)
    case .backgroundReported(let background): follow(background)
    case .warned(let words): warn(words)
    case .themesChanged(let sources): takeIn(sources)
    case .resumed(let wasSuspended): resume(wasSuspended: wasSuspended)
    case .terminationRequested: keepNow() + [.quit]
    }
  }
}
