/// What goes out in one request: a record alone, or several together.
struct Parcel: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    /// The group's number in its `Delivery`.
    let group: Int
    let record: ClaimedRecord
  }

  let items: [Item]
  let isTogether: Bool

  static func alone(_ item: Item) -> Parcel { Parcel(items: [item], isTogether: false) }

  var operations: [FeedbackOperation] { items.map(\.record.operation) }

  /// Two halves, to find out which record it was. One that is left alone goes alone: that brings a plain verdict.
  var halves: [Parcel] {
    let middle = items.count / 2
    return [items[..<middle], items[middle...]].filter { !$0.isEmpty }.map {
      Parcel(items: Array($0), isTogether: $0.count > 1)
    }
  }

  var singles: [Parcel] { items.map(Parcel.alone) }
}

/// Packs groups into parcels: the records of a group in one of them, if they fit.
struct ParcelPacker {
  private let batching: FeedbackBatching
  private var creations: [Parcel.Item] = []
  private var bytes = 0
  private var reads: [Parcel.Item] = []
  private var parcels: [Parcel] = []

  init(_ batching: FeedbackBatching) {
    self.batching = batching
  }

  mutating func add(_ group: ClaimedGroup, number: Int) {
    var together: [(item: Parcel.Item, size: Int)] = []
    for record in group.records {
      let item = Parcel.Item(group: number, record: record)
      switch (batching.size(record.operation), record.attempt.operation) {
      case (let size?, .create): together.append((item, size))
      case (_?, .read): read(item)
      default: parcels.append(.alone(item))
      }
    }
    create(together)
  }

  /// All that was added.
  mutating func finish() -> [Parcel] {
    seal()
    sealReads()
    return parcels
  }

  private mutating func create(_ items: [(item: Parcel.Item, size: Int)]) {
    let size = items.reduce(0) { $0 + $1.size }
    if creations.count + items.count > batching.creationLimit || bytes + size > batching.byteLimit { seal() }
    for (item, size) in items {
      if creations.count == batching.creationLimit || bytes + size > batching.byteLimit { seal() }
      creations.append(item)
      bytes += size
    }
  }

  private mutating func read(_ item: Parcel.Item) {
    reads.append(item)
    if reads.count >= batching.readLimit { sealReads() }
  }

  private mutating func seal() {
    guard !creations.isEmpty else { return }
    parcels.append(Parcel(items: creations, isTogether: true))
    creations = []
    bytes = 0
  }

  private mutating func sealReads() {
    guard !reads.isEmpty else { return }
    parcels.append(Parcel(items: reads, isTogether: true))
    reads = []
  }
}
