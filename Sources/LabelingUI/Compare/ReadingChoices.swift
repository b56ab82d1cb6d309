/// How the rater likes to read: kept from one comparison to the next.
struct ReadingChoices: Equatable, Sendable {
  var aid = ReadingAid.auto
}
