import Foundation
import Glibc
import LabelingUI

/// A text in a folder of its own that only its owner can enter, while an editor has it.
struct EditedFile: Equatable {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// More is nobody's correction.
  private static let longest = 16_000_000

  let path: String
  /// What the editor was given.
  let original: String
  let folder: String

  init(_ edit: ExternalEdit, environment: [String: String]) throws(Fault) {
    folder = try Self.makeFolder(in: environment)
    original = edit.text
    path = folder + (edit.kind == .json ? "/text.json" : "/text.md")
    try Self.write(Array(edit.text.utf8), to: path)
  }

  private static func makeFolder(in environment: [String: String]) throws(Fault) -> String {
    let places = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"].compactMap(\.self)
    for place in places where place.hasPrefix("/") {
      var template = Array("\(place)/podium-XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        return String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
      }
    }
    throw Fault(description: "no folder could be made in \(places.joined(separator: ", "))")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Fault(description: "\(path): \(Self.reason)") }
    defer { close(descriptor) }
    let code = FileWriting.write(bytes, to: descriptor)
    guard code == 0 else { throw Fault(description: "\(path): \(String(cString: strerror(code)))") }
  }

  /// Beside what the editor made of it.
  func keepOriginal() throws(Fault) {
    try Self.write(Array(original.utf8), to: folder + "/text-before" + path.dropFirst("\(folder)/text".count))
  }

  private static var reason: String { String(cString: strerror(errno)) }

  /// What the editor left there, if it can be taken over.
  func read(after original: String) throws(Fault) -> String {
    let bytes = try readBytes()
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(description: "line \(Self.firstInvalidLine(bytes)) is no valid UTF-8")
    }
    if let line = Self.line(ofControlIn: text, newSince: original) {
      throw Fault(description: "line \(line.number) has the control character \(line.name)")
    }
    // Editors end the last line; the text had no such end.
    if original.utf8.last != 0x0A, text.utf8.last == 0x0A {
      text = String(decoding: text.utf8.dropLast(text.utf8.dropLast().last == 0x0D ? 2 : 1), as: UTF8.self)
    }
    return text
  }

  /// Whether the file holds something else, or nobody can tell.
  func isChanged(from original: String) -> Bool {
    guard let bytes = try? readBytes() else { return access(path, F_OK) == 0 }
    return !bytes.elementsEqual(original.utf8)
  }

  /// Nothing else is in the folder: no file that an editor rescued its text to.
  var isAlone: Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return names == nil || names == [path.split(separator: "/").last.map(String.init) ?? ""] || names == []
  }

  /// The folder, if there may be something in it that was not taken over.
  func leftBehind(isInterrupted: Bool) -> String? {
    isInterrupted || isChanged(from: original) ? folder : nil
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private func readBytes() throws(Fault) -> [UInt8] {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw Fault(description: "the file is gone") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(description: "the file has become a link or something else that is no file")
    }
    if status.st_mode & S_IRUSR == 0 { chmod(path, 0o600) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw Fault(description: Self.reason) }
    defer { close(descriptor) }
    guard status.st_size <= Self.longest else {
      throw Fault(description: "it has \(status.st_size) bytes; at most \(Self.longest) are taken")
    }
    return try Self.contents(of: descriptor)
  }

  /// All of it: where reading fails in the middle, what was read is no text of the rater's.
  static func contents(of descriptor: Int32) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while bytes.count <= longest {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(description: "it cannot be read to its end: \(reason)") }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  /// What the text had in it already may stay.
  private static func line(
    ofControlIn text: String, newSince original: String
  ) -> (number: Int, name: String)? {
    let known = Set(original.unicodeScalars.filter(isControl))
    var number = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { number += 1 }
      if isControl(scalar), !known.contains(scalar) {
        return (number, "U+" + String(scalar.value + 0x10000, radix: 16, uppercase: true).dropFirst())
      }
    }
    return nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}
