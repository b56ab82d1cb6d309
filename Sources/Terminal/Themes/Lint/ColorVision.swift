/// How colors look to people, by the cones their eyes do without.
///
/// The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, for a
/// severity of 1. They are for linear light.
package enum ColorVision: String, CaseIterable, Hashable, Sendable {
  case normal, protanopia, deuteranopia, tritanopia

  package func seen(_ color: LinearColor) -> LinearColor {
    switch self {
    case .normal: color
    case .protanopia:
      color.mixed(
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998])
    case .deuteranopia:
      color.mixed(
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881])
    case .tritanopia:
      color.mixed(
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900])
    }
  }
}

extension LinearColor {
  fileprivate func mixed(_ red: SIMD3<Double>, _ green: SIMD3<Double>, _ blue: SIMD3<Double>) -> Self {
    let parts = SIMD3(self.red, self.green, self.blue)
    let part = { (row: SIMD3<Double>) in min(1, max(0, (row * parts).sum())) }
    return Self(red: part(red), green: part(green), blue: part(blue))
  }
}
