/// Comparisons, element by element: 1 where they hold, 0 elsewhere. Shapes broadcast, `nan` compares false with
/// everything (and unequal), and nothing has a gradient: a step is flat.

// MARK: - Operators

extension Tensor {
  /// Tells for each element whether it is less than one of another tensor.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .< Tensor([3, 5])).elements  // [1.0, 0.0]
  /// ```
  package func isLess(than other: Tensor) throws -> Tensor { try compared(".<", with: other) { $0 < $1 } }

  /// Tells for each element whether it is less than a number.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .< 5).elements  // [1.0, 0.0]
  /// ```
  package func isLess(than number: Double) throws -> Tensor { try compared(".<", with: number) { $0 < $1 } }

  /// Tells for each element whether it is less than or equal to one of another tensor.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .<= Tensor([0, 5])).elements  // [0.0, 1.0]
  /// ```
  package func isLessOrEqual(to other: Tensor) throws -> Tensor { try compared(".<=", with: other) { $0 <= $1 } }

  /// Tells for each element whether it is less than or equal to a number.
  ///
  /// ```swift
  /// (Tensor([1, 5, 7]) .<= 5).elements  // [1.0, 1.0, 0.0]
  /// ```
  package func isLessOrEqual(to number: Double) throws -> Tensor { try compared(".<=", with: number) { $0 <= $1 } }

  /// Tells for each element whether it is greater than one of another tensor.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .> Tensor([0, 5])).elements  // [1.0, 0.0]
  /// ```
  package func isGreater(than other: Tensor) throws -> Tensor { try compared(".>", with: other) { $0 > $1 } }

  /// Tells for each element whether it is greater than a number.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .> 1).elements  // [0.0, 1.0]
  /// ```
  package func isGreater(than number: Double) throws -> Tensor { try compared(".>", with: number) { $0 > $1 } }

  /// Tells for each element whether it is greater than or equal to one of another tensor.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .>= Tensor([3, 5])).elements  // [0.0, 1.0]
  /// ```
  package func isGreaterOrEqual(to other: Tensor) throws -> Tensor { try compared(".>=", with: other) { $0 >= $1 } }

  /// Tells for each element whether it is greater than or equal to a number.
  ///
  /// ```swift
  /// (Tensor([1, 5, 7]) .>= 5).elements  // [0.0, 1.0, 1.0]
  /// ```
  package func isGreaterOrEqual(to number: Double) throws -> Tensor { try compared(".>=", with: number) { $0 >= $1 } }

  /// Tells for each element whether it is equal to one of another tensor. `==` tells it for the whole tensors.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .== Tensor([3, 5])).elements  // [0.0, 1.0]
  /// ```
  package func isEqual(to other: Tensor) throws -> Tensor { try compared(".==", with: other) { $0 == $1 } }

  /// Tells for each element whether it is equal to a number.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .== 5).elements  // [0.0, 1.0]
  /// ```
  package func isEqual(to number: Double) throws -> Tensor { try compared(".==", with: number) { $0 == $1 } }

  /// Tells for each element whether it is different from one of another tensor.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .!= Tensor([3, 5])).elements  // [1.0, 0.0]
  /// ```
  package func isNotEqual(to other: Tensor) throws -> Tensor { try compared(".!=", with: other) { $0 != $1 } }

  /// Tells for each element whether it is different from a number.
  ///
  /// ```swift
  /// (Tensor([1, 5]) .!= 5).elements  // [1.0, 0.0]
  /// ```
  package func isNotEqual(to number: Double) throws -> Tensor { try compared(".!=", with: number) { $0 != $1 } }

  @inline(__always)
  private func compared(
    _ function: String, with other: Tensor, _ holds: (Double, Double) -> Bool
  ) throws -> Tensor {
    try combined(function, with: other) { holds($0, $1) ? 1 : 0 }
  }

  @inline(__always)
  private func compared(_ function: String, with number: Double, _ holds: (Double, Double) -> Bool) throws -> Tensor {
    try mapped(function) { holds($0, number) ? 1 : 0 }
  }
}

// MARK: - Functions

/// Tells where elements of `a` are less than those of `b`, the same as `a .< b`.
///
/// ```swift
/// less(Tensor([1, 5, 4]), Tensor([3, 5, 2])).elements  // [1.0, 0.0, 0.0]
/// ```
package func less(_ a: Tensor, _ b: Tensor) throws -> Tensor { try a.isLess(than: b) }

/// Tells where elements of `a` are less than or equal to those of `b`, the same as `a .<= b`.
///
/// ```swift
/// lessOrEqual(Tensor([1, 5, 4]), Tensor([3, 5, 2])).elements  // [1.0, 1.0, 0.0]
/// ```
package func lessOrEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor { try a.isLessOrEqual(to: b) }

/// Tells where elements of `a` are greater than those of `b`, the same as `a .> b`.
///
/// ```swift
/// greater(Tensor([1, 5, 4]), Tensor([3, 5, 2])).elements  // [0.0, 0.0, 1.0]
/// ```
package func greater(_ a: Tensor, _ b: Tensor) throws -> Tensor { try a.isGreater(than: b) }

/// Tells where elements of `a` are greater than or equal to those of `b`, the same as `a .>= b`.
///
/// ```swift
/// greaterOrEqual(Tensor([1, 5, 4]), Tensor([3, 5, 2])).elements  // [0.0, 1.0, 1.0]
/// ```
package func greaterOrEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor { try a.isGreaterOrEqual(to: b) }

/// Tells where elements of `a` and `b` are equal, the same as `a .== b`.
///
/// ```swift
/// equal(Tensor([1, 5, 4]), Tensor([3, 5, 2])).elements  // [0.0, 1.0, 0.0]
/// ```
package func equal(_ a: Tensor, _ b: Tensor) throws -> Tensor { try a.isEqual(to: b) }

/// Tells where elements of `a` and `b` are different, the same as `a .!= b`.
///
/// ```swift
/// notEqual(Tensor([1, 5, 4]), Tensor([3, 5, 2])).elements  // [1.0, 0.0, 1.0]
/// ```
package func notEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor { try a.isNotEqual(to: b) }
