import StrictJSON

/// A value somewhere in outputs, by the name under which it is corrected: `answer`, `messages[0].content`. Where keys look like
/// paths, so that another value has that name already, its key stands in quotation marks: `a["b"]`.
struct OutputPlace {
  enum Step: Equatable {
    case key(String)
    case index(Int)
  }

  /// Nobody looks through a longer list of parts, or reads longer names.
  private static let mostNested = 200
  private static let deepest = 8
  private static let longestName = 1000

  let name: String
  let steps: [Step]
  let value: JSONValue
}

extension OutputPlace {
  /// The values at the top level, each with what is in it behind it. A name that stands at the top level means that value.
  static func all(in outputs: JSONObject) -> [OutputPlace] {
    var names = Set(outputs.members.map { ScalarName($0.key) })
    var left = mostNested
    return outputs.members.flatMap { member in
      let place = OutputPlace(name: member.key, steps: [.key(member.key)], value: member.value)
      var places = [place]
      place.gather(&places, &names, &left)
      return places
    }
  }

  /// `nil` if there is none of that name.
  static func named(_ name: String, in outputs: JSONObject) -> OutputPlace? {
    if let value = outputs[name] { return OutputPlace(name: name, steps: [.key(name)], value: value) }
    guard isNested(name) else { return nil }
    return all(in: outputs).first { $0.name.hasSameScalars(as: name) }
  }

  /// Whether the name can be that of a value within another.
  static func isNested(_ name: String) -> Bool { name.unicodeScalars.contains { $0 == "." || $0 == "[" } }

  /// Whether the one is within the other: by the ways to them, and of what is not there any more by their names.
  static func isPlace(_ name: String, within outer: String, in outputs: JSONObject?) -> Bool {
    if let outputs, let inner = named(name, in: outputs), let outer = named(outer, in: outputs) {
      return inner.steps.count > outer.steps.count && inner.steps.starts(with: outer.steps, by: Step.isSame)
    }
    return isName(name, within: outer)
  }

  private static func isName(_ name: String, within outer: String) -> Bool {
    let scalars = name.unicodeScalars
    guard scalars.starts(with: outer.unicodeScalars) else { return false }
    let next = scalars.dropFirst(outer.unicodeScalars.count).first
    return next == "." || next == "["
  }

  private func gather(_ places: inout [OutputPlace], _ names: inout Set<ScalarName>, _ left: inout Int) {
    guard steps.count < Self.deepest, name.utf8.count <= Self.longestName else { return }
    for inner in inner {
      guard left > 0 else { return }
      guard let inner = inner.named(besides: &names, in: self) else { continue }
      left -= 1
      places.append(inner)
      inner.gather(&places, &names, &left)
    }
  }

  /// With a name that no other value has; `nil` if there is none that anybody would read.
  private func named(besides names: inout Set<ScalarName>, in outer: OutputPlace) -> OutputPlace? {
    guard name.utf8.count <= Self.longestName else { return nil }
    if names.insert(ScalarName(name)).inserted { return self }
    guard case .key(let key)? = steps.last else { return nil }
    let quoted = "\(outer.name)[\(JSONValue.string(key).text())]"
    guard names.insert(ScalarName(quoted)).inserted else { return nil }
    return OutputPlace(name: quoted, steps: steps, value: value)
  }

  /// Of a list, texts and what has parts of its own: a list of numbers is edited as one.
  private var inner: [OutputPlace] {
    switch value {
    case .object(let object):
      object.members.prefix(Self.mostNested).map { member in
        OutputPlace(name: "\(name).\(member.key)", steps: steps + [.key(member.key)], value: member.value)
      }
    case .array(let values):
      values.enumerated().lazy.filter { $0.element.hasParts }.prefix(Self.mostNested).map { index, value in
        OutputPlace(name: "\(name)[\(index)]", steps: steps + [.index(index)], value: value)
      }
    case .null, .bool, .number, .string: []
    }
  }
}

extension JSONValue {
  fileprivate var hasParts: Bool {
    switch self {
    case .string, .object, .array: true
    case .null, .bool, .number: false
    }
  }
}

extension OutputPlace.Step {
  fileprivate static func isSame(_ left: Self, _ right: Self) -> Bool {
    switch (left, right) {
    case (.key(let left), .key(let right)): left.hasSameScalars(as: right)
    case (.index(let left), .index(let right)): left == right
    case (.key, .index), (.index, .key): false
    }
  }
}

/// Names are equal if their scalars are.
private struct ScalarName: Hashable {
  private let bytes: [UInt8]

  init(_ name: String) { bytes = Array(name.utf8) }
}

extension JSONValue {
  /// The same with another value at that place, which is there.
  func replacing(_ steps: ArraySlice<OutputPlace.Step>, with new: JSONValue) -> JSONValue {
    guard let step = steps.first else { return new }
    switch (step, self) {
    case (.key(let key), .object(var object)):
      guard let old = object[key] else { return self }
      object[key] = old.replacing(steps.dropFirst(), with: new)
      return .object(object)
    case (.index(let index), .array(var values)):
      guard values.indices.contains(index) else { return self }
      values[index] = values[index].replacing(steps.dropFirst(), with: new)
      return .array(values)
    default: return self
    }
  }
}
