import Foundation

/// The address under which LangSmith's API is found, for example `https://host/api/v1`.
public struct LangSmithEndpoint: Sendable, Hashable {
  /// Without a slash at its end.
  public let address: String
  /// Whether the address leads to this machine.
  public let isLoopback: Bool
  let isEncrypted: Bool

  public static let hosted = LangSmithEndpoint(
    address: "https://api.smith.langchain.com", isLoopback: false, isEncrypted: true)

  private init(address: String, isLoopback: Bool, isEncrypted: Bool) {
    self.address = address
    self.isLoopback = isLoopback
    self.isEncrypted = isEncrypted
  }

  /// - Parameter allowsPlainHTTP: Whether an address without TLS is taken that does not lead to this machine.
  public init(_ address: String, allowsPlainHTTP: Bool = false) throws(LangSmithSettingsError) {
    let trimmed = String(address.reversed().drop { $0 == "/" }.reversed())
    guard !trimmed.isEmpty else { throw .endpointIsEmpty }
    guard let parts = URLComponents(string: trimmed), let scheme = parts.scheme?.lowercased(),
      scheme == "https" || scheme == "http", let host = parts.host, !host.isEmpty,
      parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
    else { throw .endpointIsNoAddress(Self.withoutUser(trimmed)) }
    let isLoopback = Self.isLoopback(host)
    guard scheme == "https" || isLoopback || allowsPlainHTTP else { throw .plainHTTP(host: host) }
    self.init(address: trimmed, isLoopback: isLoopback, isEncrypted: scheme == "https")
  }

  func address(of path: String) -> String { "\(address)/\(path)" }

  private static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    if host == "localhost" || host == "::1" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers.first == 127 && !numbers.contains(nil)
  }

  /// An address may hold a password, which is not repeated.
  private static func withoutUser(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    return "…" + address[at...]
  }
}
