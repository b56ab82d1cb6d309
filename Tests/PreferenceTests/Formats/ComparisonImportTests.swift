import Foundation
import Testing

@testable import Preference

@Suite struct ComparisonImportTests {
  @Test func `Good records come out, and bad ones are named by file, line and field`() throws {
    let good = #"{"id":"q1","prompt":"p","candidates":[{"text":"a"},{"text":"b"}]}"#
    let lines = [
      good, "", good + "\r", #"{"id":"q2"}"#, "not JSON", "{\"id\":\"\u{1}\"}",
      #"{"id":"q3","prompt":"p","candidates":[{"text":"a"}]}"#, good,
    ]
    let records = try outcomes(Array(("\u{feff}" + lines.joined(separator: "\n")).utf8))
    #expect(
      records == [
        "1 q1", "3 q1", "runs.jsonl:4: prompt: expected text or a list of messages",
        "runs.jsonl:5: byte 1: expected a JSON value",
        "runs.jsonl:6: byte 8: expected control characters to be escaped in strings",
        "runs.jsonl:7: candidates: expected two or more candidates; set aside", "8 q1",
      ])
  }

  @Test func `Bytes that are not UTF-8 spoil their own line only`() throws {
    let bytes: [UInt8] = [0x22, 0xFF, 0xFE, 0x22, 0x0A] + Array(#"{"id":1}"#.utf8)
    #expect(
      try outcomes(bytes) == [
        "runs.jsonl:1: byte 2: expected valid UTF-8", "runs.jsonl:2: id: expected text that is not empty",
      ])
  }

  @Test func `A line over the limit is a finding`() throws {
    let finding = try withFile(Array("[1,2,3,4,5]\n".utf8)) { file in
      var records = ComparisonImport(JSONLinesReader(file, lineLimit: 4), name: "runs.jsonl")
      return try records.next().map(description)
    }
    #expect(finding == "runs.jsonl:1: expected a line of at most 256 MiB")
  }

  @Test func `Arbitrary bytes are read or refused`() throws {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    _ = try outcomes(bytes)
  }

  private func outcomes(_ bytes: [UInt8]) throws -> [String] {
    try withFile(bytes) { file in
      var records = ComparisonImport(file, name: "runs.jsonl")
      var outcomes: [String] = []
      while let record = try records.next() { outcomes.append(description(record)) }
      return outcomes
    }
  }

  private func description(_ record: ComparisonImport.Record) -> String {
    switch record {
    case .comparison(let comparison, let line): "\(line) \(comparison.id)"
    case .rejected(let finding): finding.description
    }
  }
}
