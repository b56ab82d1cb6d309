import Preference

/// Prose of no meaning, the same on every machine: lines as long as models write them, blank ones between.
struct SampleText {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// A text of at least that many bytes.
  mutating func text(bytes: Int) -> String {
    var text = ""
    text.reserveCapacity(bytes + 1000)
    while text.utf8.count < bytes {
      if !text.isEmpty { text += "\n\n" }
      text += line(bytes: min(Self.lineLengths.randomElement(using: &generator) ?? 80, bytes))
    }
    return text
  }

  private mutating func line(bytes: Int) -> String {
    var line = ""
    while line.utf8.count < bytes {
      line += line.isEmpty ? "" : " "
      line += Self.words.randomElement(using: &generator) ?? ""
    }
    return line
  }

  private static let lineLengths = [20, 60, 80, 120, 260, 470]

  private static let words = """
    the of and a to in is you that it he was for on are as with his they I at be this have from or one had by \
    word but not what all were we when your can said there use an each which she do how their if will up other \
    about out many then them these so some her would make like him into time has look two more write go see \
    number no way could people my than first water been call who oil its now find long down day did get come \
    made may part, answer. model, comparison. preference (well) "perhaps" however; therefore: 42 3.14 — café \
    naïve über
    """.split(separator: " ").map(String.init)
}
