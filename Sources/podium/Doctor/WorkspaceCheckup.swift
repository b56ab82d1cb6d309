import FeedbackSubmission
import Foundation
import PreferenceStore

/// Whether a workspace is whole, what waits in it, and what delivering it costs.
struct WorkspaceCheckup {
  let workspace: Workspace

  func findings() throws -> [Finding] {
    let counts = try workspace.outboxCounts()
    return [
      try integrity(), permissions, try retention(), outbox(waiting: counts.waiting, refused: counts.dead),
    ]
  }

  private func integrity() throws -> Finding {
    let faults = try workspace.integrityFaults()
    guard let first = faults.first else {
      // These settings are asserted whenever a workspace is opened.
      return .fine("workspace", "\(workspace.path) is whole; a write-ahead log, flushed with every commit")
    }
    return .problem(
      "workspace", "\(workspace.path) is damaged: \(first)",
      advice: "copy it with its -wal and -shm files, and go back to the newest copy that is whole")
  }

  private var permissions: Finding {
    let attributes = try? FileManager.default.attributesOfItem(atPath: workspace.path)
    let mode = (attributes?[.posixPermissions] as? Int) ?? 0
    guard mode & 0o077 != 0 else { return .fine("permissions", "for you alone") }
    return .note("permissions", "others on this machine can open it", advice: "chmod 600 \(workspace.path)")
  }

  private func retention() throws -> Finding {
    .fine(
      "retention",
      try workspace.settings().extendsTraceRetention
        ? "extend_trace_retention is true: traces with feedback are kept longer, and LangSmith bills that"
        : "extend_trace_retention is false: the bill stays as it is, and records go one by one")
  }

  private func outbox(waiting: Int, refused: Int) -> Finding {
    guard refused == 0 else {
      return .problem(
        "outbox", "\(refused) refused for good, \(waiting) waiting",
        advice: "podium outbox list \(workspace.path) --state dead tells why")
    }
    return .fine(
      "outbox", waiting == 0 ? "nothing waits" : "\(waiting) waiting: podium submit \(workspace.path)")
  }
}
