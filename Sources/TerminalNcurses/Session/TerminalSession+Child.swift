extension TerminalSession {
  /// Runs a program in the foreground, as a shell would, and takes the terminal up again when it ends.
  ///
  /// A ^Z in it stops this process as well, so that the shell has the terminal; when the shell continues the one, the other goes
  /// on. A signal that is to end this process goes to the program as well, and is an event then. No shell reads the arguments; the first is looked for in PATH.
  package func run(_ arguments: [String]) -> ChildEnd {
    lend { ForegroundChild(terminal: output, events: events) { self.stopGroup() }.run(arguments) }
  }
}
