import StrictJSON

/// Fields of a feedback record that are compared when it is read back.
///
/// Left out is what no read returns: the run's start, the address, whether retention is extended.
package struct FeedbackFields: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  static let run = Self(rawValue: 1 << 0)
  static let key = Self(rawValue: 1 << 1)
  static let score = Self(rawValue: 1 << 2)
  static let value = Self(rawValue: 1 << 3)
  static let correction = Self(rawValue: 1 << 4)
  static let comment = Self(rawValue: 1 << 5)
  static let group = Self(rawValue: 1 << 6)
  static let comparativeExperiment = Self(rawValue: 1 << 7)
  static let session = Self(rawValue: 1 << 8)
  static let trace = Self(rawValue: 1 << 9)
  static let source = Self(rawValue: 1 << 10)
  static let extra = Self(rawValue: 1 << 11)
  static let error = Self(rawValue: 1 << 12)
  static let configuration = Self(rawValue: 1 << 13)

  /// What the record is about: one that differs in these is another record under the same id.
  static let identity: Self = [.run, .key]
  /// What a request can change in place.
  static let changeable: Self = [.score, .value, .correction, .comment]
  /// What servers may keep only in part, or tell more of than they were given.
  static let elaborated: Self = [.source, .extra, .error, .configuration]

  /// As the server names them.
  package var names: [String] {
    Self.named.filter { contains($0.field) }.map(\.name)
  }

  static let named: [(field: Self, name: String)] = [
    (.run, "run_id"), (.key, "key"), (.score, "score"), (.value, "value"), (.correction, "correction"),
    (.comment, "comment"), (.group, "feedback_group_id"),
    (.comparativeExperiment, "comparative_experiment_id"), (.session, "session_id"), (.trace, "trace_id"),
    (.source, "feedback_source"), (.extra, "extra"), (.error, "error"),
    (.configuration, "feedback_config"),
  ]
}

extension JSONObject {
  /// In which fields a record as the server tells it is not what it should be.
  ///
  /// What can be changed has to be the same. Of the rest, what the server leaves out is not held against it, and of
  /// objects what it tells besides.
  ///
  /// - Parameter isFirst: Whether it was never anything else. No request changes a source's metadata, so that of a
  ///   record that was changed they tell of the revision sent first.
  func differences(from desired: JSONObject, isFirst: Bool = true) -> FeedbackFields {
    var desired = desired
    if !isFirst, let type = desired["feedback_source"]?.object?["type"] {
      desired["feedback_source"] = ["type": type]
    }
    var differences: FeedbackFields = []
    for (field, name) in FeedbackFields.named where !agrees(in: field, name, with: desired) {
      differences.insert(field)
    }
    return differences
  }

  private func agrees(in field: FeedbackFields, _ name: String, with desired: JSONObject) -> Bool {
    if FeedbackFields.changeable.contains(field) { return JSONValue.mean(self[name], desired[name]) }
    guard let wanted = desired[name], let told = self[name], !told.isNull else { return true }
    if field == .key { return JSONValue.mean(told, wanted) }
    if field == .source { return told.isSource(like: wanted) }
    if FeedbackFields.elaborated.contains(field) { return told.elaborates(wanted) }
    return uuid(name) == desired.uuid(name)
  }
}

extension JSONValue {
  /// Whether it says all of the other, and perhaps more. An empty object tells nothing.
  fileprivate func elaborates(_ wanted: JSONValue) -> Bool {
    guard case .object(let wanted) = wanted, case .object(let told) = self else {
      return JSONValue.mean(self, wanted)
    }
    if told.members.isEmpty { return true }
    return wanted.members.allSatisfy { member in
      guard let value = told[member.key], !value.isNull else { return member.value.tellsNothing }
      return value.elaborates(member.value)
    }
  }

  /// Kind and metadata count each by itself.
  fileprivate func isSource(like wanted: JSONValue) -> Bool {
    guard let wanted = wanted.object, let told = object else { return JSONValue.mean(self, wanted) }
    return ["type", "metadata"].allSatisfy { name in
      guard let value = wanted[name], let other = told[name], !other.isNull else { return true }
      return other.elaborates(value)
    }
  }

  private var tellsNothing: Bool {
    switch self {
    case .null: true
    case .object(let object): object.members.isEmpty
    default: false
    }
  }
}
