import Foundation

/// A process that sends records, named so that another process can tell whether it still lives.
struct LeaseOwner: Equatable, Sendable {
  /// Which start of the machine; `/proc/sys/kernel/random/boot_id`.
  let boot: String
  /// In which namespace of processes the number means something.
  let namespace: String
  let processID: Int32
  /// A number that a process gets again has another start.
  let start: String

  static let current = LeaseOwner(
    boot: bootID, namespace: processNamespace, processID: getpid(), start: processStart(getpid()) ?? "")

  var text: String { [boot, namespace, String(processID), start].joined(separator: " ") }

  init(boot: String, namespace: String, processID: Int32, start: String) {
    self.boot = boot
    self.namespace = namespace
    self.processID = processID
    self.start = start
  }

  init?(text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let processID = Int32(parts[2]) else { return nil }
    self.init(boot: parts[0], namespace: parts[1], processID: processID, start: parts[3])
  }

  /// Whether the process is known to have ended. Where that cannot be known, the lease has to expire.
  var isGone: Bool {
    if boot != Self.bootID { return true }
    guard namespace == Self.processNamespace, !start.isEmpty else { return false }
    return Self.processStart(processID) != start
  }

  static let bootID =
    text(of: "/proc/sys/kernel/random/boot_id")?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""

  private static let processNamespace =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""

  /// Field 22 of `/proc/PID/stat`; the second field is a name in parentheses that may hold anything.
  private static func processStart(_ processID: Int32) -> String? {
    guard let fields = text(of: "/proc/\(processID)/stat"), let end = fields.lastIndex(of: ")") else {
      return nil
    }
    let rest = fields[fields.index(after: end)...].split(separator: " ")
    return rest.count > 19 ? String(rest[19]) : nil
  }

  private static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
