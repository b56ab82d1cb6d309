import Terminal

/// A run's text as it is shown, and how that came from the text that is compared.
struct RenderedText: Equatable, Sendable {
  let shown: String
  let styles: [RoleSpan]
  let map: OffsetMap

  /// Markdown, lightly rendered, or JSON.
  init(_ source: [UInt8]) {
    let isJSON = source.first == UInt8(ascii: "{") || source.first == UInt8(ascii: "[")
    if isJSON, JSONOutline(source) != nil {
      self.init(plain: source, styles: JSONStyles.spans(of: source))
    } else {
      self = MarkdownRenderer.render(source)
    }
  }

  /// The text as it is.
  init(plain source: [UInt8], styles: [RoleSpan] = []) {
    var map = OffsetMap()
    map.addCopy(source: 0, shown: 0, length: source.count + 1)
    self.init(shown: String(decoding: source, as: UTF8.self), styles: styles, map: map)
  }

  init(shown: String, styles: [RoleSpan], map: OffsetMap) {
    self.shown = shown
    self.styles = styles
    self.map = map
  }
}
