/// Parts of a path, which is bytes between slashes. Foundation ends the program where a path is a single character, and takes a
/// slash before a combining mark for a part of the name.
package enum FilePath {
  private static let slash: Unicode.Scalar = "/"

  /// What the file is in; `.` for a name alone.
  package static func folder(of path: String) -> String {
    let path = withoutSlashesAtEnd(path)
    guard let slash = path.lastIndex(of: slash) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What the file is called in its folder.
  package static func name(of path: String) -> String {
    let path = withoutSlashesAtEnd(path)
    guard let slash = path.lastIndex(of: slash), path.count > 1 else { return String(path) }
    return String(path[path.index(after: slash)...])
  }

  /// A name without its last dot and what stands behind it; a dot at the beginning hides a file.
  package static func stem(of name: String) -> String {
    guard let dot = dot(in: name) else { return name }
    return String(name.unicodeScalars[..<dot])
  }

  /// What stands behind the last dot of a name; empty where there is none.
  package static func ending(of name: String) -> String {
    guard let dot = dot(in: name) else { return "" }
    return String(name.unicodeScalars[dot...].dropFirst())
  }

  package static func path(of name: String, in folder: String) -> String {
    folder.unicodeScalars.last == slash ? folder + name : folder + "/" + name
  }

  private static func dot(in name: String) -> String.Index? {
    guard let dot = name.unicodeScalars.lastIndex(of: "."), dot > name.startIndex else { return nil }
    return dot
  }

  private static func withoutSlashesAtEnd(_ path: String) -> Substring.UnicodeScalarView {
    var path = path[...].unicodeScalars
    while path.count > 1, path.last == slash { path.removeLast() }
    return path
  }
}
