extension LangSmithClient {
  /// The second generation of calls. Servers have them from 0.16 on where runs are kept in SmithDB, queue items from
  /// 0.16.14, sessions from 0.18.
  public var v2: V2 { V2(client: self) }

  public struct V2: Sendable {
    let client: LangSmithClient
  }
}
