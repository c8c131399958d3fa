/// The kind of number that a tensor holds: `float64` unless you ask for `float32`.
///
/// ```swift
/// Tensor([1, 2], shape: [2], dtype: .float32).dtype  // float32
/// ```
///
/// An operation on both kinds gives `float64`. One element, `x[0]`, is a `Double` whatever the dtype.
public enum DType: String, CaseIterable, CustomStringConvertible, Sendable {
  /// 4 bytes, about 7 significant decimal digits.
  case float32
  /// 8 bytes, about 16 significant decimal digits.
  case float64

  public var description: String { rawValue }
}
