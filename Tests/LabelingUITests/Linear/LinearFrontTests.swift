import Preference
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import LabelingUI

@Suite("The front line by line")
struct LinearFrontTests {
  static let items = [
    makeItem(number: 1, texts: ["The sky is blue.\nReally.", "a\u{1B}[31mred\u{202E}"]),
    makeItem(number: 2, texts: ["one", "two", ""]),
    makeItem(number: 3, texts: ["x", "y"]),
  ]

  @Test func `a session from beginning to end`() {
    let session = LinearScript(Self.items)
    let text = session.run(["b", "cb", "", "g", "quit"])
    #expect(session.decisions[1] == .ranked([[1], [0]]))
    #expect(session.decisions[2] == .ranked([[2], [1]]))
    #expect(session.decisions[3]?.verdict == .allGood)
    expectSnapshot(text, named: "session")
  }

  @Test func `nothing but text reaches the terminal`() {
    let text = LinearScript(Self.items).run(["read", "find red", "help", "list", "go 2", "next-comparison"])
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x80..<0xA0).contains($0.value) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
    #expect(text.contains("a^[[31mred<U+202E>"))
  }

  @Test(arguments: [
    "abab", "a comment", "abort", "bad answer", "good", "none", "no idea", "unknown", "undo that", "quit now",
    "gx",
    "x because both wrong", "comment: bad",
  ])
  func `a line that is more than a command or an order does nothing at all`(line: String) {
    let session = LinearScript(Self.items)
    let text = session.run(["all-good", line, "go 2", line])
    #expect(session.decisions.count == 1)
    #expect(text.contains("“\(line)” is no command and no order of the runs; nothing was done"))
  }

  @Test func `every judgment is said when it is saved`() {
    let text = LinearScript(Self.items).run(["b", "c a=b", "", "n"])
    #expect(text.contains("saved: B > A; undo takes it back"))
    #expect(text.contains("saved: C > A = B; undo takes it back"))
    #expect(text.contains("saved: cannot judge; undo takes it back"))
  }

  @Test func `runs behind the twenty-sixth are ranked by their labels`() {
    let session = LinearScript([makeItem(texts: (0..<30).map { "text \($0)" })])
    _ = session.run(["ab aa = c", ""])
    #expect(session.decisions[1] == .ranked([[27], [26, 2]]))
  }

  @Test func `undo, verdicts and flags go by name`() {
    let session = LinearScript(Self.items)
    let text = session.run(["all-bad", "undo", "flag", "cannot-judge"])
    #expect(text.contains("undone: comparison 1"))
    #expect(text.contains("comparison 1 is flagged"))
    #expect(session.decisions[1]?.verdict == .cannotJudge)
  }

  @Test func `a word that means nothing is told, and judges nothing`() {
    let session = LinearScript(Self.items)
    let text = session.run(["echo", "/", "L", "read z"])
    #expect(session.decisions.isEmpty)
    #expect(text.contains("“echo” is no command"))
    #expect(text.contains("there is no run z"))
  }

  @Test func `finds lines`() {
    #expect(LinearScript(Self.items).run(["find SKY"]).contains("A, line 1: The sky is blue."))
  }

  @Test func `of a text with many finds, each line is said once`() {
    let text = (1...30).map { "line \($0) with sky and sky" }.joined(separator: "\r\n")
    let said = LinearScript([makeItem(texts: [text, "b"])]).run(["find sky and"])
    #expect(said.contains("30 found"))
    #expect(said.contains("A, line 30: line 30 with sky and sky\n"))
  }

  @Test func `blanks more or less say the same`() {
    let session = LinearScript(Self.items, rubric: ReasonsPanelTests.rubric())
    let text = session.run([
      "why   b   factual ", " comment   a:  too long", "why  helpfulness", "list    judged   sky",
      "read   b ", "b",
    ])
    let remarks = session.decisions[1]?.remarks
    #expect(remarks?.answers == [AnswerSlot("errors", candidate: 1): .tags(["factual"])])
    #expect(remarks?.runComments == [0: "too long"])
    #expect(text.contains("in the list: judged “sky”"))
    #expect(!text.contains("there is no run"))
  }

  @Test func `the rubric is answered by words, and comments are typed`() {
    let session = LinearScript(Self.items, rubric: ReasonsPanelTests.rubric())
    let text = session.run([
      "why", "why b factual", "why b style", "why b FACTUAL", "why a helpfulness 4", "why confidence sure",
      "why note two words", "why nonsense", "comment a: too long", "comment both", "b",
    ])
    #expect(text.contains("What is wrong (factual, style, off-topic): why a errors …"))
    #expect(text.contains("How sure are you?: sure"))
    #expect(text.contains("there is no such answer"))
    let remarks = session.decisions[1]?.remarks
    #expect(
      remarks?.answers == [
        AnswerSlot("errors", candidate: 1): .tags(["style"]),
        AnswerSlot("helpfulness", candidate: 0): .rating(4), AnswerSlot("confidence"): .text("sure"),
        AnswerSlot("note"): .text("two words"),
      ])
    #expect(remarks?.comment == "both")
    #expect(remarks?.runComments == [0: "too long"])
  }

  @Test func `what is required is said, and an empty line saves when it is answered`() {
    let session = LinearScript(Self.items, rubric: ReasonsPanelTests.rubric(required: true))
    let text = session.run([
      "b", "", "why a helpfulness 4", "why b helpfulness 5", "", "why confidence guess", "",
    ])
    #expect(text.contains("required: run A, Helpful"))
    #expect(text.contains("required: How sure are you?"))
    #expect(session.decisions.count == 1)
    #expect(session.decisions[1]?.ranking.tiers == [[1], [0]])
    #expect(session.decisions[1]?.remarks.answers.count == 3)
  }

  @Test func `another line gives up what waited for answers`() {
    let session = LinearScript(Self.items, rubric: ReasonsPanelTests.rubric(required: true))
    _ = session.run(["b", "cannot-judge"])
    #expect(session.decisions[1]?.verdict == .cannotJudge)
  }

  @Test func `an order that was not saved is kept when the lines end`() {
    let session = LinearScript(Self.items)
    _ = session.run(["go 2", "c"])
    #expect(session.drafts[2]?.ranking?.tiers == [[2]])
  }
}

