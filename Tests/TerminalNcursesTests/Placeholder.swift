import Testing

@testable import TerminalNcurses
