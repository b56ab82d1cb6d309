/// A JSON value that keeps what other decoders lose: the order of an object's members, and the spelling of numbers.
///
/// `1`, `1.0` and `1e0` are different numbers here, because LangSmith tells integers from floats and because text that
/// people gave us must come out again as it went in. Strings compare by Unicode scalars, never by canonical equivalence.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// A number in the spelling in which it was written, for example `-0`, `1.0` or `12e3`.
public struct JSONNumber: Hashable, Sendable {
  /// The number's text; always valid JSON.
  public let literal: String

  package init(validLiteral literal: String) {
    self.literal = literal
  }

  public init(_ integer: Int) {
    literal = String(integer)
  }

  /// Makes a number that reads back as a float (`1.0`, never `1`); `nil` for NaN and the infinities, which JSON lacks.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    literal = "\(double)"
  }

  /// Whether the number has neither fraction nor exponent.
  public var isInteger: Bool { !literal.utf8.contains { $0 == 0x2E || $0 == 0x65 || $0 == 0x45 } }

  public var doubleValue: Double { Double(literal) ?? .nan }

  /// The value, if it is written as an integer and fits.
  public var intValue: Int? { isInteger ? Int(literal) : nil }
}

/// The members of a JSON object, in the order in which they were written. Keys are unique.
public struct JSONObject: Sendable {
  public struct Member: Sendable {
    public let key: String
    public let value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public private(set) var members: [Member]

  public init() {
    members = []
  }

  /// The member of that name. Setting replaces in place or appends; setting `nil` removes.
  public subscript(key: String) -> JSONValue? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index] = Member(key: key, value: value)
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds a member whose key the caller knows to be new.
  package mutating func append(unique member: Member) {
    members.append(member)
  }

  public var isEmpty: Bool { members.isEmpty }

  private func index(of key: String) -> Int? {
    members.firstIndex { $0.key.unicodeScalars.elementsEqual(key.unicodeScalars) }
  }
}
