extension JSONValue {
  /// The value as compact UTF-8 JSON: members in their order, numbers as they were spelled, nothing escaped but `"`, `\`
  /// and U+0000–U+001F.
  public func utf8() -> [UInt8] {
    []
  }
}
