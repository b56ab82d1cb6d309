import Foundation
import StrictJSON

/// The file of profiles. What is not understood in it stays as it is.
struct ProfileFile {
  /// Free of symbolic links: what is replaced is the file itself.
  let path: String

  init(_ path: String) {
    self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  func read() -> JSONObject? {
    guard let bytes = FileManager.default.contents(atPath: path),
      case .object(let root)? = try? JSONParser.parse(bytes)
    else { return nil }
    return root
  }

  static func profile(_ name: String, in root: JSONObject) -> JSONObject? {
    root["profiles"]?.object?[name]?.object
  }

  /// Puts what a renewal brought into a profile, and replaces the file in one step, readable by its owner alone.
  func write(_ oauth: JSONObject, to name: String, in root: JSONObject) throws(ProfileFileError) {
    var (root, profiles) = (root, root["profiles"]?.object ?? JSONObject())
    var profile = profiles[name]?.object ?? JSONObject()
    profile["oauth"] = .object(oauth)
    profiles[name] = .object(profile)
    root["profiles"] = .object(profiles)
    try replace(with: JSONValue.object(root).utf8(.indented) + [UInt8(ascii: "\n")])
  }

  private func replace(with bytes: [UInt8]) throws(ProfileFileError) {
    let draft = "\(path).\(UUID().uuidString.prefix(8))"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ProfileFileError(errno) }
    defer { unlink(draft) }
    let isWritten =
      Self.write(bytes, to: descriptor) && fchmod(descriptor, 0o600) == 0 && fsync(descriptor) == 0
    let failure = errno
    close(descriptor)
    guard isWritten else { throw ProfileFileError(failure) }
    guard rename(draft, path) == 0 else { throw ProfileFileError(errno) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(count, 0))
    }
    return true
  }
}

/// Why the file of profiles cannot be replaced, or locked.
struct ProfileFileError: Error, Equatable, CustomStringConvertible {
  let code: Int32

  init(_ code: Int32) {
    self.code = code
  }

  var description: String { String(cString: strerror(code)) }
}
