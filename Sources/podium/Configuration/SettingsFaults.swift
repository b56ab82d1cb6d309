import LabelingUI

/// What is wrong with the files of a rater, where that is no reason not to start.
struct SettingsFaults: Equatable {
  private var faults: [(file: String, words: String)] = []

  var isEmpty: Bool { faults.isEmpty }

  mutating func add(_ new: [ConfigurationFault]) {
    faults += new.map { ($0.file, $0.description) }
  }

  mutating func add(_ new: [ThemeFault]) {
    faults += new.map { ($0.file, $0.description) }
  }

  static func == (left: Self, right: Self) -> Bool { left.sentences == right.sentences }

  /// All of them, for standard error.
  var sentences: [String] { faults.map { "podium: \($0.words)" } }

  func tell() {
    for sentence in sentences { Console.standard.note(sentence) }
  }

  /// For the screen: the first, with the file's name alone, and how many there are.
  var warning: String? {
    guard let first = faults.first else { return nil }
    let name = first.file.split(separator: "/").last.map(String.init) ?? first.file
    let words = name + first.words.dropFirst(first.file.count)
    return faults.count == 1 ? words : "\(words) (and \(faults.count - 1) more, told at the end)"
  }
}
