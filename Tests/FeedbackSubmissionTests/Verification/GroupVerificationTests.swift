import Foundation
import StrictJSON
import Testing

@testable import FeedbackSubmission

@Suite struct GroupVerificationTests {
  static let desired: JSONObject = [
    "run_id": "aaaa0001-0000-4000-8000-000000000001", "key": "k", "score": 1.0, "comment": "well",
    "feedback_group_id": "eeee0001-0000-4000-8000-000000000001",
    "feedback_source": ["type": "api", "metadata": ["podium": ["revision": 1, "rater": "r"]]],
    "extra": ["blind": true, "note": nil], "error": false,
    "feedback_config": ["type": "continuous", "min": 0.0, "max": 1.0],
  ]

  static func record(
    _ number: Int, _ expectation: VerifiableGroup.Expectation = .present(desired)
  ) -> VerifiableGroup.Record {
    VerifiableGroup.Record(
      id: .run(number), target: .run(1), key: "k", isAboutRun: true, groupID: .group(1),
      expectation: expectation, seq: Int64(number), revision: 1)
  }

  static func group(
    _ records: VerifiableGroup.Record..., isSettled: Bool = true, isDead: Bool = false
  ) -> VerifiableGroup {
    VerifiableGroup(id: .group(1), isSettled: isSettled, isDead: isDead, records: records, seq: 1)
  }

  func kinds(_ group: VerifiableGroup, _ sightings: Sighting...) -> [VerificationFinding.Kind] {
    verification(group, sightings).findings.map(\.kind)
  }

  func verification(_ group: VerifiableGroup, _ sightings: [Sighting]) -> GroupVerification {
    GroupVerification(group) { record in sightings[group.records.firstIndex { $0.id == record.id } ?? 0] }
  }

  func changed(_ key: String, _ value: JSONValue?) -> JSONObject {
    var record = Self.desired
    record[key] = value
    return record
  }

  @Test func `All there and alike is equal`() {
    let group = Self.group(Self.record(1), Self.record(2))
    let verification = verification(group, [.record([]), .record([])])
    #expect(verification.isEqual)
    #expect(verification.findings.isEmpty)
  }

  @Test func `One that is not there is missing, and its group half there`() {
    #expect(kinds(Self.group(Self.record(1), Self.record(2)), .record([]), .nothing) == [.missing, .half])
  }

  @Test func `A group of which nothing is there is missing, and not half`() {
    #expect(kinds(Self.group(Self.record(1), Self.record(2)), .nothing, .nothing) == [.missing, .missing])
  }

  @Test func `What was withdrawn and is there is extra`() {
    #expect(kinds(Self.group(Self.record(1, .absent)), .record([])) == [.extra])
    #expect(kinds(Self.group(Self.record(1, .absent)), .nothing) == [])
  }

  @Test func `What is on its way, or was refused, is not judged`() {
    let waiting = Self.group(Self.record(1), Self.record(2, .open), isSettled: false)
    #expect(kinds(waiting, .nothing, .nothing) == [])
    #expect(!verification(waiting, [.record([]), .record([])]).isEqual)
    let dead = Self.group(Self.record(1, .open), Self.record(2, .absent), isDead: true)
    #expect(kinds(dead, .nothing, .record([])) == [.extra])
    #expect(!verification(dead, [.nothing, .nothing]).isEqual)
  }

