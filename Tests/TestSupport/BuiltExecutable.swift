import Foundation

/// The path of an executable of this package, beside the tests themselves.
package func builtExecutable(_ name: String) throws -> String {
  let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return URL(filePath: tests).deletingLastPathComponent().appending(path: name).path()
}
