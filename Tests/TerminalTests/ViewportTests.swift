import Testing

@testable import Terminal

@Suite struct `A viewport` {
  @Test func `scrolls by lines and pages within the text`() {
    var viewport = Viewport(height: 10, total: 25)
    viewport.scroll(lines: -1)
    #expect(viewport.rows == 0..<10)
    viewport.scroll(pages: 1)
    #expect(viewport.rows == 9..<19)
    viewport.scroll(pages: 1)
    #expect(viewport.rows == 15..<25 && viewport.isAtEnd)
    viewport.scroll(lines: -3)
    #expect(viewport.top == 12)
    viewport.scrollToStart()
    #expect(viewport.top == 0)
    viewport.scrollToEnd()
    #expect(viewport.top == 15)
  }

  @Test func `has nowhere to go when all shows`() {
    var viewport = Viewport(height: 10, total: 4)
    viewport.scroll(pages: 1)
    #expect(viewport.rows == 0..<4 && viewport.showsAll && viewport.isAtEnd)
  }

  @Test func `goes on by a line where only one shows`() {
    var viewport = Viewport(height: 1, total: 4)
    viewport.scroll(pages: 2)
    #expect(viewport.rows == 2..<3)
    viewport.resize(height: 0, total: 4)
    viewport.scroll(lines: 9)
    #expect(viewport.rows == 4..<4)
  }

  @Test func `follows a change of size`() {
    var viewport = Viewport(height: 5, total: 50)
    viewport.scroll(to: 45)
    viewport.resize(height: 20, total: 50)
    #expect(viewport.rows == 30..<50)
    viewport.resize(height: 20, total: -1)
    #expect(viewport.rows == 0..<0)
  }

  @Test func `reveals a row and moves no further`() {
    var viewport = Viewport(height: 5, total: 50)
    viewport.reveal(row: 4)
    #expect(viewport.top == 0)
    viewport.reveal(row: 10)
    #expect(viewport.rows == 6..<11)
    viewport.reveal(row: 3)
    #expect(viewport.top == 3)
  }
}
