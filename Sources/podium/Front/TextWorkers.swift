import LabelingUI

/// What is found in texts while somebody reads them: marks, and places of what is searched. Each has a thread of its own, and
/// answers through the mailbox.
struct TextWorkers {
  /// No search takes longer than a rater waits.
  private static let searchBudget = Duration.milliseconds(400)

  private let comparing: NewestWorker<DifferenceRequest>
  private let comparingEdit: NewestWorker<EditDifferenceRequest>
  private let searching: NewestWorker<SearchRequest>

  init(mailbox: Mailbox) {
    comparing = NewestWorker("difference") { request, isWanted in
      let answer = { @Sendable (difference: RunDifference) in
        mailbox.post(.compared(difference, request: request.number))
      }
      let budget = WorkBudget { !isWanted() }
      if let difference = DifferenceEngine.compare(request, budget: budget, report: answer) {
        answer(difference)
      }
    }
    comparingEdit = NewestWorker("edit-difference") { request, isWanted in
      guard let difference = EditDifference(request, isCancelled: { !isWanted() }) else { return }
      mailbox.post(.editCompared(difference, request: request.number))
    }
    searching = NewestWorker("search") { request, isWanted in
      let end = ContinuousClock.now + Self.searchBudget
      let findings = request.findings { _ in !isWanted() || ContinuousClock.now >= end }
      if isWanted() { mailbox.post(.found(findings, search: request.number)) }
    }
  }

  /// - Returns: Whether it is theirs.
  func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .compare(let request): comparing.perform(request, number: request.number)
    case .compareEdit(let request): comparingEdit.perform(request, number: request.number)
    case .search(let request): searching.perform(request, number: request.number)
    default: return false
    }
    return true
  }

  /// Gives up what is under way.
  func cancel() {
    comparing.cancel()
    comparingEdit.cancel()
    searching.cancel()
  }
}
