import CNcursesw
import Glibc
import Terminal
import Testing

@testable import TerminalNcurses

/// A screen of curses without a terminal: what would be sent goes to a file, and can be looked at.
final class CursesScreen {
  let backend: NcursesBackend
  private(set) var titles: [String] = []
  private(set) var image: TerminalImage
  private let output: Int32
  private var read: off_t = 0

  init(
    type: String = "xterm-256color", columns: Int = 80, rows: Int = 24, depth: ColorDepth = .indexed,
    encoding: GlyphEncoding = .utf8
  ) throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    image = TerminalImage(size: Size(columns: columns, rows: rows))
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

  func resize(to size: Size) {
    backend.resize(to: size)
    image = TerminalImage(size: backend.size)
  }

  /// The scalars of a row on the terminal; a wide one once.
  func row(_ row: Int) -> String {
    _ = sent()
    return image.row(row)
  }

  func cell(_ column: Int, _ row: Int) -> TerminalImage.Cell {
    _ = sent()
    return image.cell(column, row)
  }

  /// What was sent since the last call.
  func sent() -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = pread(output, &chunk, chunk.count, read), count > 0 {
      result += chunk[..<count]
      read += count
    }
    image.take(result)
    return result
  }
}
