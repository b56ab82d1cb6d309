import Foundation
import StrictJSON

/// Takes arguments out of an object, each as what it must be. `null` stands for an argument that was not given.
struct ArgumentReader {
  let object: JSONObject
  /// Where the object stands in the arguments; empty for the arguments themselves.
  var path = ""

  func text(_ name: String) throws(FeedbackArgumentError) -> String? {
    try take(name, "text", \.string)
  }

  func bool(_ name: String) throws(FeedbackArgumentError) -> Bool? {
    try take(name, "true or false", \.bool)
  }

  func object(_ name: String) throws(FeedbackArgumentError) -> JSONObject? {
    try take(name, "an object", \.object)
  }

  /// An object in which no number is beyond what a server can hold.
  func finiteObject(_ name: String) throws(FeedbackArgumentError) -> JSONObject? {
    try object(name).map { object in
      if case .object(let finite) = JSONValue.object(object).finite { finite } else { object }
    }
  }

  func number(_ name: String) throws(FeedbackArgumentError) -> Double? {
    try take(name, "a number") { $0.number.map(\.doubleValue).flatMap { $0.isFinite ? $0 : nil } }
  }

  func uuid(_ name: String) throws(FeedbackArgumentError) -> UUID? {
    try take(name, "a UUID") { $0.string.flatMap(UUID.init(lenient:)) }
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) throws(FeedbackArgumentError) -> Choice? {
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return try take(name, "one of \(names)") { $0.string.flatMap(Choice.init(rawValue:)) }
  }

  /// - Parameter words: What finishes the sentence “expected …”.
  func take<Value>(
    _ name: String, _ words: String, _ read: (JSONValue) -> Value?
  ) throws(FeedbackArgumentError) -> Value? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let taken = read(value) else { throw expected(words, at: name) }
    return taken
  }

  func expected(_ words: String, at name: String) -> FeedbackArgumentError {
    FeedbackArgumentError(argument: place(name), problem: .expected(words))
  }

  func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
