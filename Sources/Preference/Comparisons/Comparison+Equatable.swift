import StrictJSON

// Two texts are the same here if their scalars are. The synthesized `==` would take canonically equivalent
// ones for equal, and a changed comparison for an unchanged one.

extension Comparison: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.json == right.json }
}

extension Prompt: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.json == right.json }
}

extension Prompt.Message: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.json == right.json }
}

extension Candidate: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.json == right.json }
}

extension Candidate.Output: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.text(let a), .text(let b)): a.hasSameScalars(as: b)
    case (.structured(let a), .structured(let b)): a == b
    case (.text, .structured), (.structured, .text): false
    }
  }
}
