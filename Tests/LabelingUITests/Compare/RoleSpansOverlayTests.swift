import Terminal
import Testing

@testable import LabelingUI

@Suite struct `Spans over others` {
  @Test func `take the place of what was there`() {
    var spans = [RoleSpan(range: 0..<10, role: .diffShared), RoleSpan(range: 20..<30, role: .diffShared)]
    spans.overlay([RoleSpan(range: 4..<6, role: .diffChanged), RoleSpan(range: 12..<14, role: .diffChanged)])
    #expect(spans.map(\.range) == [0..<4, 4..<6, 6..<10, 12..<14, 20..<30])
    #expect(spans.map(\.role) == [.diffShared, .diffChanged, .diffShared, .diffChanged, .diffShared])
  }
}
