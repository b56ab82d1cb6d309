import StrictJSON

/// Which requests fetch a list page by page: what to ask next follows from the answer before.
struct PageRequests: Sendable {
  enum Style: Sendable {
    /// Ends with an empty page, or one that is shorter than `limit`. Without `limit` the server's own page size is
    /// not known, and only an empty page ends the list.
    case offset(limit: Int?, first: Int?)
    /// `{runs, cursors: {next}}`; the cursor goes into the same body. Ends with an empty page, too.
    case cursors
    /// `{items, next_cursor}`; the cursor goes into the same body, if there is one, else into the address. Pages may
    /// be empty on the way.
    case nextCursor
  }

  private var call: APICall
  private let style: Style
  private var offset: Int
  private var firstOfPage: JSONValue?
  private var cursor: String?
  private var isAtEnd = false

  init(_ call: APICall, _ style: Style) {
    self.call = call
    self.style = style
    offset = 0
    if case .offset(let limit, let first) = style {
      offset = first ?? 0
      if let limit { self.call.query.set("limit", String(limit)) }
      if let first { self.call.query.set("offset", String(first)) }
    }
  }

  /// The next request; `nil` when the list has ended.
  var next: APICall? { isAtEnd ? nil : call }

  /// Takes the answer to `next`, and returns what is on the page.
  mutating func receive(_ answer: JSONValue) throws -> [JSONValue] {
    switch style {
    case .offset(let limit, _):
      return try receive(try list(answer), limit: limit)
    case .cursors:
      let items = try list(answer.object?["runs"])
      try follow(items.isEmpty ? nil : answer.object?.object("cursors")?.string("next"), page: items)
      return items
    case .nextCursor:
      let items = try list(answer.object?["items"])
      try follow(answer.object?.string("next_cursor"), page: items)
      return items
    }
  }

  private mutating func receive(_ items: [JSONValue], limit: Int?) throws -> [JSONValue] {
    // Asked for certain ids, servers take no notice of the offset, and give the same page for ever.
    if let first = items.first, first == firstOfPage {
      isAtEnd = true
      return []
    }
    firstOfPage = items.first
    offset += items.count
    isAtEnd = items.isEmpty || limit.map { items.count < $0 } ?? false
    call.query.set("offset", String(offset))
    return items
  }

  /// The cursor is passed back as it came. A server that gives one again would give the same page for ever.
  private mutating func follow(_ next: String?, page: [JSONValue]) throws {
    let isRepeated = next.map { $0.utf8.elementsEqual((cursor ?? "").utf8) } ?? false
    guard let next, !next.isEmpty, !(isRepeated && page.isEmpty) else {
      isAtEnd = true
      return
    }
    guard !isRepeated else {
      throw LangSmithError(.unreadable, call.subject, detail: "the same cursor came twice")
    }
    cursor = next
    if var body = call.body?.object {
      body["cursor"] = .string(next)
      call.body = .object(body)
    } else {
      call.query.set("cursor", next)
    }
  }

  /// A missing or null list is an empty one.
  private func list(_ value: JSONValue?) throws -> [JSONValue] {
    switch value {
    case nil, .null?: return []
    case .array(let items)?: return items
    default: throw LangSmithError(.unreadable, call.subject, detail: "expected a list")
    }
  }
}
