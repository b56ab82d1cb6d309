import StrictJSON

/// A list at LangSmith, fetched page by page while it is iterated.
///
///     for try await run in client.runs(query) { … }
///     for try await page in client.runs(query).pages { … }
public struct LangSmithList<Element: Sendable>: AsyncSequence, Sendable {
  let channel: APIChannel
  let requests: PageRequests
  /// How many elements at most.
  var limit: Int?
  let element: @Sendable (JSONValue) throws -> Element

  /// The same list, a page at a time: for progress.
  public var pages: Pages { Pages(list: self) }

  /// All elements at once.
  public func all() async throws -> [Element] {
    try await pages.reduce(into: []) { $0 += $1 }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pages: pages.makeAsyncIterator()) }

  public struct AsyncIterator: AsyncIteratorProtocol {
    var pages: Pages.AsyncIterator
    private var page: ArraySlice<Element> = []

    init(pages: Pages.AsyncIterator) {
      self.pages = pages
    }

    public mutating func next() async throws -> Element? {
      while page.isEmpty {
        guard let next = try await pages.next() else { return nil }
        page = next[...]
      }
      return page.removeFirst()
    }
  }

  public struct Pages: AsyncSequence, Sendable {
    let list: LangSmithList

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(list) }

    public struct AsyncIterator: AsyncIteratorProtocol {
      private let list: LangSmithList
      private var requests: PageRequests
      private var left: Int

      init(_ list: LangSmithList) {
        self.list = list
        requests = list.requests
        left = list.limit ?? .max
      }

      public mutating func next() async throws -> [Element]? {
        guard left > 0, let call = requests.next else { return nil }
        let items = try requests.receive(try await list.channel.answer(to: call)).prefix(left)
        left -= items.count
        return items.isEmpty && requests.next == nil ? nil : try items.map(list.element)
      }
    }
  }
}
