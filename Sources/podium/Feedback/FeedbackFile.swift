import FeedbackSubmission
import Foundation
import Preference
import StrictJSON

/// JSON Lines of arguments, read twice: to check them all, and to keep them.
struct FeedbackFile {
  private let file: FileHandle
  private let name: String
  private let start: UInt64

  /// So many faults are told one by one.
  private static let faultLimit = 20

  /// - Parameter path: `-` is standard input.
  init(path: String) throws {
    let input = try InputFile(path, of: "a file of arguments")
    (file, name) = (input.handle, input.name)
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
