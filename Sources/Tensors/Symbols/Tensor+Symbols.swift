/// Tensors of symbols: the same operators, and formulas in place of numbers.
extension Tensor {
  /// Makes a tensor of symbols, one for each element: `X₁₁`, `X₁₂`, …
  ///
  /// ```swift
  /// let x = Tensor(symbols: "X", shape: [1, 2])
  /// print(formulas(x * Tensor(symbols: "F", shape: [1, 2]), named: "Y"))
  /// // Y₁₁ = X₁₁F₁₁
  /// // Y₁₂ = X₁₂F₁₂
  /// ```
  ///
  /// - Parameters:
  ///   - name: The letter, or a derivative such as `∂E/∂O`.
  ///   - shape: The size of each axis. Leading axes of size 1 get no number.
  /// - Returns: A tensor that can be added, multiplied, convolved and pooled, and prints formulas.
  package init(symbols name: String, shape: [Int]) throws {
    try self.init(zeros: shape, kind: .formula)
    let elements = storage.base.assumingMemoryBound(to: Formula.self)
    for (position, subscripts) in Self.subscripts(of: shape).enumerated() {
      elements[position] = Formula(symbol: name, subscripts: subscripts)
    }
  }

  /// The element at a position of the row-by-row order, as a formula.
  package func formula(_ position: Int) -> Formula {
    isSymbolic
      ? storage.base.assumingMemoryBound(to: Formula.self)[position] : Formula(number: number(position))
  }

  /// Throws if one of the formulas has grown out of hand.
  func requireReadableFormulas() throws {
    let formulas = UnsafeBufferPointer(start: storage.base.assumingMemoryBound(to: Formula.self), count: count)
    if formulas.contains(where: \.hasLongProduct) {
      throw TensorError(
        "a formula would multiply more than \(Formula.factorLimit) factors: multiply fewer tensors of symbols")
    }
    if formulas.contains(where: \.isTooLong) {
      throw TensorError("a formula would have more than \(Formula.termLimit) terms: use smaller tensors of symbols")
    }
  }

  /// The lecture's numbers of each element, from 1: `[1, 1]`, `[1, 2]`, … A tensor of one image and one channel is
  /// numbered like a matrix.
  fileprivate static func subscripts(of shape: [Int]) -> [[Int]] {
    if shape.contains(0) { return [] }
    let leading = Swift.min(shape.prefix { $0 == 1 }.count, Swift.max(shape.count - 2, 0))
    return shape.dropFirst(leading).reduce([[]]) { numbers, size in
      numbers.flatMap { number in (0..<size).map { number + [$0 + 1] } }
    }
  }
}

/// Writes each element of a tensor of symbols as a line, `O₁₁ = F₁₁X₁₁ + …`.
///
/// ```swift
/// let x = Tensor(symbols: "X", shape: [1, 3])
/// let f = Tensor(symbols: "F", shape: [1, 2])
/// print(formulas(correlate2d(x, f), named: "O"))
/// // O₁₁ = F₁₁X₁₁ + F₁₂X₁₂
/// // O₁₂ = F₁₁X₁₂ + F₁₂X₁₃
/// ```
///
/// - Parameters:
///   - tensor: A tensor of symbols; numbers are written as well.
///   - name: What the lines begin with.
/// - Returns: A line for each element.
package func formulas(_ tensor: Tensor, named name: String) throws -> String {
  let limit = 1000
  guard tensor.count <= limit else {
    throw TensorError("formulas writes at most \(limit) lines, and this tensor has \(tensor.count) elements")
  }
  return zip(Tensor.subscripts(of: tensor.shape), 0..<tensor.count)
    .map { "\(name)\(subscriptText($0)) = \(tensor.formula($1))" }
    .joined(separator: "\n")
}
