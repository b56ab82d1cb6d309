/// How far the work is, for the terminal's tab or task bar (OSC 9;4).
enum WindowProgress {
  static let none = Array("\u{1B}]9;4;0;0\u{1B}\\".utf8)

  /// - Parameter percent: 0 to 100.
  static func bytes(_ percent: Int) -> [UInt8] {
    Array("\u{1B}]9;4;1;\(min(100, max(0, percent)))\u{1B}\\".utf8)
  }
}
