/// How the rater likes to read: kept from one comparison to the next.
struct ReadingChoices: Equatable, Sendable {
  var aid = ReadingAid.auto
  var scrolling = ScrollMode.aligned
  /// Texts are shown as the models wrote them.
  var isRaw = false
  var showsReference = true
}