@Suite("Line by line, what is begun is not lost")
struct LinearDiscardTests {
  @Test func `a draft is discarded by a line that is typed twice`() {
    let session = LinearScript(LinearFrontTests.items)
    let text = session.run([
      "go 2", "c", "go 1", "list drafts", "discard 2", "read b", "discard 2", "discard 2", "discard 2",
      "quit",
    ])
    #expect(text.contains("2. draft of order C"))
    #expect(text.contains("discards what is begun of comparison 2 for good: order C"))
    #expect(text.contains("discarded: the draft of comparison 2"))
    #expect(text.contains("nothing is begun and unsaved of comparison 2"))
    #expect(session.drafts[2] == nil)
  }

  @Test func `another line between the two discards nothing`() {
    let session = LinearScript(LinearFrontTests.items)
    _ = session.run(["go 2", "c", "discard", "read b", "discard"])
    #expect(session.drafts[2]?.ranking?.tiers == [[2]])
  }

  @Test func `the draft of the open comparison goes, and does not come back`() {
    let session = LinearScript(LinearFrontTests.items)
    let text = session.run(["go 2", "c", "discard", "discard", "read b"])
    #expect(text.contains("discarded: the draft of comparison 2"))
    #expect(session.drafts[2] == nil)
  }

  @Test func `a line that is no UTF-8 does nothing, and says so`() {
    let session = LinearScript(LinearFrontTests.items)
    session.broken = ["broken"]
    let text = session.run(["comment", "one", "broken", "two", ".", "a"])
    #expect(text.contains("not valid UTF-8"))
    #expect(session.decisions[1]?.remarks.comment == "one\ntwo")
  }

