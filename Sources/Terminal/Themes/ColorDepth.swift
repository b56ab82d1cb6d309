/// How many colors a terminal shows.
package enum ColorDepth: Int, CaseIterable, Comparable, Sendable {
  case mono = 0
  case eight = 8
  case sixteen = 16
  case indexed = 256
  case direct = 16_777_216

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
