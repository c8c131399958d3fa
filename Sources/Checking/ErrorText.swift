import Foundation

/// An error with two digits: `0`, `1.2e-10`, `0.53`, `12`.
package func errorText(_ error: Double) -> String {
  if error == 0 { return "0" }
  if error.isNaN { return "nan" }
  if error.isInfinite { return "inf" }
  return String(format: "%.2g", error)
}