  @Test(
    arguments: [
      ("score", JSONValue.number(JSONNumber(0)), ["score"]), ("comment", .null, ["comment"]),
      ("value", "new", ["value"]), ("correction", ["a": "b"], ["correction"]), ("key", "other", ["key"]),
      ("run_id", "aaaa0001-0000-4000-8000-000000000002", ["run_id"]),
      ("feedback_group_id", "eeee0001-0000-4000-8000-000000000002", ["feedback_group_id"]),
      // One and the same, told in another way.
      ("score", 1, []), ("score", true, []), ("run_id", "AAAA0001-0000-4000-8000-000000000001", []),
      // The server need not tell what cannot be changed, and may tell more.
      ("feedback_group_id", .null, []), ("run_id", nil, []),
      ("session_id", "aaaa0001-0000-4000-8000-000000000003", []), ("feedback_source", nil, []),
      // Nor all of what it may keep in a form of its own.
      ("feedback_source", ["type": "api"], []), ("feedback_source", ["type": "api", "metadata": [:]], []),
      (
        "feedback_source",
        [
          "type": "api", "user_name": "u",
          "metadata": ["podium": ["rater": "r", "revision": 1.0, "more": 1], "more": 1],
        ], []
      ), ("extra", [:], []), ("extra", ["blind": true], []), ("error", nil, []),
      ("feedback_config", ["type": "continuous", "min": 0, "max": 1, "categories": nil], []),
      // What it tells has to be so.
      ("feedback_source", ["type": "model"], ["feedback_source"]),
      (
        "feedback_source", ["type": "api", "metadata": ["podium": ["rater": "s", "revision": 1]]],
        ["feedback_source"]
      ), ("feedback_source", ["type": "api", "metadata": ["podium": ["rater": "r"]]], ["feedback_source"]),
      ("extra", ["blind": false], ["extra"]), ("error", true, ["error"]),
      ("feedback_config", ["type": "continuous", "min": 0, "max": 5], ["feedback_config"]),
      ("feedback_config", ["type": "freeform"], ["feedback_config"]),
    ] as [(String, JSONValue?, [String])])
  func `Differences are named field by field`(key: String, value: JSONValue?, names: [String]) {
    let sighting = Self.record(1).sighting(of: changed(key, value))
    guard case .record(let fields) = sighting else { return #expect(Bool(false)) }
    #expect(fields.names == names)
  }

  @Test func `Of a record that was changed, its source's metadata may tell of what was sent first`() {
    let edited = VerifiableGroup.Record(
      id: .run(1), target: .run(1), key: "k", isAboutRun: true, groupID: .group(1),
      expectation: .present(Self.desired), seq: 1, revision: 2)
    let old: JSONValue = ["type": "api", "metadata": ["podium": ["revision": 0]]]
    #expect(edited.sighting(of: changed("feedback_source", old)) == .record([]))
    #expect(edited.sighting(of: changed("feedback_source", ["type": "model"])) == .record([.source]))
  }

  @Test func `What was withdrawn and says that it was retracted is as it should be`() {
    let absent = Self.record(1, .absent)
    #expect(absent.sighting(of: ["value": "retracted", "score": nil]) == .nothing)
    #expect(absent.sighting(of: ["value": "retracted", "score": 1]) == .record([]))
    #expect(Self.record(1).sighting(of: ["value": "retracted"]) != .nothing)
  }

  @Test func `Another record under our id is not to be mended`() {
    let findings = verification(Self.group(Self.record(1)), [.record([.run, .score])]).findings
    #expect(findings.map(\.kind) == [.different])
    #expect(findings.map(\.isMendable) == [false])
  }

  @Test func `The book tells what was seen of each record`() {
    var book = SightingBook()
    book.enter(.record([.score]), of: Self.record(5))
    book.enter(.record([]), of: Self.record(4000))
    book.enter(.nothing, of: Self.record(5))
    #expect(book.sighting(of: Self.record(5)) == .record([.score]))
    #expect(book.sighting(of: Self.record(4000)) == .record([]))
    #expect(book.sighting(of: Self.record(6)) == .nothing)
    #expect(book.sighting(of: Self.record(90_000)) == .nothing)
    let all = FeedbackFields.named.reduce(into: FeedbackFields()) { $0.insert($1.field) }
    book.enter(.record(all), of: Self.record(7))
    #expect(book.sighting(of: Self.record(7)) == .record(all))
  }

  @Test func `A tally with anything waiting, refused or found is no proof`() {
    var tally = VerificationTally()
    tally.add(verification(Self.group(Self.record(1)), [.record([])]))
    #expect(tally.isProof)
    #expect(tally.equal == 1 && tally.records == 1)
    for other in [
      Self.group(Self.record(1), isSettled: false), Self.group(Self.record(1, .open), isDead: true),
      Self.group(Self.record(1)),
    ] {
      var tally = tally
      tally.add(verification(other, [.nothing]))
      #expect(!tally.isProof)
    }
  }
}
