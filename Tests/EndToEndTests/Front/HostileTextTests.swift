import Foundation
import TestSupport
import Testing

/// Runs written by attackers, on the screen of the built program.
@Suite struct HostileTextTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// All hostile texts, as many in each comparison as its screen has rows for.
  static let campaign: Campaign = {
    var campaign = Campaign()
    let texts = HostileText.attacks + HostileText.characters + HostileText.mixtures(400)
    for (index, start) in stride(from: 0, to: texts.count, by: 3 * rows).enumerated() {
      let parts = (0..<3).map { part in
        texts.dropFirst(start + part * rows).prefix(rows).joined(separator: "\n")
      }
      let attack = HostileText.attacks[index % HostileText.attacks.count]
      campaign.add(
        "\(index) \(attack)", prompt: parts[0], reference: attack, model: attack,
        [parts[1], parts[2], attack])
    }
    return campaign
  }()

  private static let rows = 16
  private static let fileName = "runs\u{1B}]0;OWNED\u{7}\u{9B}31m\u{202E}.jsonl"

  @Test(arguments: ["C.UTF-8", "C"])
  func `nothing but what drawing needs reaches the terminal`(locale: String) async throws {
    var campaign = Self.campaign
    let total = campaign.lines.count
    campaign.lines.append(#"{"id":"\u001b]0;OWNED\u0007","\u009b31m":1}"#)
    try campaign.write(to: folder, as: Self.fileName)
    let session = try RecordedSession(
      ["label", folder.path(of: Self.fileName), "--rater", "\u{1B}]0;OWNED\u{7}"],
      environment: ["LC_ALL": locale], columns: 200, rows: 90)
    try await session.waitFor("Press Enter")
    session.type("\r")
    try await session.waitFor(comparison: "1/\(total)")
    for number in 2...total {
      session.type("pp\u{202E}\u{9B}\u{E0041}\u{1B}[31m]")
      try await session.waitFor(comparison: "\(number)/\(total)")
    }
    session.type("q")
    #expect(try await session.waitForEnd() == .exited(3))
    let stream = TerminalStream(session.bytes)
    #expect(stream.faults == [])
    #expect(locale != "C" || session.bytes.allSatisfy { $0 < 0x80 })
  }

  @Test func `title and clipboard stay, and every line is in its place`() async throws {
    var campaign = Campaign()
    let attacks = HostileText.attacks.map { String($0.unicodeScalars.prefix(100)) }
    for start in stride(from: 0, to: attacks.count, by: 40) {
      let half = { (skip: Int) in attacks.dropFirst(start + skip).prefix(20).joined(separator: "\n") }
      campaign.add("\(start)", prompt: half(0), [half(0), half(20)])
    }
    try campaign.write(to: folder)
    let session = try await RatingSession(in: folder, columns: 200, rows: 80)
    for number in 1...campaign.lines.count {
      let title = "podium \(number)/\(campaign.lines.count) · runs.podium"
      let pane = try await session.tmux.waitFor("\(title), in order", within: RatingSession.patience) {
        $0.title == title && isInOrder($0)
      }
      #expect(number > 1 || pane.contains("^[]52;c;T1dORUQ="), "\(pane)")
      try await session.tmux.press("]")
    }
    #expect((try? await session.tmux.clipboard()) == nil)
    #expect(try await session.quit().isTerminalAsFound)
  }

  /// The lines below the runs' titles are divided in the same column, and the last two are ours.
  private func isInOrder(_ pane: TmuxPane) -> Bool {
    guard let start = pane.lines.firstIndex(where: { $0.contains("[A]") }) else { return false }
    return pane.lines[start..<78].allSatisfy(isDivided) && pane.lines[78].contains("Not judged")
      && pane.lines[79].contains("? keys")
  }

  private func isDivided(_ line: String) -> Bool {
    let isNarrow = line.unicodeScalars.allSatisfy { $0.isASCII || "│▌─━".unicodeScalars.contains($0) }
    return isNarrow ? line.dropFirst(99).first == "│" : line.filter { $0 == "│" }.count == 1
  }
}
