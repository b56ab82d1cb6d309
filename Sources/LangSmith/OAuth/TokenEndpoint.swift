import Foundation
import StrictJSON

/// Where a deployment renews tokens, found as LangSmith's tools find it (RFC 8414).
struct TokenEndpoint {
  /// Without `/api/v1` and slashes at its end.
  let base: String

  init(of address: String) {
    let trimmed = String(address.reversed().drop { $0 == "/" }.reversed())
    base = trimmed.hasSuffix("/api/v1") ? String(trimmed.dropLast(7)) : trimmed
  }

  /// Where it is when nothing is told.
  var usual: String { "\(base)/oauth/token" }

  /// Addresses of descriptions, each with the issuer that it has to be of, in the order in which they are asked for.
  var descriptions: [(issuer: String, address: String)] {
    let origin = base.hasSuffix("/api") ? String(base.dropLast(4)) : base
    var issuers: [String] = []
    for issuer in [base, "\(origin)/api", origin] where !issuers.contains(issuer) { issuers.append(issuer) }
    return issuers.flatMap { issuer in Self.addresses(of: issuer).map { (issuer, $0) } }
  }

  private static let path = "/.well-known/oauth-authorization-server"

  /// Between host and path, as the standard says, and behind the path, as is usual.
  private static func addresses(of issuer: String) -> [String] {
    let appended = issuer + path
    guard var parts = URLComponents(string: issuer) else { return [appended] }
    parts.path = path + parts.path
    guard let inserted = parts.string, inserted != appended else { return [appended] }
    return [inserted, appended]
  }

  /// The address that a description names; `nil` if it is of somebody else, or leads to somebody else: refresh tokens go
  /// there.
  static func address(in body: [UInt8], issuer: String) -> String? {
    guard case .object(let description)? = try? JSONParser.parse(body),
      let told = description["issuer"]?.string, withoutSlash(told) == withoutSlash(issuer),
      let origin = AddressOrigin(told)
    else { return nil }
    for name in ["device_authorization_endpoint", "token_endpoint"] {
      guard let address = description[name]?.string, AddressOrigin(address) == origin else { return nil }
    }
    return description["token_endpoint"]?.string
  }

  private static func withoutSlash(_ text: String) -> String {
    String(text.reversed().drop { $0 == "/" }.reversed())
  }
}

/// Scheme, host and port, and who is named before the host: all that has to be the same for two addresses to lead to one.
private struct AddressOrigin: Equatable {
  let parts: [String]

  init?(_ address: String) {
    guard let parts = URLComponents(string: address), let scheme = parts.scheme, let host = parts.host else {
      return nil
    }
    self.parts = [
      scheme.lowercased(), host.lowercased(), parts.port.map(String.init) ?? "", parts.user ?? "",
      parts.password ?? "",
    ]
  }
}
