import Foundation
import TestSupport

/// A file system of a few megabytes, in memory, that can be full.
struct SmallDisk {
  let path: String

  private static let size = "8m"

  /// Only root may mount, and in a container perhaps nobody.
  static let isPossible: Bool = {
    guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
    guard run("/bin/mount", "-t", "tmpfs", "-o", "size=64k", "none", folder.path) else { return false }
    return run("/bin/umount", folder.path)
  }()

  init(in folder: TemporaryFolder) async throws {
    path = folder.path(of: "disk")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    guard Self.run("/bin/mount", "-t", "tmpfs", "-o", "size=\(Self.size)", "none", path) else {
      throw NotMounted()
    }
  }

  /// Fills it but for so many kilobytes.
  func fill(leaving kilobytes: Int) throws {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw NotMounted() }
    let free = Int(status.f_bavail) * Int(status.f_frsize) - kilobytes << 10
    try Data(count: max(free, 0)).write(to: URL(fileURLWithPath: path + "/filler"))
  }

  func empty() throws {
    try FileManager.default.removeItem(atPath: path + "/filler")
  }

  func unmount() {
    _ = Self.run("/bin/umount", "-l", path)
  }

  private struct NotMounted: Error {}

  private static func run(_ words: String...) -> Bool {
    var arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child = pid_t()
    guard posix_spawn(&child, words[0], nil, nil, arguments, nil) == 0 else { return false }
    var status: Int32 = 0
    return waitpid(child, &status, 0) == child && status == 0
  }
}
