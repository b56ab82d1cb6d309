import Terminal

/// Every command with its keys and words: the one source of the keymap, the help screen, the hint bar and the README.
package enum CommandTable {
  package static let definitions: [CommandDefinition] = judging + writing + moving + reading + program

  package static func definition(of command: Command) -> CommandDefinition? {
    definitions.first { $0.command == command }
  }

  private static let judging: [CommandDefinition] = [
    row(
      .chooseRun, .judging, [.runLetter], "better",
      "Two runs: that one is better. More: that one comes next in the order."),
    row(
      .tie, .judging, [.character("=")], "tie",
      "Two runs: a tie. More: the next letter ties with the last one."),
    row(
      .allGood, .judging, [.character("g"), .character("G")], "all good",
      "All are good, none better than another."),
    row(
      .allBad, .judging, [.character("x"), .character("X")], "all bad",
      "All are bad, none better than another."),
    row(
      .cannotJudge, .judging, [.character("n"), .character("N")], "cannot judge",
      "You cannot judge this one; it counts as done, and of it only your comments are sent."),
    row(
      .reasons, .judging, [.character("h"), .character("H"), .alt("h")], "why",
      "What the campaign asks beside the order: tags, ratings and flags, of each run and of the comparison."),
    row(
      .placeFocused, .judging, [.character("+")], "place",
      "Two runs: the one in focus is better. More: it comes next in the order, as runs without a letter (AA, AB) must."
    ),
    row(.takeBack, .judging, [.code(.backspace)], "take back", "Takes the last placed run out of the order."),
    row(.save, .judging, [.code(.enter)], "save", "Saves the order; runs left out stay unranked."),
    row(
      .undo, .judging, [.character("u"), .character("U")], "undo",
      "Takes the last saved judgment back, also after a restart."),
    row(
      .redo, .judging, [.character("r"), .character("R"), .control("r")], "redo",
      "Brings back what undo took."),
  ]

  private static let writing: [CommandDefinition] = [
    row(
      .correct, .writing, [.character("e"), .alt("e"), .code(.function(5))], "correct",
      "Writes what the run in focus should have been, beside the original."),
    row(
      .comment, .writing, [.character("c"), .alt("c"), .code(.function(11))], "comment",
      "Writes a comment on the comparison."),
    row(
      .commentRun, .writing, [.character("C"), .alt("C")], "comment on run",
      "Writes a comment on the run in focus."),
    row(
      .editExternally, .writing, [.character("E"), .alt("E")], "$EDITOR",
      "Corrects the run in focus in $VISUAL or $EDITOR."),
    row(
      .toggleCorrections, .writing, [.character("~")], "corrected texts",
      "Shows corrected texts in the place of the originals, or the originals again."),
  ]

  private static let moving: [CommandDefinition] = [
    row(.nextComparison, .moving, [.character("]"), .control("n")], "next", "The next comparison."),
    row(
      .previousComparison, .moving, [.character("["), .control("p")], "previous", "The comparison before."),
    row(
      .nextUnjudged, .moving, [.character("}")], "next unjudged",
      "The next comparison that you have not judged."),
    row(
      .queue, .moving, [.character("L"), .code(.function(2))], "list",
      "Lists comparisons to search, filter and sort; next and previous follow the list."),
    row(
      .wholeQueue, .moving, [.code(.function(12))], "all", "Goes through all comparisons again, by number."),
    row(.goTo, .moving, [.character("#")], "go to", "To the comparison of a number or an id."),
    row(
      .toggleFlag, .moving, [.character("!")], "flag",
      "Flags the comparison, for the list; again takes the flag away."),
  ]

  private static let reading: [CommandDefinition] = [
    row(.lineDown, .reading, [.code(.down), .character("j")], "scroll", "Scrolls down a line."),
    row(.lineUp, .reading, [.code(.up), .character("k")], "up", "Scrolls up a line."),
    row(
      .pageDown, .reading, [.code(.pageDown), .character(" "), .control("f")], "page down",
      "Scrolls down a page."),
    row(.pageUp, .reading, [.code(.pageUp), .control("b")], "page up", "Scrolls up a page."),
    row(.toTop, .reading, [.code(.home), .character("<")], "top", "To the first line."),
    row(.toBottom, .reading, [.code(.end), .character(">")], "bottom", "To the last line."),
    row(
      .focusNext, .reading, [.code(.tab), .code(.right)], "next run",
      "The focus goes to the run on the right."),
    row(
      .focusPrevious, .reading, [.code(.tab, .shift), .code(.left)], "previous run",
      "The focus goes to the run on the left."),
    row(.focusNumber, .reading, [.digit], "focus", "The focus goes to that run."),
    row(.focusPrompt, .reading, [.character("0")], "focus prompt", "The focus goes to the prompt."),
    row(
      .toggleScrolling, .reading, [.character("s"), .character("S")], "scrolling",
      "Runs scroll aligned, linked by content, or alone."),
    row(
      .togglePrompt, .reading, [.character("p"), .character("P")], "prompt",
      "The prompt: short, long, or one line."),
    row(
      .cycleAid, .reading, [.character("d"), .character("D"), .alt("d")], "marks",
      "What is marked: what suits the runs, words, shared phrases, what only one says, or nothing."),
    row(
      .pairUp, .reading, [.character("v"), .character("V"), .alt("v"), .code(.function(4))], "two runs",
      "Looks at the run in focus and one other alone, and back."),
    row(
      .setPivot, .reading, [.character("*")], "hold against",
      "With three runs and more: the others are held against the run in focus."),
    row(
      .nextDifference, .reading, [.character(")"), .code(.function(9))], "next difference",
      "To the next place that differs, in the run in focus."),
    row(
      .previousDifference, .reading, [.character("("), .code(.function(9), .shift)], "difference before",
      "To the place before that differs."),
    row(
      .nextUnique, .reading, [.character("&"), .code(.function(7))], "next only here",
      "To the next part that only the run in focus has."),
    row(
      .nextBlock, .reading, [.code(.down, .control)], "next block",
      "To the next paragraph, item or block of code."),
    row(
      .previousBlock, .reading, [.code(.up, .control)], "block before",
      "To the paragraph, item or block before."),
    row(
      .toggleZoom, .reading, [.character("z"), .character("Z"), .alt("z"), .code(.function(8))], "zoom",
      "The run in focus has the whole screen, or its column again."),
    row(
      .widen, .reading, [.code(.right, .control)], "wider", "Makes the run in focus wider beside the others."),
    row(.narrow, .reading, [.code(.left, .control)], "narrower", "Makes it narrower."),
    row(.evenWidths, .reading, [.character("|")], "even widths", "All runs are as wide again."),
    row(
      .toggleRaw, .reading, [.character("w"), .character("W"), .alt("w")], "raw text",
      "Shows the texts as the models wrote them, or with Markdown rendered."),
    row(
      .toggleReference, .reading, [.character("o"), .character("O"), .alt("o")], "reference",
      "Hides the reference below the prompt, or shows it."),
    row(
      .inspect, .reading, [.character("i"), .character("I"), .alt("i")], "hidden characters",
      "Lists what the text in focus hides: characters that are invisible or steer terminals."),
    row(
      .search, .reading, [.character("/")], "search",
      "Looks for words, or a pattern, in the prompt and all runs while you type."),
    row(
      .nextMatch, .reading, [.character(";"), .code(.function(3))], "next match",
      "To the next place that the search found."),
    row(
      .previousMatch, .reading, [.character(","), .code(.function(3), .shift)], "previous match",
      "To the place before that the search found."),
    row(.clearSearch, .reading, [.code(.escape)], "no marks", "Takes the marks of the search away."),
  ]

  private static let program: [CommandDefinition] = [
    row(
      .help, .program, [.character("?"), .code(.function(1))], "keys",
      "Lists what works now; typing filters it, Enter carries out."),
    row(
      .copy, .program, [.character("y"), .character("Y"), .alt("y")], "copy",
      "Sends the text in focus to the terminal's clipboard, as the model wrote it."),
    row(
      .toggleMouse, .program, [.character("m"), .character("M"), .alt("m")], "mouse",
      "Gives the mouse to the terminal, to select text, and takes it again."),
    row(
      .chooseTheme, .program, [.character("t"), .character("T"), .code(.function(6))], "theme",
      "Lists the themes and shows each at once; Enter keeps it, Esc goes back."),
    row(.redraw, .program, [.control("l")], "redraw", "Draws the screen anew."),
    row(
      .interrupt, .program, [.control("c")], "cancel",
      "Closes what is open; with nothing open, twice within a second leaves."),
    row(.suspend, .program, [.control("z")], "suspend", "Back to the shell; fg returns."),
    row(
      .quit, .program, [.character("q"), .character("Q")], "quit",
      "Leaves; every saved judgment is on disk."),
  ]

  private static func row(
    _ command: Command, _ section: CommandDefinition.Section, _ keys: [KeyPattern], _ title: String,
    _ help: String
  ) -> CommandDefinition {
    CommandDefinition(command: command, section: section, keys: keys, title: title, help: help)
  }
}
