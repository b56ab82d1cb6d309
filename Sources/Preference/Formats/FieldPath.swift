/// The way to a value inside a record. Written out only when something is wrong there.
package indirect enum FieldPath: Sendable {
  case record
  case key(String, in: FieldPath)
  case element(Int, of: FieldPath)
}

extension FieldPath: CustomStringConvertible {
  /// `candidates[1].run_id`; empty for the record itself.
  package var description: String {
    switch self {
    case .record: ""
    case .key(let key, in: .record): Self.printable(key)
    case .key(let key, let parent): "\(parent).\(Self.printable(key))"
    case .element(let index, let parent): "\(parent)[\(index)]"
    }
  }

  /// A key may be anything, and the path goes to terminals and logs: short, and printable ASCII only.
  private static func printable(_ key: String) -> String {
    let limit = 40
    let scalars = key.unicodeScalars.prefix(limit).map { scalar in
      0x20...0x7E ~= scalar.value ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return scalars.joined() + (key.unicodeScalars.count > limit ? "..." : "")
  }
}
