/// How many groups were compared, and what was found.
package struct VerificationTally: Sendable, Equatable {
  /// Groups that the server has exactly as it should.
  package private(set) var equal = 0
  /// Groups of which something was found.
  package private(set) var faulty = 0
  /// Groups on their way out, which cannot be accounted for yet.
  package private(set) var waiting = 0
  /// Groups of which a record was refused.
  package private(set) var dead = 0
  /// Records that the server had to have.
  package private(set) var records = 0
  package private(set) var findings: [VerificationFinding.Kind: Int] = [:]

  package init() {}

  package mutating func add(_ verification: GroupVerification) {
    let found = verification.findings
    found.forEach { add($0) }
    records +=
      verification.group.isSettled ? verification.group.records.count { $0.expectation.isPresent } : 0
    if !found.isEmpty { faulty += 1 }
    if !verification.group.isSettled {
      waiting += 1
    } else if verification.group.isDead {
      dead += 1
    } else if verification.isEqual {
      equal += 1
    }
  }

  package mutating func add(_ finding: VerificationFinding) {
    findings[finding.kind, default: 0] += 1
  }

  package func count(_ kind: VerificationFinding.Kind) -> Int { findings[kind] ?? 0 }

  /// The server has all that it must have, nothing else, and nothing is left to send.
  package var isProof: Bool { findings.isEmpty && waiting + dead == 0 }
}
