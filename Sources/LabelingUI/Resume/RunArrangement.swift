import StrictJSON
import Terminal

/// How the runs of a comparison are looked at: what they are held against, which of them are shown, and how wide each is.
struct RunArrangement: Equatable, Sendable {
  var pivot = 0
  /// Two columns that are looked at alone.
  var pair: [Int]?
  var isZoomed = false
  /// How wide the columns are beside each other.
  var weights: [Int] = []
}

extension CompareScreen {
  var arrangement: RunArrangement {
    RunArrangement(pivot: pivot, pair: pair, isZoomed: isZoomed, weights: columns.map(\.weight))
  }

  /// What the comparison has no columns for is left as it is.
  mutating func restore(_ arrangement: RunArrangement, size: Size) {
    if columns.indices.contains(arrangement.pivot) { pivot = arrangement.pivot }
    if let pair = arrangement.pair, runCount > 2, pair.count == 2, pair[0] < pair[1],
      pair.allSatisfy(columns.indices.contains)
    {
      self.pair = pair
      if !pair.contains(pivot) { pivot = pair[0] }
      focus = .column(pair[0])
    }
    isZoomed = arrangement.isZoomed
    for (index, weight) in zip(columns.indices, arrangement.weights) where RunColumn.weights.contains(weight)
    {
      columns[index].weight = weight
    }
    fit(size)
  }
}

extension RunArrangement {
  init(_ object: JSONObject) {
    pivot = object["pivot"]?.number?.intValue ?? 0
    pair = object["pair"]?.array?.compactMap { $0.number?.intValue }
    isZoomed = object["zoomed"]?.bool ?? false
    weights = (object["weights"]?.array ?? []).compactMap { $0.number?.intValue }
  }

  var json: JSONObject {
    var object = JSONObject()
    object["pivot"] = .number(JSONNumber(pivot))
    object["pair"] = pair.map { .array($0.map { .number(JSONNumber($0)) }) }
    object["zoomed"] = .bool(isZoomed)
    object["weights"] = .array(weights.map { .number(JSONNumber($0)) })
    return object
  }
}
