import CNcursesw
import Glibc
import Terminal
import Testing

extension CursesTests {
  /// Curses places what follows a glyph by the C library's widths: where the surface counts otherwise, rows shift.
  @Suite struct ScalarWidthTests {
    @Test func `the C library agrees on the width of every scalar that is let through`() {
      setlocale(LC_CTYPE, "C.UTF-8")
      var disagreements: [String] = []
      for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value), let width = TextWidth.width(of: scalar) else { continue }
        let theirs = tn_scalar_width(value)
        if Int(theirs) != width {
          disagreements.append("U+\(String(value, radix: 16)): \(width), not \(theirs)")
        }
      }
      #expect(disagreements.isEmpty, "\(disagreements.count): \(disagreements.prefix(20))")
    }
  }
}
