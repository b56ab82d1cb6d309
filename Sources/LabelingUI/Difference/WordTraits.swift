/// What is known of a word, whoever wrote it.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// So frequent that two texts which share it share nothing.
  static let stop = WordTraits(rawValue: 1)
  static let sign = WordTraits(rawValue: 2)
  static let number = WordTraits(rawValue: 4)
  static let ideograph = WordTraits(rawValue: 8)
  /// Turns what is said into its opposite.
  static let negation = WordTraits(rawValue: 16)

  /// Says something by itself.
  var isContent: Bool { isDisjoint(with: [.stop, .sign]) }

  /// How much a word says: an ideograph is less than a word.
  var weight: Int { isContent ? contains(.ideograph) ? 1 : 2 : 0 }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Of a word in lower case.
  init(of word: some Collection<UInt8>, class: ScalarClass) {
    switch `class` {
    case .sign, .blank, .mark: self = .sign
    case .digit: self = .number
    case .ideograph: self = Self.isHiragana(word) ? [.ideograph, .stop] : .ideograph
    case .letter: self = Self.stopWords.contains(Array(word)) ? .stop : []
    }
    if Self.negations.contains(Array(word)) || word.suffix(3).elementsEqual("n't".utf8) { insert(.negation) }
  }

  private static let negations = Set(
    "not no never none nobody nothing neither nor cannot without nicht kein keine nie non ne pas jamais no nunca не нет 不 没 無 ない"
      .split(separator: " ").map { Array($0.utf8) })

  /// Particles and endings, mostly.
  private static func isHiragana(_ word: some Collection<UInt8>) -> Bool {
    let start = Array(word.prefix(3))
    guard start.count == 3, start[0] == 0xE3 else { return false }
    return start[1] == 0x81 || (start[1] == 0x82 && start[2] <= 0x9F)
  }

  private static let stopWords = Set(
    """
    a an the and or but if then than so as of to in on at by for from with without into over under about after before \
    between through during is are was were be been being am do does did done has have had having will would can could \
    may might must shall should i you he she it we they me him her us them my your his its our their mine yours ours \
    theirs this that these those there here what which who whom whose when where why how all any both each few more \
    most other some such no nor not only own same too very just also it's i'm don't can't isn't aren't doesn't didn't \
    won't you're they're we're that's there's up down out off again once s t re ve ll d \
    der die das und oder ist sind ein eine einen dem den des zu mit von im nicht auf für \
    le la les un une des et ou est sont de du que qui dans pour pas sur avec \
    el los las una y o es son del que en por para con no se \
    и в на не что это с по к из как для а но от
    """.split(separator: " ").map { Array($0.utf8) })
}
