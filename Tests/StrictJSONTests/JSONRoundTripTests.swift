import StrictJSON
import Testing

@Suite struct JSONRoundTripTests {
  @Test func `Random values come out of both layouts as they went in`() throws {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2_000 {
      let value = JSONValue.random(depth: 4, using: &generator)
      #expect(try JSONParser.parse(value.utf8()) == value)
      #expect(try JSONParser.parse(value.utf8(.indented)) == value)
    }
  }

  @Test func `Mutated texts are read or refused, and what is read is written back the same`() throws {
    var generator = SeededGenerator(state: 11)
    for _ in 0..<5_000 {
      let text = mutate(JSONValue.random(depth: 3, using: &generator).utf8(), using: &generator)
      guard let value = try? JSONParser.parse(text) else { continue }
      #expect(try JSONParser.parse(value.utf8()) == value)
    }
  }

  @Test func `Every cut of a text is refused`() throws {
    let text = Array(#"{"a":[1.5e3,"\ud83d\ude00é\n",true,null],"b":{}}"#.utf8)
    for length in 0..<text.count {
      #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(text[..<length]) }
    }
  }

  private func mutate(_ text: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    let alphabet =
      Array(#"{}[]:,"\utnfe0123456789+-. "#.utf8) + [0x00, 0x0A, 0x1F, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
    var text = text
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !text.isEmpty {
      let position = text.indices.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: text.remove(at: position)
      case 1: text.insert(alphabet.randomElement(using: &generator) ?? 0, at: position)
      default: text[position] = alphabet.randomElement(using: &generator) ?? 0
      }
    }
    return text
  }
}

/// SplitMix64: the same values in every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

extension JSONValue {
  fileprivate static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &generator) {
    case 0: return [.null, true, false].randomElement(using: &generator) ?? .null
    case 1: return .number(JSONNumber(Int.random(in: .min ... .max, using: &generator)))
    case 2:
      let double = Double(bitPattern: .random(in: 0 ... .max, using: &generator))
      return JSONNumber(double).map(JSONValue.number) ?? .null
    case 3: return .string(randomText(using: &generator))
    case 4:
      let count = Int.random(in: 0..<6, using: &generator)
      return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<24, using: &generator) {
        object[randomText(using: &generator)] = random(depth: depth - 2, using: &generator)
      }
      return .object(object)
    }
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0...0x1F, 0x22...0x22, 0x5C...0x5C, 0x80...0x24F, 0x300...0x36F,
      0x4E00...0x9FFF,
      0xE000...0xFFFF, 0x1F300...0x1FAFF, 0xE0000...0xE007F,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<20, using: &generator) {
      let range = ranges.randomElement(using: &generator) ?? 0x20...0x7E
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
