import Terminal

/// What stands before the comparison and takes the keys until it is closed. One at a time.
enum Overlay: Equatable, Sendable {
  case help(HelpScreen)
  case themes(ThemePicker)
  /// The list of comparisons.
  case queue(QueueScreen)
  case goTo(GoToLine)
  /// The characters that a text hides.
  case inspector(InspectorScreen)
  /// The next key says which run to look at beside the one in focus.
  case otherRun
  /// Which part of a structured output is to be corrected.
  case fields(FieldChooser)
  /// A text that is written.
  case editor(EditorScreen)
  /// The same, while it is asked whether a value may have another type.
  case typeChange(EditorScreen)
  /// The questions of the rubric, below the runs.
  case reasons(ReasonsPanel)

  /// Nothing of the comparison can be read.
  var hidesComparison: Bool {
    switch self {
    case .help, .themes, .queue, .inspector, .fields: true
    case .editor(let editor), .typeChange(let editor): editor.subject.isCorrection
    case .goTo, .otherRun, .reasons: false
    }
  }

  mutating func fit(_ size: Size) {
    switch self {
    case .help(var help):
      help.fit(size)
      self = .help(help)
    case .themes(var picker):
      picker.fit(size)
      self = .themes(picker)
    case .queue(var queue):
      queue.fit(size)
      self = .queue(queue)
    case .inspector(var inspector):
      inspector.fit(size)
      self = .inspector(inspector)
    case .fields(var chooser):
      chooser.fit(size)
      self = .fields(chooser)
    case .editor(var editor):
      editor.fit(size)
      self = .editor(editor)
    case .typeChange(var editor):
      editor.fit(size)
      self = .typeChange(editor)
    case .goTo, .otherRun, .reasons: break
    }
  }
}

/// Each by its name, `nil` unless it is the one that stands there.
extension Model {
  var help: HelpScreen? {
    get { if case .help(let help) = overlay { help } else { nil } }
    set { if newValue != nil || help != nil { overlay = newValue.map(Overlay.help) } }
  }

  var themePicker: ThemePicker? {
    get { if case .themes(let picker) = overlay { picker } else { nil } }
    set { if newValue != nil || themePicker != nil { overlay = newValue.map(Overlay.themes) } }
  }

  var queue: QueueScreen? {
    get { if case .queue(let queue) = overlay { queue } else { nil } }
    set { if newValue != nil || queue != nil { overlay = newValue.map(Overlay.queue) } }
  }

  var goTo: GoToLine? {
    get { if case .goTo(let line) = overlay { line } else { nil } }
    set { if newValue != nil || goTo != nil { overlay = newValue.map(Overlay.goTo) } }
  }
}
