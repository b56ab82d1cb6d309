import FeedbackSubmission
import Foundation
import Preference
import StrictJSON

/// JSON Lines of arguments, read twice: to check them all, and to keep them. What can be read only once is put aside in
/// a file first.
struct FeedbackFile {
  private let file: FileHandle
  private let name: String
  private let start: UInt64

  /// So many faults are told one by one.
  private static let faultLimit = 20

  /// - Parameter path: `-` is standard input.
  init(path: String) throws {
    let input = path == "-" ? FileHandle.standardInput : try Self.open(path)
    name = path == "-" ? "standard input" : path
    file = try Self.isRegular(input) ? input : Self.spooled(input)
    start = try file.offset()
  }

  /// Checks every line.
  ///
  /// - Throws: When all faults were told, `ExitCode`.
  func check(_ console: Console) throws -> FeedbackCheck {
    var (check, faults, attempts) = (FeedbackCheck(), [CommandFailure](), 0)
    let next = try arguments()
    while true {
      do {
        guard let arguments = try next() else { break }
        attempts = max(attempts, arguments.stopAfterAttempt)
      } catch let failure as CommandFailure {
        if faults.count < Self.faultLimit { console.note(failure.message) }
        faults.append(failure)
      }
    }
    if attempts > 0 { check.attempts = attempts }
    guard let first = faults.first else { return check }
    let lines = CountedNoun.text(faults.count, "line is", "lines are")
    throw CommandFailure(first.status, "\(name): \(lines) not as expected; nothing was kept")
  }

  /// From the start.
  func records() throws -> () throws -> FeedbackRecord? {
    let next = try arguments()
    return { try next()?.record }
  }

  private func arguments() throws -> () throws -> FeedbackArguments? {
    try file.seek(toOffset: start)
    var lines = JSONLinesReader(file)
    return {
      guard let line = try lines.next() else { return nil }
      return try arguments(in: line)
    }
  }

  private func arguments(in line: JSONLinesReader.Line) throws -> FeedbackArguments {
    let place = "\(name):\(line.number)"
    guard let bytes = line.bytes else {
      throw CommandFailure(
        .badData, "\(place): expected a line of at most \(JSONLinesReader.lineLimit) bytes")
    }
    do {
      guard let object = try JSONParser.parse(bytes).object else {
        throw CommandFailure(.badData, "\(place): expected a JSON object of arguments")
      }
      return try FeedbackArguments(object)
    } catch let error as JSONSyntaxError {
      throw CommandFailure(.badData, "\(place): \(error)")
    } catch let error as FeedbackArgumentError {
      throw CommandFailure(.usage, "\(place): \(error)\(Self.advice(on: error))")
    }
  }

  private static func advice(on error: FeedbackArgumentError) -> String {
    guard error.problem == .unknown else { return "" }
    guard let nearest = NearestName(of: error.argument, among: FeedbackArguments.names) else { return "" }
    return "; did you mean \(nearest.name)?"
  }
}

extension FeedbackFile {
  private static func open(_ path: String) throws -> FileHandle {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(.usage, "\(path): \(String(cString: strerror(errno)))")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard try type(of: file) != S_IFDIR else {
      throw CommandFailure(.usage, "\(path): expected a file of arguments, found a directory")
    }
    return file
  }

  private static func isRegular(_ file: FileHandle) throws -> Bool { try type(of: file) == S_IFREG }

  private static func type(of file: FileHandle) throws -> mode_t {
    var status = stat()
    guard fstat(file.fileDescriptor, &status) == 0 else {
      throw CommandFailure(.usage, String(cString: strerror(errno)))
    }
    return status.st_mode & S_IFMT
  }

  /// A copy in a file without a name, which goes with the program.
  private static func spooled(_ input: FileHandle) throws -> FileHandle {
    let path = NSTemporaryDirectory() + "/podium-feedback-" + UUID().uuidString
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure(.usage, "\(path): \(String(cString: strerror(errno)))")
    }
    unlink(path)
    let spool = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    while let block = try input.read(upToCount: 1 << 20), !block.isEmpty {
      try spool.write(contentsOf: block)
    }
    try spool.seek(toOffset: 0)
    return spool
  }
}
