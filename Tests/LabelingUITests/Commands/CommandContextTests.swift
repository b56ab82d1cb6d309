import Terminal
import Testing

@testable import LabelingUI

@Suite struct CommandContextTests {
  private func context(_ change: (inout CommandContext) -> Void) -> CommandContext {
    var context = CommandContext(activity: .comparing, runCount: 3)
    change(&context)
    return context
  }

  @Test func `what would only be refused is not available, and says why`() {
    let first = context { $0.isFirst = true }
    #expect(Command.previousComparison.unavailability(in: first) == "this is the first comparison")
    #expect(Command.nextComparison.unavailability(in: first) == nil)
    let last = context { $0.isLast = true }
    #expect(Command.nextComparison.unavailability(in: last) == "this is the last comparison")
    let bare = context { ($0.hasReference, $0.hasCorrections) = (false, false) }
    #expect(Command.toggleReference.unavailability(in: bare) == "this comparison has no reference")
    #expect(Command.toggleCorrections.unavailability(in: bare) == "no run is corrected here")
  }

  @Test func `the keys between matches are for a search`() {
    for command in [Command.nextMatch, .previousMatch] {
      #expect(command.unavailability(in: context { _ in }) == "nothing is looked for yet")
      #expect(command.unavailability(in: context { $0.isSearching = true }) == nil)
    }
  }

  @Test func `the line of keys names those between matches, and the one that scrolls where text is cut`() {
    func hints(_ context: CommandContext, columns: Int) -> [Command] {
      HintBar(keymap: Keymap(), context: context, repertoire: .unicode).fitting(columns).map(\.command)
    }
    let searching = hints(context { ($0.runCount, $0.isSearching) = (2, true) }, columns: 40)
    #expect(searching.contains(.nextMatch) && searching.contains(.previousMatch))
    #expect(hints(context { $0.cutsText = true }, columns: 200).contains(.lineDown))
    #expect(!hints(context { $0.cutsText = false }, columns: 200).contains(.lineDown))
  }
}
