import Preference
import StrictJSON

extension Field {
  func integer(_ range: ClosedRange<Int>) throws(RecordFault) -> Int {
    guard let number = value.number?.intValue, range.contains(number) else {
      throw fault(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func count() throws(RecordFault) -> Int { try integer(0...Int.max) }

  func truth() throws(RecordFault) -> Bool {
    guard let bool = value.bool else { throw fault(expected: "true or false") }
    return bool
  }

  /// A time since the session began, in microseconds.
  func time() throws(RecordFault) -> Duration { .microseconds(try integer(0...Int.max)) }

  func choice<Choice: RawRepresentable & CaseIterable>(of type: Choice.Type) throws(RecordFault) -> Choice
  where Choice.RawValue == String {
    guard let choice = value.string.flatMap(Choice.init(rawValue:)) else {
      throw fault(expected: "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }
}

extension JSONValue {
  static func count(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }

  /// In microseconds.
  static func time(_ time: Duration) -> JSONValue { .count(Int(time / .microseconds(1))) }
}
