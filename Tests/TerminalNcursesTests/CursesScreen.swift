import CNcursesw
import Glibc
import Terminal
import Testing

@testable import TerminalNcurses

/// A screen of curses without a terminal: what would be sent goes to a file.
final class CursesScreen {
  let backend: NcursesBackend
  private(set) var titles: [String] = []
  private let output: Int32
  private var read: off_t = 0

  init(
    type: String = "xterm-256color", columns: Int = 80, rows: Int = 24, depth: ColorDepth = .indexed,
    encoding: GlyphEncoding = .utf8
  ) throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    output = tn_unnamed_file_open()
    try #require(tn_screen_open(type, output, output))
    nonisolated(unsafe) weak var screen: CursesScreen?
    backend = NcursesBackend(
      size: Size(columns: columns, rows: rows), depth: depth, encoding: encoding,
      sendTitle: { screen?.titles.append($0) })
    screen = self
  }

  deinit {
    tn_screen_close()
    close(output)
  }

  func show(
    _ rows: [String], role: Role = .text, cursor: Position = Position(column: 0, row: 0), title: String = "t"
  ) {
    var surface = Surface(size: backend.size)
    for (row, text) in rows.enumerated() {
      surface.write(text, at: Position(column: 0, row: row), columns: surface.size.columns, role: role)
    }
    backend.present(Frame(surface: surface, cursor: cursor, title: title))
  }

  /// The scalars of a row as curses has them; a wide one once.
  func row(_ row: Int) -> String {
    var text = String.UnicodeScalarView()
    var column = 0
    while let cell = cell(column, row) {
      for value in [cell.base, cell.marks.0, cell.marks.1, cell.marks.2, cell.marks.3] where value != 0 {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      column += max(1, Int(cell.width))
    }
    let trailing = text.reversed().prefix { $0 == " " }.count
    return String(String.UnicodeScalarView(text.dropLast(trailing)))
  }

  func cell(_ column: Int, _ row: Int) -> tn_cell? {
    var cell = tn_cell()
    return tn_screen_read(Int32(row), Int32(column), &cell) ? cell : nil
  }

  /// What was sent since the last call.
  func sent() -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = pread(output, &chunk, chunk.count, read), count > 0 {
      result += chunk[..<count]
      read += count
    }
    return result
  }
}
