import Preference
import StrictJSON
import Terminal

/// A message as a line of a recording: an object whose first member says what happened. What was worked out from the texts is
/// worked out anew, and has the number of its request here.
extension Message {
  func json(_ mask: TextMask) -> JSONValue {
    switch self {
    case .input(let event, let time): ["input": event.json(mask), "at": .time(time)]
    case .resized(let size): ["resized": size.json]
    case .timePassed(let time): ["time": .time(time)]
    case .frameShown(let time): ["shown": .time(time)]
    case .opened(let item, let progress): ["opened": item.json(mask), "progress": progress.json]
    case .nothingLeft(let progress): ["finished": progress.json]
    case .recorded(let progress): ["recorded": progress.json]
    case .recordingFailed(let reason): ["unsaved": .string(reason)]
    case .stepped(let move, let comparison):
      ["stepped": .string(move.rawValue), "comparison": comparison.map(JSONValue.count) ?? .null]
    case .workFailed(let task, let reason): ["failed": .string(task.rawValue), "reason": .string(reason)]
    case .queueListed(let page): ["listed": page.json(mask)]
    case .listEnded(let target): ["list_ended": .string(target.rawValue)]
    case .notFound(let name): ["not_found": .string(mask(name))]
    case .flagChanged(let comparison, let isFlagged):
      ["flagged": .bool(isFlagged), "comparison": .count(comparison)]
    case .draftDiscarded(let comparison): ["draft_discarded": .count(comparison)]
    // What was found is found again.
    case .found(_, let search): ["found": .count(search)]
    case .compared(_, let request): ["compared": .count(request)]
    case .editCompared(_, let request): ["edit_compared": .count(request)]
    case .externallyEdited(let end, let time): ["externally_edited": end.json(mask), "at": .time(time)]
    case .deliveryChanged(let status): ["delivery": status.json]
    case .copyRefused: ["uncopied": true]
    case .copyFailed(let reason): ["copy_failed": .string(reason)]
    case .backgroundReported(let background): ["background": .string(background.rawValue)]
    case .warned(let words): ["warned": .string(words)]
    case .themesChanged(let sources): ["themes": sources.json]
    case .resumed(let wasSuspended): ["resumed": .bool(wasSuspended)]
    case .terminationRequested: ["terminated": true]
    }
  }

  init(_ line: Field) throws(RecordFault) {
    let name = try line.object().members.first?.key ?? ""
    try line.allowOnly([name] + (Self.companions[name] ?? []))
    let field = line[name]
    switch name {
    case "input": self = .input(try InputEvent(field), at: try line["at"].time())
    case "resized": self = .resized(try Size(field))
    case "time": self = .timePassed(at: try field.time())
    case "shown": self = .frameShown(at: try field.time())
    case "opened": self = .opened(try ComparisonItem(field), try RaterProgress(line["progress"]))
    case "finished": self = .nothingLeft(try RaterProgress(field))
    case "recorded": self = .recorded(try RaterProgress(field))
    case "unsaved": self = .recordingFailed(reason: try field.text())
    case "stepped":
      self = .stepped(try field.choice(of: HistoryMove.self), comparison: try Self.number(in: line))
    case "failed":
      self = .workFailed(
        try field.choice(of: WorkspaceTask.self), reason: try line["reason"].text())
    case "listed": self = .queueListed(try QueuePage(field))
    case "list_ended": self = .listEnded(try field.choice(of: QueueStep.Target.self))
    case "not_found": self = .notFound(try field.text())
    case "flagged":
      self = .flagChanged(
        comparison: try line["comparison"].integer(1...Int.max), isFlagged: try field.truth())
    case "draft_discarded": self = .draftDiscarded(comparison: try field.integer(1...Int.max))
    case "externally_edited": self = .externallyEdited(try ExternalEditEnd(field), at: try line["at"].time())
    case "delivery": self = .deliveryChanged(try DeliveryStatus(field))
    case "uncopied": self = .copyRefused
    case "copy_failed": self = .copyFailed(reason: try field.text())
    case "background": self = .backgroundReported(try field.choice(of: Background.self))
    case "warned": self = .warned(try field.text())
    case "themes": self = .themesChanged(try [ThemeCatalog.Source](field))
    case "resumed": self = .resumed(wasSuspended: try field.truth())
    case "terminated": self = .terminationRequested
    default: throw line.unknownMessage(name)
    }
  }

  private static let companions = [
    "input": ["at"], "opened": ["progress"], "stepped": ["comparison"], "failed": ["reason"],
    "flagged": ["comparison"],
    "externally_edited": ["at"],
  ]
  static let names = [
    "input", "resized", "time", "shown", "opened", "finished", "recorded", "unsaved", "stepped", "failed",
    "listed", "list_ended", "not_found", "flagged", "draft_discarded", "found", "compared", "edit_compared",
    "externally_edited",
    "delivery", "uncopied", "copy_failed", "themes",
    "background", "warned", "resumed", "terminated",
  ]

  private static func number(in line: Field) throws(RecordFault) -> Int? {
    try line.optional("comparison").map { field throws(RecordFault) in try field.integer(1...Int.max) }
  }
}

extension Field {
  fileprivate func unknownMessage(_ name: String) -> RecordFault {
    let nearest = NearestName(of: name, among: Message.names)?.name
    return fault(
      expected: nearest.map { "a message; the nearest is \($0)" }
        ?? "a message: one of \(Message.names.joined(separator: ", "))")
  }
}

extension Size {
  var json: JSONValue { ["columns": .count(columns), "rows": .count(rows)] }

  init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["columns", "rows"])
    self.init(columns: try field["columns"].integer(1...2000), rows: try field["rows"].integer(1...2000))
  }
}

extension DeliveryStatus {
  fileprivate var json: JSONValue {
    [
      "delivered": .count(delivered), "waiting": .count(waiting), "refused": .count(refused),
      "held": held.map(JSONValue.string) ?? .null, "verified": .count(verified),
    ]
  }

  fileprivate init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["delivered", "waiting", "refused", "held", "verified"])
    self.init(
      delivered: try field["delivered"].count(), verified: try field.optional("verified")?.count() ?? 0,
      waiting: try field["waiting"].count(),
      refused: try field["refused"].count(),
      held: try field.optional("held").map { field throws(RecordFault) in try field.text() })
  }
}
