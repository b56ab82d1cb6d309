import FeedbackSubmission
import Foundation

/// The lock that all LangSmith tools take while they renew a profile's tokens, because a refresh token is good for one
/// renewal: a folder beside the file of profiles, with the time and the owner in it.
struct OAuthRefreshLock {
  private let folder: String
  private let owner: String
  private let lifetime: TimeInterval

  /// A lock that is older was left by a program that ended.
  static let usualLifetime: TimeInterval = 15
  private static let pause = Duration.milliseconds(10)

  private var note: String { folder + "/created_at" }

  /// - Returns: `nil` if somebody else has it until `end`.
  /// - Throws: `ProfileFileError` if it cannot be made.
  static func take(
    besides file: String, until end: ContinuousClock.Instant, lifetime: TimeInterval = usualLifetime
  ) async throws -> OAuthRefreshLock? {
    let lock = OAuthRefreshLock(
      folder: file + ".oauth.lock.lock", owner: UUID().uuidString.lowercased().replacing("-", with: ""),
      lifetime: lifetime)
    while ContinuousClock.now < end {
      if try lock.isMade() { return lock }
      if !lock.removeIfStale() { try await Task.sleep(for: pause) }
    }
    return nil
  }

  func release() {
    guard lines.dropFirst().first.map(String.init) == owner else { return }
    remove()
  }

  private func isMade() throws(ProfileFileError) -> Bool {
    guard mkdir(folder, 0o700) == 0 else {
      if errno == EEXIST { return false }
      throw ProfileFileError(errno)
    }
    let now = WireTime.text(microseconds: Date().microsecondsSince1970).replacing("+00:00", with: "Z")
    guard
      FileManager.default.createFile(
        atPath: note, contents: Data("\(now)\n\(owner)\n".utf8), attributes: [.posixPermissions: 0o600])
    else {
      let code = errno
      remove()
      throw ProfileFileError(code)
    }
    return true
  }

  private func removeIfStale() -> Bool {
    guard let createdAt, Date().timeIntervalSince(createdAt) > lifetime else { return false }
    remove()
    return true
  }

  /// Who was killed before the note was written left a folder with a time of its own.
  private var createdAt: Date? {
    if let time = lines.first.flatMap({ Date(wireTime: String($0)) }) { return time }
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    return Date(timeIntervalSince1970: TimeInterval(status.st_mtim.tv_sec))
  }

  private var lines: [Substring] {
    String(decoding: FileManager.default.contents(atPath: note) ?? Data(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func remove() {
    unlink(note)
    rmdir(folder)
  }
}
