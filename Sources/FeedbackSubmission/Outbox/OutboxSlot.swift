import Foundation
import Identifiers

/// The place of a record in its group: at most one record at a time is about a run (or project) and key.
struct OutboxSlot: Hashable {
  let target: UUID
  let key: String

  /// Always the same for the same three, also after a crash or in a restored backup.
  func id(namespace: UUID, epoch: Int) -> UUID {
    UUID.version5(namespace: namespace, name: "\(target.lowercaseString)\u{1F}\(key)\u{1F}\(epoch)")
  }

  // String's own == takes canonically equivalent keys for one; the server does not.
  static func == (left: Self, right: Self) -> Bool {
    left.target == right.target && left.key.utf8.elementsEqual(right.key.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(target)
    key.utf8.forEach { hasher.combine($0) }
  }
}
