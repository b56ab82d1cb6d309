import Foundation
import LangSmith

/// Which proxy requests would go through, as libcurl reads the environment.
struct ProxyCheckup {
  let endpoint: LangSmithEndpoint
  let environment: [String: String]

  /// libcurl takes the first that is set. It knows no `HTTP_PROXY` in capitals, and without TLS no proxy is used.
  private static let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
  private static let others = ["http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY"]

  func findings() -> [Finding] {
    let set = (Self.names + Self.others).filter { value($0) != nil }
    guard !set.isEmpty else { return [] }
    let named = set.map { name in "\(name)=\(Self.masked(value(name) ?? ""))" }.joined(separator: ", ")
    return [.fine("proxy", "\(use); set: \(named)")]
  }

  /// What is in force.
  private var use: String {
    guard let name = Self.names.first(where: { value($0) != nil }) else { return "none is used" }
    guard endpoint.address.lowercased().hasPrefix("https:") else {
      return "none is used: a key without TLS goes to nobody in between"
    }
    if let exception { return "none is used: \(exception)" }
    return "\(name) is used"
  }

  /// The variable that takes the endpoint out.
  private var exception: String? {
    guard let name = ["no_proxy", "NO_PROXY"].first(where: { value($0) != nil }), let list = value(name),
      let host = URLComponents(string: endpoint.address)?.host?.lowercased()
    else { return nil }
    let isTaken = list.split(whereSeparator: { $0 == "," || $0 == " " }).contains { entry in
      let entry = entry.lowercased().drop { $0 == "." }
      return entry == "*" || host == entry || host.hasSuffix("." + entry)
    }
    return isTaken ? "\(name) takes \(host) out" : nil
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An address may hold a user and a password.
  private static func masked(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    let start = address.range(of: "://")?.upperBound ?? address.startIndex
    return address[..<start] + "***" + address[at...]
  }
}
