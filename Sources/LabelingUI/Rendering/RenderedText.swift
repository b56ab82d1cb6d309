import Terminal

/// A run's text as it is shown, and how that came from the text that is compared.
struct RenderedText: Equatable, Sendable {
  let shown: String
  let styles: [RoleSpan]
  let map: OffsetMap

  init(shown: String, styles: [RoleSpan] = [], map: OffsetMap) {
    self.shown = shown
    self.styles = styles
    self.map = map
  }

  /// The text as it is.
  init(plain source: [UInt8], styles: [RoleSpan] = []) {
    var map = OffsetMap()
    map.addCopy(source: 0, shown: 0, length: source.count + 1)
    self.init(shown: String(decoding: source, as: UTF8.self), styles: styles, map: map)
  }
}
