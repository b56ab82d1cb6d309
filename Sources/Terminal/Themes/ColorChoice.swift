/// What a user asks for with `--color`. Anything but `auto` wins over `NO_COLOR`.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// As many as the terminal has, none if `NO_COLOR` is set.
  case auto
  case always
  case never
  case sixteen = "16"
  case indexed = "256"
  case direct = "truecolor"
}
