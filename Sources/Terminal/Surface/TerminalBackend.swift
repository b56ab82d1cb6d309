/// A place to show frames. One thread owns it.
package protocol TerminalBackend: AnyObject {
  var size: Size { get }
  /// Takes up the theme, at the depth the terminal has, and repaints all with the next frame.
  func use(_ theme: Theme)
  /// Shows the frame; sends only what differs from the last one.
  func present(_ frame: Frame)
  /// Forgets what is on the screen, so that the next frame is sent whole (after ^L, a child process, a resize).
  func invalidate()
}
