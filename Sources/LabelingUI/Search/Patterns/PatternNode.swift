/// A regular expression as it was read.
indirect enum PatternNode: Equatable {
  case scalar(UInt32)
  /// Any character but the end of a line.
  case any
  case set(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternNode])
  /// The first that leads to a match is taken.
  case choice([PatternNode])
  case repetition(PatternNode, PatternRepetition)
}

struct PatternRepetition: Equatable {
  var atLeast: Int
  /// `nil` for any number.
  var atMost: Int?
  /// Takes as few as will do.
  var isLazy = false
}

/// What has to hold between two characters.
enum PatternAssertion: Equatable {
  case lineStart, lineEnd, wordBoundary, noWordBoundary
}
