import Foundation

/// Calls `body` with a file that holds `bytes` and is gone afterwards.
func withFile<Value>(_ bytes: [UInt8], _ body: (FileHandle) throws -> Value) throws -> Value {
  let url = FileManager.default.temporaryDirectory.appending(path: "podium-\(UUID().uuidString)")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  let file = try FileHandle(forReadingFrom: url)
  defer { try? file.close() }
  return try body(file)
}
