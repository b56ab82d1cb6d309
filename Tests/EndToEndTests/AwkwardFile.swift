import Testing

/// A file as people, programs and attackers make them.
struct AwkwardFile: Sendable, CustomTestStringConvertible {
  let what: String
  let bytes: [UInt8]
  /// How the finding goes on after the line, for a file that is at fault.
  let finding: String

  init(_ what: String, _ bytes: [UInt8], finding: String = "") {
    self.what = what
    self.bytes = bytes
    self.finding = finding
  }

  init(_ what: String, _ text: String, finding: String = "") {
    self.init(what, Array(text.utf8), finding: finding)
  }

  var testDescription: String { what }

  private static func record(prompt: String = #""?""#, candidates: Int = 2) -> String {
    ImportCommandTests.record("b", prompt: prompt, candidates: candidates)
  }

  static let good: [AwkwardFile] = [
    .init("a byte-order mark and CRLF", "\u{FEFF}\(record())\r\n"),
    .init("no line feed at the end", record()),
    .init("blank lines", "\n \t\r\n\(record())\n\n"),
    .init("U+2028, U+0085 and U+000B in a text", record(prompt: "\"\u{2028}\u{85}\\u000b\"")),
    .init("thirty candidates", record(candidates: 30)),
    .init("a long text", record(prompt: "\"\(String(repeating: "é", count: 1 << 17))\"")),
    .init(
      "members that are null",
      #"{"id":"b","prompt":"?","reference":null,"candidates":[{"text":"1"},{"text":""}]}"#),
  ]

  static let bad: [AwkwardFile] = syntax + fields

  private static let syntax: [AwkwardFile] = [
    .init("not UTF-8", Array(#"{"id":"b"#.utf8) + [0xFF, 0x22, 0x7D], finding: "byte 9: expected"),
    .init(
      "overlong UTF-8", Array(#"{"id":"b"#.utf8) + [0xC0, 0x80, 0x22, 0x7D], finding: "byte 9: expected"),
    .init(
      "an encoded surrogate", Array(#"{"id":""#.utf8) + [0xED, 0xA0, 0x80, 0x22], finding: "byte 8: expected"),
    .init("UTF-16", "{".utf8.flatMap { [$0, 0] }, finding: "byte 2: expected"),
    .init("two values on a line", "\(record()) \(record())", finding: "byte "),
    .init("a value on two lines", "{\"id\":\n\"b\"}", finding: "byte "),
    .init("a member twice", #"{"id":"b","id":"b"}"#, finding: "byte "),
    .init("a member twice, escaped", #"{"id":"b","\u0069d":"b"}"#, finding: "byte "),
    .init("a lone surrogate", record(prompt: #""\ud800""#), finding: "byte "),
    .init("a trailing comma", #"{"id":"b","prompt":"?","candidates":[{"text":"1"},]}"#, finding: "byte "),
    .init("a comment", "\(record()) // mine", finding: "byte "),
    .init("NaN", record(prompt: "NaN"), finding: "byte "),
    .init("a raw control character", record(prompt: "\"\u{1B}\""), finding: "byte "),
    .init("half a record", #"{"id":"b","prompt":"#, finding: "byte "),
    .init("a bomb", Array(repeating: UInt8(ascii: "["), count: 100_000), finding: "byte "),
  ]

  private static let fields: [AwkwardFile] = [
    .init("no object", "42", finding: "expected"),
    .init("no id", #"{"prompt":"?","candidates":[]}"#, finding: "id: expected"),
    .init("a number for an id", #"{"id":1,"prompt":"?","candidates":[]}"#, finding: "id: expected"),
    .init("a misspelled member", #"{"id":"b","promt":"?","candidates":[]}"#, finding: "promt: expected"),
    .init("a prompt of nothing", record(prompt: "[]"), finding: "prompt: expected"),
    .init(
      "a candidate without text", #"{"id":"b","prompt":"?","candidates":[{"text":"1"},{}]}"#,
      finding: "candidates[1]: expected text or outputs"),
    .init(
      "a run that is no UUID",
      #"{"id":"b","prompt":"?","candidates":[{"text":"1"},{"text":"2","run_id":"x"}]}"#,
      finding: "candidates[1].run_id: expected"),
  ]
}