  @Test func `nothing is judged when nobody listens any more`() {
    let session = LinearScript(LinearFrontTests.items)
    session.listensUntil = "saved:"
    _ = session.run(["a", "c", "", "a"])
    #expect(session.decisions.count == 1)
  }
}

/// A rater who types lines, and a workspace in memory.
final class LinearScript {
  private(set) var decisions: [Int: Decision] = [:]
  var drafts: [Int: Draft] = [:]
  /// What the rater's own editor makes of a text; `nil` if there is none.
  var editor: ((String) -> ExternalEditEnd)?
  /// Lines that are no UTF-8 when they arrive.
  var broken: Set<String> = []
  /// Who listens is gone when that was said.
  var listensUntil: String?
  private var flags: Set<Int> = []
  private let items: [ComparisonItem]
  private let mailbox = Mailbox {}
  private var undone: Int?

  private let rubric: Rubric?

  init(_ items: [ComparisonItem], rubric: Rubric? = nil) {
    self.items = items
    self.rubric = rubric
  }

  func run(_ lines: [String]) -> String {
    var lines = lines[...]
    var text = ""
    let broken = broken
    let terminal = LinearTerminal(
      readLine: {
        guard let line = lines.popFirst() else { return nil }
        text += line + "\n"
        return broken.contains(line) ? [0x61, 0xFF] : Array(line.utf8)
      }, write: { text += $0 }, isGone: { [self] in listensUntil.map(text.contains) ?? false },
      waitForMessages: {},
      edit: editor.map { editor in { editor($0.text) } })
    var front = LinearFront(
      model: Model(
        campaign: "test", progress: progress, size: Size(columns: 80, rows: 24), rubric: rubric),
      terminal: terminal, mailbox: mailbox, clock: { .seconds(10) }, perform: { [self] in perform($0) })
    front.run()
    return text
  }

  private var progress: RaterProgress { RaterProgress(total: items.count, judged: decisions.count) }

  private func perform(_ effect: Effect) {
    switch effect {
    case .open(let number): open(number)
    case .openUnjudged(let number):
      let next = items.first { $0.number > number && decisions[$0.number] == nil }
      if let next { open(next.number) } else { mailbox.post(.nothingLeft(progress)) }
    case .openNamed(let name): Int(name).map(open)
    case .record(let request):
      decisions[request.comparison] = request.decision
      undone = request.comparison
      mailbox.post(.recorded(progress))
      perform(.openUnjudged(after: request.comparison))
    case .undo:
      if let undone { decisions[undone] = nil }
      mailbox.post(.stepped(.undo, comparison: undone))
    case .toggleFlag(let number):
      flags.insert(number)
      mailbox.post(.flagChanged(comparison: number, isFlagged: true))
    case .keepDraft(let draft): drafts[draft.comparison] = draft.draft
    case .discardDraft(let number):
      drafts[number] = nil
      mailbox.post(.draftDiscarded(comparison: number))
    case .listQueue(let request):
      let entries = items.map {
        QueueEntry(
          number: $0.number, id: "c", prompt: "Why?", order: $0.order, decision: decisions[$0.number],
          hasDraft: drafts[$0.number] != nil, begun: drafts[$0.number]?.contents(order: $0.order) ?? [])
      }
      mailbox.post(
        .queueListed(
          QueuePage(number: request.number, total: entries.count, position: 0, start: 0, entries: entries)))
    default: break
    }
  }

  private func open(_ number: Int) {
    let item = items[number - 1]
    mailbox.post(
      .opened(
        ComparisonItem(
          number: number, comparison: item.comparison, order: item.order, judged: decisions[number],
          isFlagged: flags.contains(number), draft: drafts[number]), progress))
  }
}
