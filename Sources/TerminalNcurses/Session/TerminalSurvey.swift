import CNcursesw
import Terminal

/// What a session would have to work with, found without taking the terminal over.
package struct TerminalSurvey: Equatable, Sendable {
  package let size: Size
  package let depth: ColorDepth
  package let isUTF8: Bool

  package init(
    color: ColorChoice = .auto, environment: TerminalEnvironment = .current()
  ) throws(TerminalError) {
    let device = try TerminalDevice()
    let type = try TerminalType.choose(for: environment, color: color)
    size = device.size ?? type.description.fallbackSize
    depth = type.depth
    isUTF8 = tn_locale_open()
  }
}
