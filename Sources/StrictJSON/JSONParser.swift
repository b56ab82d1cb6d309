/// Reads one JSON text, strictly (RFC 8259): UTF-8 only, no duplicate keys, no lone surrogates, no trailing commas.
public struct JSONParser {
  /// Reads one value that fills `bytes`, but for white space around it.
  ///
  /// - Throws: `JSONSyntaxError`, with the byte offset at which the text stopped being JSON.
  public static func parse(_ bytes: some Collection<UInt8>) throws(JSONSyntaxError) -> JSONValue {
    throw JSONSyntaxError(offset: 0, expected: "a value")
  }
}
