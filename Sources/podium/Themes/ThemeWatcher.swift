import FeedbackSubmission
import Foundation
import LabelingUI

/// Tells when theme files of the user were saved, so that an open screen can follow. Waits without using the processor.
final class ThemeWatcher: Sendable {
  /// Editors write in several steps: what comes within this time is one change.
  private static let settlingMilliseconds: Int32 = 50
  private static let changes = UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)

  private let stopping: Int32

  /// Starts to watch, on a thread of its own.
  ///
  /// - Parameters:
  ///   - known: what was read before.
  ///   - onChange: gets all files anew; called on that thread.
  /// - Returns: `nil` where there is no such folder to look at, or the system watches no more files.
  init?(
    _ themes: UserThemes, known: [ThemeCatalog.Source],
    onChange: @escaping @Sendable ([ThemeCatalog.Source]) -> Void
  ) {
    guard let folder = themes.folder else { return nil }
    let notifier = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard notifier >= 0 else { return nil }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      close(notifier)
      return nil
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (stop, stopping) = (ends[0], ends[1])
    self.stopping = stopping
    Thread.detachNewThread {
      Self.watch(folder, by: notifier, until: stop, known: known, read: themes.sources, onChange: onChange)
      close(notifier)
      close(stop)
    }
  }

  /// The thread ends when the pipe does.
  deinit {
    close(stopping)
  }

  private static func watch(
    _ folder: String, by notifier: Int32, until stop: Int32, known: [ThemeCatalog.Source],
    read: () -> [ThemeCatalog.Source], onChange: ([ThemeCatalog.Source]) -> Void
  ) {
    var known = known
    repeat {
      for path in places(of: folder) { inotify_add_watch(notifier, path, changes | UInt32(IN_ONLYDIR)) }
      let sources = read()
      if sources != known { onChange(sources) }
      known = sources
    } while waitForChange(by: notifier, until: stop)
  }

  /// The folder, and those in which the files stand that it links to; before there is a folder, what is there of its path.
  private static func places(of folder: String) -> Set<String> {
    var existing = folder
    while access(existing, F_OK) != 0, existing != "/", existing != "." {
      existing = FilePath.folder(of: existing)
    }
    guard existing == folder else { return [existing] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".toml") }.map { folder + "/" + $0 }
    return Set(
      [folder]
        + files.map { ($0 as NSString).resolvingSymlinksInPath }.map(FilePath.folder(of:)))
  }

  /// `false` when it is time to stop.
  private static func waitForChange(by notifier: Int32, until stop: Int32) -> Bool {
    var sources = [notifier, stop].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var timeout: Int32 = -1
    while true {
      let ready = poll(&sources, nfds_t(sources.count), timeout)
      if ready < 0, errno != EINTR { return false }
      if sources[1].revents != 0 { return false }
      if ready == 0 { return true }
      if ready > 0 {
        drain(notifier)
        timeout = settlingMilliseconds
      }
    }
  }

  private static func drain(_ notifier: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(notifier, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}
