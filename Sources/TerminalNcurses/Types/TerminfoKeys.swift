import Terminal

/// What terminfo says each key sends.
enum TerminfoKeys {
  /// The sequences of all keys that the terminal's entry names.
  static func sequences(lookingUp bytes: (String) -> [UInt8]?) -> [[UInt8]: Key] {
    var result: [[UInt8]: Key] = [:]
    for (name, key) in named {
      // A single byte is a control character or text; what it means is the decoder's to say.
      if let sequence = bytes(name), sequence.count > 1, result[sequence] == nil { result[sequence] = key }
    }
    return result
  }

  private static let named: [(String, Key)] = plain + functions + modified

  private static let plain: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
    ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kent", Key(.enter)), ("kbs", Key(.backspace)),
    ("kcbt", Key(.tab, modifiers: .shift)),
    ("kri", Key(.up, modifiers: .shift)), ("kind", Key(.down, modifiers: .shift)),
  ]

  /// Entries count on after the keyboard's twelve: `kf13` is shift and F1.
  private static let functions: [(String, Key)] = {
    let modifiers: [Key.Modifiers] = [[], .shift, .control, [.shift, .control], .alt]
    return modifiers.enumerated().flatMap { bank, modifiers in
      (1...12).map { ("kf\(bank * 12 + $0)", Key(.function($0), modifiers: modifiers)) }
    }
  }()

  /// ncurses' extension of the standard names: `kLFT` is shift and left, `kLFT5` control and left.
  private static let modified: [(String, Key)] = {
    let codes: [(String, Key.Code)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end),
      ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
    ]
    let suffixes: [(String, Key.Modifiers)] = [
      ("", .shift), ("3", .alt), ("4", [.shift, .alt]), ("5", .control), ("6", [.shift, .control]),
      ("7", [.alt, .control]), ("8", [.shift, .alt, .control]),
    ]
    return codes.flatMap { name, code in
      suffixes.map { (name + $0, Key(code, modifiers: $1)) }
    }
  }()
}
