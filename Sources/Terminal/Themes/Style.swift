/// How a cell looks.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
  }

  /// `nil` is the terminal's own color.
  package var foreground: Color?
  package var background: Color?
  package var attributes: Attributes

  package init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// A color as a theme names it.
package enum Color: Hashable, Sendable {
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
  /// An entry of the terminal's palette; 0–15 are the user's own colors.
  case palette(UInt8)
}

/// How many colors a terminal shows.
package enum ColorDepth: Int, CaseIterable, Comparable, Sendable {
  case mono = 0
  case eight = 8
  case sixteen = 16
  case indexed = 256
  case direct = 16_777_216

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
