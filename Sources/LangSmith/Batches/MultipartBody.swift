import CZstd
import FeedbackSubmission
import Foundation

/// The body of `POST /runs/multipart`: a part for each record, named after the record's id.
struct MultipartBody {
  private(set) var bytes: [UInt8] = []
  /// Of the parts' contents, without what is around them.
  private(set) var contentSize = 0

  /// - Parameter boundary: Stands between the parts, and in none of them.
  init(_ operations: [FeedbackOperation], boundary: String) {
    let boundary = Array("--\(boundary)".utf8)
    let head = boundary + "\r\nContent-Disposition: form-data; name=\"feedback.".utf8
    let type = Array("\"\r\nContent-Type: application/json\r\nContent-Length: ".utf8)
    let lineEnd = Array("\r\n".utf8)
    var record: [UInt8] = []
    for case .create(let id, let body) in operations {
      record.removeAll(keepingCapacity: true)
      BatchRecord.append(body, to: &record)
      contentSize += record.count
      if bytes.isEmpty { bytes.reserveCapacity((record.count + 200) * operations.count) }
      bytes += head
      bytes.append(lowercase: id)
      bytes += type
      bytes += String(record.count).utf8
      bytes += lineEnd
      bytes += lineEnd
      bytes += record
      bytes += lineEnd
    }
    bytes += boundary
    bytes += "--\r\n".utf8
  }
}

/// Compresses as the server takes it: one frame, fast, without the size of its content.
enum Zstandard {
  private static let level: Int32 = 1

  /// - Returns: `nil` if libzstd is not there.
  static func frame(of bytes: [UInt8]) -> [UInt8]? {
    guard czstd_load() else { return nil }
    let capacity = czstd_bound(bytes.count)
    let frame = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = bytes.withUnsafeBytes {
        czstd_compress(buffer.baseAddress, capacity, $0.baseAddress, $0.count, level)
      }
    }
    return frame.isEmpty ? nil : frame
  }
}
