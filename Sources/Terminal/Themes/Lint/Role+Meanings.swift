extension Role {
  /// Roles that stand beside each other and mean different things. Where there is no color, bold, underline and reverse
  /// must tell them apart: not every terminal has more.
  static let meanings: [[Role]] = [
    [.rank1, .rank2, .rankN, .rankTie, .rankNone],
    [.statusInfo, .statusWarn, .statusError],
    [.border, .borderFocus],
    [.paneTitle, .paneTitleFocus],
    [.gutter, .gutterFocus],
    [.text, .selection, .markMatch, .markMatchCurrent, .textStrong],
    [.text, .textEscape],
    [.diffShared, .diffAdded, .diffMissing, .diffUnique, .diffChanged, .diffMoved],
    [.menu, .menuSelected],
    [.input, .inputError, .inputPlaceholder],
  ]

  /// Roles whose colors must be told apart at a glance, with any kind of color vision; boldness is not enough. Without
  /// color a letter, a number or a sign tells them.
  static let identities: [[Role]] = [
    [.run1, .run2, .run3, .run4],
    [.rank1, .rank2, .rankN, .rankTie],
    [.diffAdded, .diffMissing],
    [.markMatch, .selection],
    [.markMatch, .markMatchCurrent],
    [.statusInfo, .statusWarn, .statusError],
  ]
}
