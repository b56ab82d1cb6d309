import Foundation

/// Who is logged in.
enum LoginName {
  /// `nil` if the system has no name for the user.
  static var current: String? {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return nil }
    return String(cString: name)
  }
}
