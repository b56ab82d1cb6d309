/// An agent in one of its environments: another way than a project to say where a run was traced to.
public struct AgentAddress: Sendable, Equatable {
  public enum Environment: String, Sendable, CaseIterable {
    case local, development, staging, production
  }

  public let id: String
  public let environment: Environment

  /// - Parameter id: 1 to 63 lower-case letters, digits and hyphens that begin with a letter and do not end with
  ///   a hyphen; `nil` comes of anything else.
  public init?(id: String, environment: Environment) {
    let bytes = Array(id.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63, Self.isLetter(first),
      Self.isLetter(last) || Self.isDigit(last),
      bytes.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.id = id
    self.environment = environment
  }

  /// As it is sent.
  public var resourceName: String { "lrn:agents/\(id)/environments/\(environment.rawValue)" }

  private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
