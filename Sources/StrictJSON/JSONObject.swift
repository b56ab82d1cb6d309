/// The members of a JSON object, in the order in which they were written. Keys are unique.
public struct JSONObject: Sendable {
  /// A key with its value.
  public struct Member: Sendable {
    public let key: String
    public let value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public private(set) var members: [Member]
  /// Where each key stands, once there are more members than are quickly looked through.
  private var index: [ScalarKey: Int]?

  private static let linearSearchLimit = 16

  /// Makes an object without members.
  public init() {
    members = []
  }

  public var isEmpty: Bool { members.isEmpty }

  public var count: Int { members.count }

  /// The member of that name. Setting replaces in place or appends; setting `nil` removes.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { members[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?): members[position] = Member(key: key, value: value)
      case (let position?, nil): remove(at: position)
      case (nil, let value?): append(unique: Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds a member whose key the caller knows to be new.
  package mutating func append(unique member: Member) {
    members.append(member)
    if index != nil {
      index?[ScalarKey(member.key)] = members.count - 1
    } else if members.count > Self.linearSearchLimit {
      buildIndex()
    }
  }

  func contains(_ key: String) -> Bool { position(of: key) != nil }

  private func position(of key: String) -> Int? {
    if let index { return index[ScalarKey(key)] }
    return members.firstIndex { $0.key.hasSameScalars(as: key) }
  }

  private mutating func remove(at position: Int) {
    members.remove(at: position)
    if index != nil { buildIndex() }
  }

  private mutating func buildIndex() {
    let keys = members.enumerated().lazy.map { (ScalarKey($1.key), $0) }
    index = Dictionary(keys) { first, _ in first }
  }
}
