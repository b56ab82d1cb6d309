import Preference
import Terminal
import Testing

@testable import LabelingUI

@Suite struct `The line with the order` {
  private func line(_ keys: String, runs: Int, columns: Int) -> String {
    let texts = (0..<runs).map { "answer \($0)" }
    var front = FrontDriver(texts: [texts], size: Size(columns: columns, rows: 12))
    front.type(keys)
    return front.line(10).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  @Test func `says whether the order is saved and which runs come first, whatever is cut`() {
    #expect(line("abcdefgh", runs: 30, columns: 40) == "Not saved A > B > C > … > H – 22 left")
    #expect(line("abcdefgh", runs: 30, columns: 20) == "Not saved A > … > H")
    #expect(line("abc", runs: 3, columns: 20) == "Not saved A > B > C")
    #expect(line("abcdefghi", runs: 9, columns: 40).hasPrefix("Not saved A > B > "))
  }

  @Test func `tells how many runs are left where their letters have no room`() {
    #expect(line("bfjm", runs: 30, columns: 40) == "Not saved B > F > J > M – 26 left")
    #expect(line("bfj", runs: 30, columns: 80).contains("1st B 2nd F 3rd J – A C–E G–I K–AD"))
  }

  @Test func `keeps the sign of a tie that is begun`() {
    #expect(line("abcdefgh=", runs: 30, columns: 40).hasSuffix("> H = …"))
  }
}
