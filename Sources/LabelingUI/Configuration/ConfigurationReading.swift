/// What a file of settings comes to: all of it that can be used, and what is wrong with the rest, which is as it comes.
package struct ConfigurationReading: Equatable, Sendable {
  package var configuration = Configuration()
  /// In the order of the lines.
  package var faults: [ConfigurationFault] = []
  /// The line of each setting that is used.
  package var lines = TOMLLines("")

  /// There is no file.
  package init() {}

  /// Nothing can be read.
  package init(fault: ConfigurationFault) {
    faults = [fault]
  }

  /// - Parameters:
  ///   - path: for messages.
  ///   - themes: the names of the themes that there are.
  package init(_ text: String, path: String, themes: [String]) {
    var reader = ConfigurationReader(path: path, text: text, themes: themes)
    configuration = reader.read()
    faults = reader.faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    lines = reader.lines
  }

  /// For who does with all of it or not at all.
  package func faultless() throws(InvalidConfiguration) -> Configuration {
    guard faults.isEmpty else { throw InvalidConfiguration(faults: faults) }
    return configuration
  }
}
