import Preference
import StrictJSON
import Terminal

/// A recorded session, had again: the same messages to the same model, and so the same screens.
package struct SessionReplay {
  /// More than any search of a rater's takes; no clock stops it here.
  private static let searchLimit = 50_000_000

  private var model: Model?
  private var search: SearchRequest?
  private var difference: DifferenceRequest?
  private var editDifference: EditDifferenceRequest?

  package init() {}

  /// Takes the next line of the recording; the first says how the session began.
  package mutating func take(line: some Collection<UInt8>) throws(RecordFault) {
    let value: JSONValue
    do { value = try JSONParser.parse(line) } catch { throw RecordFault(error) }
    let field = Field(value: value, path: .record)
    if model == nil {
      model = try SessionStart(field).model
    } else if let number = field.optional("found") {
      try field.allowOnly(["found"])
      finish(search: try number.count())
    } else if let number = field.optional("compared") {
      try field.allowOnly(["compared"])
      finish(difference: try number.count())
    } else if let number = field.optional("edit_compared") {
      try field.allowOnly(["edit_compared"])
      finish(editDifference: try number.count())
    } else {
      update(try Message(field))
    }
  }

  /// The screen after the lines so far; `nil` before the first.
  package var frame: Frame? { model?.frame() }

  /// What was to be done outside was done when the session was recorded, and its answers are in the recording. Only what
  /// follows from the texts alone is not.
  private mutating func update(_ message: Message) {
    for effect in model?.update(message) ?? [] {
      switch effect {
      case .search(let request): search = request
      case .compare(let request): difference = request
      case .compareEdit(let request): editDifference = request
      default: break
      }
    }
  }

  private mutating func finish(search number: Int) {
    guard let search, search.number == number else { return }
    update(.found(search.findings { $0 > Self.searchLimit }, search: number))
  }

  private mutating func finish(editDifference number: Int) {
    guard let editDifference, editDifference.number == number,
      let answer = EditDifference(editDifference)
    else { return }
    update(.editCompared(answer, request: number))
  }

  /// Where marks came in several parts, they come whole with the first.
  private mutating func finish(difference number: Int) {
    guard let difference, difference.number == number,
      let answer = DifferenceEngine.compare(difference)
    else { return }
    update(.compared(answer, request: number))
  }
}
