extension LangSmithClient {
  /// What the server says of itself. Each call asks.
  public func serverInfo() async throws -> ServerInfo {
    ServerInfo(try await object(APICall(path: "info", subject: "what it says of itself")))
  }
}
