/// A theme that cannot be used, with everything that is wrong with it.
package struct InvalidTheme: Error, Equatable, Sendable {
  package let faults: [ThemeFault]
}

extension InvalidTheme: CustomStringConvertible {
  package var description: String {
    faults.map(String.init(describing:)).joined(separator: "\n")
  }
}
