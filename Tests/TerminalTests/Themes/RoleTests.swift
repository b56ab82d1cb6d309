import Terminal
import Testing

@Suite struct RoleTests {
  @Test func `a role's parent is the nearest whose name it begins with`() {
    #expect(Role.markMatchCurrent.parent == .markMatch)
    #expect(Role.statusError.parent == .status)
    #expect(Role.run1.parent == .text)
    #expect(Role.menu.parent == .text)
    #expect(Role.text.parent == nil)
  }

  @Test func `every role descends from text`() {
    for role in Role.allCases {
      var ancestor = role
      while let parent = ancestor.parent { ancestor = parent }
      #expect(ancestor == .text)
    }
  }
}
