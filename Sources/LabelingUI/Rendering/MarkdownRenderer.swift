import Terminal

/// Renders Markdown lightly, line by line: headings, emphasis and lists lose their signs, tables get even columns, code stays
/// as it is. What is not well-formed stays as it is too.
struct MarkdownRenderer {
  let source: [UInt8]
  /// What the terminal can show: columns of tables follow it.
  let repertoire: Repertoire
  var shown: [UInt8] = []
  var styles: [RoleSpan] = []
  var map = OffsetMap()
  /// Bytes that were looked at inside of lines: at most a few times those of the text.
  var effort = 0
  private var fence: (mark: UInt8, length: Int)?

  static func render(_ source: [UInt8], for repertoire: Repertoire) -> RenderedText {
    var renderer = MarkdownRenderer(source: source, repertoire: repertoire)
    renderer.run()
    return RenderedText(
      shown: String(decoding: renderer.shown, as: UTF8.self), styles: renderer.styles, map: renderer.map)
  }

  init(source: [UInt8], repertoire: Repertoire) {
    self.source = source
    self.repertoire = repertoire
  }

  mutating func run() {
    shown.reserveCapacity(source.count)
    let lines = Array(TextLines(source))
    var index = 0
    while index < lines.count {
      let count = tableRows(in: lines, from: index)
      if count > 0 {
        MarkdownTable(source, lines[index..<index + count]).write(to: &self)
        index += count - 1
      } else {
        take(lines[index])
      }
      copy(lines[index].upperBound..<(index + 1 < lines.count ? lines[index + 1].lowerBound : source.count))
      index += 1
    }
  }

  private mutating func take(_ line: Range<Int>) {
    let marker = LineMarker(source[line])
    if let fence {
      if case .fence(let mark, let length, true) = marker, mark == fence.mark, length >= fence.length {
        self.fence = nil
        return copy(line, role: .textMuted)
      }
      return copy(line, role: .mdCodeblock)
    }
    switch marker {
    case .fence(let mark, let length, _):
      fence = (mark, length)
      copy(line, role: .textMuted)
    case .heading(let level): takeHeading(line, level: level)
    case .listItem where !isRule(line): takeListItem(line)
    case .quote: copy(line, role: .mdQuote)
    case .listItem, .tableRow, .text: takeText(line)
    case .blank: copy(line)
    }
  }

  private mutating func takeHeading(_ line: Range<Int>, level: Int) {
    let start = shown.count
    let text = skipBlanks(skipBlanks(line).dropFirst(level))
    let known = styles.count
    MarkdownInline.write(text, of: source, to: &self)
    styles.removeSubrange(known...)
    addStyle(.mdHeading, from: start)
  }

  private mutating func takeListItem(_ line: Range<Int>) {
    let item = skipBlanks(line)
    copy(line.lowerBound..<item.lowerBound)
    let start = shown.count
    let isBullet = ["-", "*", "+"].contains { source[item.lowerBound] == UInt8(ascii: $0) }
    let end = isBullet ? item.lowerBound + 1 : item.first { source[$0] == 0x20 } ?? item.upperBound
    if isBullet { insert("•") } else { copy(item.lowerBound..<end) }
    addStyle(.mdList, from: start)
    takeText(end..<line.upperBound)
  }

  /// A rule is muted; anything else is prose.
  private mutating func takeText(_ line: Range<Int>) {
    if isRule(line) { return copy(line, role: .textMuted) }
    MarkdownInline.write(line, of: source, to: &self)
  }

  /// Three dashes, stars or underscores at least, and nothing else.
  private func isRule(_ line: Range<Int>) -> Bool {
    guard let sign = source[line].first(where: { $0 != 0x20 }), [0x2D, 0x2A, 0x5F].contains(sign) else {
      return false
    }
    let rest = source[line].lazy.filter { $0 != 0x20 }
    return rest.allSatisfy { $0 == sign } && rest.count >= 3
  }

  /// A table is a row, a row of dashes, and the rows below.
  private func tableRows(in lines: [Range<Int>], from index: Int) -> Int {
    guard fence == nil, index + 1 < lines.count, LineMarker(source[lines[index]]) == .tableRow,
      MarkdownTable.isDelimiter(source[lines[index + 1]])
    else { return 0 }
    return lines[index...].prefix { LineMarker(source[$0]) == .tableRow }.count
  }

  private func skipBlanks(_ range: Range<Int>) -> Range<Int> {
    let start = range.first { source[$0] != 0x20 && source[$0] != 0x09 } ?? range.upperBound
    return start..<range.upperBound
  }
}

// MARK: - Writing

extension MarkdownRenderer {
  mutating func copy(_ range: Range<Int>, role: Role? = nil) {
    let start = shown.count
    map.addCopy(source: range.lowerBound, shown: start, length: range.count)
    shown += source[range]
    if let role { addStyle(role, from: start) }
  }

  /// Writes what is not in the source.
  mutating func insert(_ text: String) { shown += text.utf8 }

  mutating func addStyle(_ role: Role, from start: Int) {
    if start < shown.count { styles.append(RoleSpan(range: start..<shown.count, role: role)) }
  }
}
