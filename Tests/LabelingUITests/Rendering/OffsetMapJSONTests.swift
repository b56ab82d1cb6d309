import StrictJSON
import Testing

@testable import LabelingUI

@Suite("JSON laid out in two ways")
struct OffsetMapJSONTests {
  @Test func `every letter and sign is found again from both sides`() throws {
    let written = Array(#"{"a":[1,2.5,{"b\"c":"x y, z"}],  "d" : null,"e":[],"f":{}}"#.utf8)
    let lines = try JSONParser.parse(written).utf8(.indented)
    let map = OffsetMap(json: lines, shown: written)
    for (offset, byte) in lines.enumerated() where byte > 0x20 {
      #expect(written[map.shown(offset)] == byte)
      #expect(map.source(map.shown(offset)) == offset)
    }
  }

  @Test func `of a text that is escaped otherwise both ends are known`() throws {
    let written = Array(#"["left \u00e9\/ right", "next"]"#.utf8)
    let lines = try JSONParser.parse(written).utf8(.indented)
    let map = OffsetMap(json: lines, shown: written)
    for word in ["left", "right", "next"] {
      let (from, to) = (
        try #require(lines.firstRange(of: word.utf8)), try #require(written.firstRange(of: word.utf8))
      )
      #expect(map.shown(from.lowerBound) == to.lowerBound && map.source(to.lowerBound) == from.lowerBound)
    }
    let offsets = lines.indices.map(map.shown)
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
