import Foundation

/// A file to import from.
package struct ImportSource: Sendable {
  package let file: FileHandle
  /// What findings call the file.
  package let name: String

  package init(file: FileHandle, name: String) {
    self.file = file
    self.name = name
  }

  /// Which file it is, and in what state; `nil` for pipes and the like.
  var stamp: FileStamp? { FileStamp(descriptor: file.fileDescriptor) }
}
