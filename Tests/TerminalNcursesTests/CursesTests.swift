import Testing

/// Curses and terminfo are one set of globals: what touches them runs one at a time.
@Suite(.serialized) struct CursesTests {}
