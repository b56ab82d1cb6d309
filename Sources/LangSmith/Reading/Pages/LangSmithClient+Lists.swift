import StrictJSON

extension LangSmithClient {
  /// A list of the first generation: pages of at most 100, by offset.
  func list<Element: WireObject>(
    _ call: APICall, limit: Int?, offset: Int = 0, of type: Element.Type = Element.self
  ) -> LangSmithList<Element> {
    list(call, .offset(limit: min(limit ?? .max, Self.longestPage), first: offset), limit: limit)
  }

  func list<Element: WireObject>(
    _ call: APICall, _ style: PageRequests.Style, limit: Int? = nil, of type: Element.Type = Element.self
  ) -> LangSmithList<Element> {
    LangSmithList(channel: channel, requests: PageRequests(call, style), limit: limit) { value in
      try Element(value, subject: call.subject)
    }
  }

  /// The one that a call asks for by its id.
  func read<Element: WireObject>(_ call: APICall, as type: Element.Type = Element.self) async throws
    -> Element
  {
    try Element(try await channel.answer(to: call), subject: call.subject)
  }

  /// The first of the list that a call asks for by name. No element is “not found”, although the server sees it
  /// otherwise.
  func first<Element: WireObject>(_ call: APICall, as type: Element.Type = Element.self) async throws
    -> Element
  {
    let answer = try await channel.answer(to: call)
    guard case .array(let elements) = answer else { return try Element(answer, subject: call.subject) }
    guard let first = elements.first else { throw LangSmithError(.notFound, call.subject) }
    return try Element(first, subject: call.subject)
  }

  static let longestPage = 100
}
