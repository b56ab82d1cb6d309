/// Parts of a path. Foundation's `deletingLastPathComponent` ends the program where a path is a single character.
package enum FilePath {
  /// What the file is in; `.` for a name alone.
  package static func folder(of path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
