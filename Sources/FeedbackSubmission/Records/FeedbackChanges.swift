import Foundation
import StrictJSON

/// What is to change in feedback that is there already; what is left alone is not named.
///
///     var changes = FeedbackChanges()
///     changes.score = .set(0.5)
///     changes.comment = .clear
public struct FeedbackChanges: Sendable, Equatable {
  public enum Change<Value: Sendable & Equatable>: Sendable, Equatable {
    case keep
    case set(Value)
    case clear
  }

  public var score = Change<FeedbackRecord.Score>.keep
  /// Anything but an array.
  public var value = Change<JSONValue>.keep
  /// An object or text.
  public var correction = Change<JSONValue>.keep
  public var comment = Change<String>.keep

  public init() {}

  /// The arguments of the SDK's `update_feedback` but for the id: an argument that is not given changes nothing,
  /// and `null` clears.
  ///
  /// - Throws: `FeedbackArgumentError`, which names the argument.
  public init(_ object: JSONObject) throws(FeedbackArgumentError) {
    for member in object.members where !Self.names.contains(where: { $0.hasSameScalars(as: member.key) }) {
      throw FeedbackArgumentError(argument: member.key, problem: .unknown)
    }
    let reader = ArgumentReader(object: object)
    score = Self.change(object["score"], try reader.score())
    value = Self.change(object["value"], try reader.value())
    correction = Self.change(object["correction"], try reader.correction())
    comment = Self.change(object["comment"], try reader.text("comment"))
  }

  public static let names = ["score", "value", "correction", "comment"]

  public var isEmpty: Bool { self == FeedbackChanges() }

  private static func change<Value>(_ given: JSONValue?, _ value: Value?) -> Change<Value> {
    if let value { return .set(value) }
    return given == nil ? .keep : .clear
  }
}

extension FeedbackChanges {
  /// The members to send, in the order of the SDK: `null` clears.
  var object: JSONObject {
    var object = JSONObject()
    object["score"] = score.member(\.wireValue)
    object["value"] = value.member { $0 }
    object["correction"] = correction.member { $0 }
    object["comment"] = comment.member { .string($0) }
    return object
  }

  /// - Throws: `FeedbackRecordError` for what the server could not give back.
  func check(key: String = "") throws(FeedbackRecordError) {
    if case .set(.array) = value { throw .valueIsArray(key: key) }
    switch correction {
    case .keep, .clear, .set(.object), .set(.string): break
    case .set: throw .correctionIsNeitherObjectNorText(key: key)
    }
  }
}

extension FeedbackChanges.Change {
  fileprivate func member(_ wire: (Value) -> JSONValue) -> JSONValue? {
    switch self {
    case .keep: nil
    case .set(let value): wire(value)
    case .clear: .null
    }
  }
}

extension FeedbackContent {
  /// The content with the changes made: cleared members go.
  func changed(by changes: FeedbackChanges) -> FeedbackContent {
    var object = object
    for member in changes.object.members {
      object[member.key] = member.value.isNull ? Optional.none : member.value
    }
    return FeedbackContent(json: JSONValue.object(object).utf8())
  }
}
