import Preference
import Terminal

/// How texts are read: kept for the comparisons that follow.
extension Model {
  mutating func toggleScrolling() -> [Effect] {
    withScreen { [size] in $0.cycleScrolling(size: size) }
    reading.scrolling = screen?.scrolling ?? reading.scrolling
    notice = .information(reading.scrolling.sentence)
    return []
  }

  mutating func toggleRaw() -> [Effect] {
    reading.isRaw.toggle()
    withScreen { [isRaw = reading.isRaw, size] in $0.show(raw: isRaw, size: size) }
    notice = .information(reading.isRaw ? "texts as the models wrote them" : "Markdown is rendered")
    return refreshSearch()
  }

  mutating func togglePrompt() -> [Effect] {
    let before = screen?.layout.promptBody?.size.rows
    withScreen { [size] in $0.togglePrompt(size: size) }
    guard let screen else { return [] }
    let rows = screen.layout.promptBody?.size.rows
    let isWhole = rows != nil && rows == before && screen.prompt.pane.viewport.showsAll
    notice = .information(screen.prompt.extent.words + (isWhole ? ", and all of it shows already" : ""))
    return []
  }

  mutating func toggleReference() -> [Effect] {
    reading.showsReference.toggle()
    withScreen { [reading, repertoire, size] in
      $0.show(reference: reading.showsReference, repertoire: repertoire, size: size)
    }
    return refreshSearch()
  }

  mutating func jump(to landmark: CompareScreen.Landmark, by step: Int) -> [Effect] {
    var told: Notice?
    withScreen { told = $0.jump(to: landmark, by: step) }
    notice = told
    return []
  }
}
