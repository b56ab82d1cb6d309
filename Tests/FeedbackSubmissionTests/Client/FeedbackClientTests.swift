import Foundation
import StrictJSON
import Synchronization
import Testing

@testable import FeedbackSubmission

@Suite struct FeedbackClientTests {
  private let fixture: ClientFixture

  init() throws {
    fixture = try ClientFixture()
  }

  private var client: FeedbackClient { fixture.client }

  private func record(
    _ run: Int = 1, id: UUID? = nil, score: FeedbackRecord.Score = 1, group: UUID? = nil
  ) -> FeedbackRecord {
    ClientFixture.record(run, id: id, score: score, group: group)
  }

  @Test func `What was created is there for a program that is started anew`() async throws {
    let receipt = try await client.create(record())
    let again = try fixture.reopened()
    #expect(try await again.state(of: receipt.id) == .kept)
    try await again.deliver()
    #expect(fixture.server.stored.keys.elementsEqual([receipt.id]))
    #expect(try await again.state(of: receipt.id) == .delivered)
  }

  @Test func `Only its owner can read the outbox`() async throws {
    try await client.create(record())
    let mode = try FileManager.default.attributesOfItem(atPath: client.database.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `A record without an id gets a version 7 id, later ones greater ids`() async throws {
    let ids = [try await client.create(record(1)).id, try await client.create(record(2)).id]
    #expect(ids.allSatisfy { $0.uuid.6 >> 4 == 7 })
    #expect(ids[0].uuidString < ids[1].uuidString)
  }

  @Test func `A record's own id is kept, here and at the server`() async throws {
    #expect(try await client.create(record(id: .run(9))).id == .run(9))
    try await client.deliver()
    #expect(fixture.server.stored[.run(9)]?["key"] == "quality")
    #expect(fixture.server.stored[.run(9)]?["feedback_group_id"] == nil)
  }

  @Test func `Creating the same again under its id changes nothing`() async throws {
    try await client.create(record(id: .run(9)))
    try await client.create(record(id: .run(9)))
    try await client.deliver()
    try await client.create(record(id: .run(9)))
    try await client.deliver()
    #expect(fixture.server.requests.count == 1)
  }

  @Test func `Something else under an id that is taken is refused`() async throws {
    try await client.create(record(id: .run(9)))
    await #expect(throws: FeedbackRecordError.idIsTaken(.run(9))) {
      try await client.create(record(id: .run(9), score: 2))
    }
  }

  @Test func `An id is not used again after a delete that was sent`() async throws {
    try await client.create(record(id: .run(9)))
    try await client.deliver()
    try await client.delete(.run(9))
    await #expect(throws: FeedbackRecordError.wasDeleted(.run(9))) {
      try await client.create(record(id: .run(9)))
    }
    #expect(try await client.state(of: .run(9)) == .deleting)
    try await client.deliver()
    #expect(fixture.server.stored.isEmpty)
    #expect(try await client.state(of: .run(9)) == .deleted)
  }

  @Test func `The same run, key and group may be told twice: these are two records`() async throws {
    let twins = [record(group: .group(1)), record(group: .group(1))]
    #expect(Set(try await client.create(twins)).count == 2)
    try await client.deliver()
    #expect(fixture.server.stored.count == 2)
    #expect(
      fixture.server.stored.values.allSatisfy {
        $0["feedback_group_id"] == "eeee0001-0000-4000-8000-000000000001"
      })
  }

  @Test func `Of several records, all are kept or none`() async throws {
    var array = record(2)
    array.value = [1]
    await #expect(throws: FeedbackRecordError.valueIsArray(key: "quality")) {
      try await client.create([record(1, id: .run(9)), array])
    }
    #expect(try await client.state(of: .run(9)) == nil)
    #expect(try await client.counts() == OutboxCounts())
  }

  @Test func `Neighbors of one group are delivered whole`() async throws {
    let records = [
      record(1, id: .run(11), group: .group(1)), record(2, id: .run(12), group: .group(1)),
      record(3, id: .run(13)),
    ]
    try await client.create(records)
    fixture.server.state.withLock { $0.poisoned = [.run(12)] }
    try await client.deliver()
    #expect(fixture.server.stored.keys.elementsEqual([.run(13)]))
    #expect(try await client.state(of: .run(11)) == .heldBack)
    guard case .refused = try await client.state(of: .run(12)) else { return #expect(Bool(false)) }
    #expect(try await client.counts().dead == 1)
  }

  @Test func `A group that is put has ids that follow from it, and can be put anew`() async throws {
    let receipts = try await client.put(.ranked([1, 0]))
    #expect(try await client.put(.ranked([0, 1])) == receipts)
    try await client.deliver()
    #expect(Set(fixture.server.stored.keys) == Set(receipts.map(\.id)))
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "0.0", .run(2): "1.0"])
    try await client.withdraw(groupID: .group(1))
    try await client.deliver()
    #expect(fixture.server.stored.isEmpty)
  }

  @Test func `Many tasks create at the same time, and each record is there once`() async throws {
    let client = client
    let ids = try await withThrowingTaskGroup(of: UUID.self) { tasks in
      for run in 1...200 {
        let record = record(run)
        tasks.addTask { try await client.create(record).id }
      }
      return try await tasks.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(ids.count == 200)
    #expect(try await client.counts().waiting == 200)
  }

  @Test func `A record that is refused takes none of those with it that are kept at the same time`()
    async throws
  {
    let client = client
    var array = record(1)
    array.value = [1]
    let bad = array
    let kept = await withTaskGroup(of: Bool.self) { tasks in
      for run in 1...100 {
        let record = run.isMultiple(of: 2) ? record(run) : bad
        tasks.addTask { (try? await client.create(record)) != nil }
      }
      return await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(kept == 50)
    #expect(try await client.counts().waiting == 50)
  }

  @Test func `A stream of records is kept whole or not at all`() async throws {
    struct Broken: Error {}
    var runs = Array(1...5)
    var ids: [UUID] = []
    #expect(throws: Broken.self) {
      try client.create(
        streaming: {
          guard !runs.isEmpty else { throw Broken() }
          return record(runs.removeFirst())
        }, onKeeping: { ids.append($0.id) })
    }
    #expect(try await client.counts().waiting == 0)
    runs = Array(1...5)
    ids = []
    try client.create(
      streaming: { runs.isEmpty ? nil : record(runs.removeFirst()) }, onKeeping: { ids.append($0.id) })
    #expect(try await client.counts().waiting == 5)
    for id in ids { #expect(try await client.state(of: id) == .kept) }
  }

  @Test func `A group that was refused twice can be changed again, also by the ids it was first sent under`()
    async throws
  {
    try await client.create([
      record(1, id: .run(11), group: .group(1)), record(2, id: .run(12), group: .group(1)),
    ])
    fixture.server.state.withLock { $0.poisoned = [.run(12)] }
    for score in [0.25, 0.5, 0.75] {
      try await client.deliver()
      #expect(fixture.server.stored.isEmpty)
      try await client.update(.run(12), setting(score))
    }
    fixture.server.state.withLock { $0.poisoned = [] }
    try await client.update(.run(11), setting(1))
    try await client.deliver()
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(1): "1.0", .run(2): "0.75"])
    #expect(try await client.states(of: [.run(11), .run(12)]) == [.delivered, .delivered])
    try await client.delete(.run(11))
    try await client.deliver()
    #expect(fixture.server.scores(ofGroup: .group(1)) == [.run(2): "0.75"])
  }

  private func setting(_ score: Double) -> FeedbackChanges {
    var changes = FeedbackChanges()
    changes.score = .set(.float(score))
    return changes
  }
}
