import Tensors

/// Computes a gradient by trying: moves each element a little up and a little down, and looks how the result changes.
///
/// ```
/// dx[i] = Σ upstream · (f(x + h·eᵢ) − f(x − h·eᵢ)) / 2h
/// ```
///
/// ```swift
/// let dx = numericGradient(of: { $0 * $0 }, at: Tensor([1, 3]))
/// dx.isClose(to: Tensor([2, 6]))  // true
/// ```
///
/// - Parameters:
///   - function: f, of a tensor of any shape, with a result of any shape.
///   - x: Where to take the gradient. It is computed in `float64`.
///   - upstream: A weight for each element of the result, of its shape; 1 for all if nothing is given.
///   - eps: The step h.
/// - Returns: A tensor of the shape of `x`.
package func numericGradient(
  of function: (Tensor) throws -> Tensor, at x: Tensor, upstream: Tensor? = nil, eps: Double = 1e-5
) throws -> Tensor {
  try requireStep(eps)
  return try withoutActuallyEscaping(function) { function in
    var differences = try FiniteDifferences(of: function, at: x, upstream: upstream, for: "numericGradient")
    var gradient = try Tensor.zeros(x.shape)
    try unrecorded {
      for position in 0..<x.count {
        try gradient.setNumber(position, to: differences.central(position, step: eps))
      }
    }
    return gradient
  }
}

/// Throws unless elements can be moved by `eps`.
func requireStep(_ eps: Double) throws {
  guard eps > 0 && eps.isFinite else { throw TensorError("eps must be larger than 0, and got \(shortText(eps))") }
}

/// The slopes of `Σ upstream · f(x)` along single elements of x. Whoever asks for them does it in `unrecorded`.
struct FiniteDifferences {
  private let function: (Tensor) throws -> Tensor
  private let x: Tensor
  private let upstream: Tensor
  private let middle: Tensor
  private var probe: Tensor

  init(
    of function: @escaping (Tensor) throws -> Tensor, at x: Tensor, upstream: Tensor?, for name: String
  ) throws {
    try x.requireNumbers(for: name)
    self.function = function
    self.x = try x.detached().converted(to: .float64)
    probe = self.x
    middle = try unrecorded { try function(x.detached().converted(to: .float64)) }
    try middle.requireNumbers(for: name)
    self.upstream = try upstream?.detached().converted(to: .float64) ?? Tensor.ones(middle.shape)
    guard self.upstream.shape == middle.shape else {
      throw TensorError(
        "the upstream gradient has shape \(self.upstream.shape), but the result has shape \(middle.shape)")
    }
  }

  /// From both sides, `(f(x + h) − f(x − h)) / 2h`: the error shrinks with h².
  mutating func central(_ position: Int, step: Double) throws -> Double {
    try change(from: value(position, moved: -step), to: value(position, moved: step)) / (2 * step)
  }

  /// From each side alone. They agree where f is smooth, up to a difference that shrinks with h.
  mutating func oneSided(_ position: Int, step: Double) throws -> (below: Double, above: Double) {
    try (
      change(from: value(position, moved: -step), to: middle) / step,
      change(from: middle, to: value(position, moved: step)) / step
    )
  }

  /// The function has a corner here, as `max` has where the winner changes: the slopes from both sides stay apart, as
  /// small as the step may get.
  mutating func hasKink(_ position: Int, step: Double) throws -> Bool {
    func gap(_ sides: (below: Double, above: Double)) -> Double {
      (sides.above - sides.below).magnitude / max(sides.above.magnitude, sides.below.magnitude, 1e-3)
    }
    let wide = try gap(oneSided(position, step: step))
    let narrow = try gap(oneSided(position, step: step / 10))
    return (narrow > 0.01 && narrow > wide / 3) || (wide > 0.01 && narrow > 0.01)
  }

  private mutating func value(_ position: Int, moved step: Double) throws -> Tensor {
    let original = x.number(position)
    try probe.setNumber(position, to: original + step)
    let value = try function(probe)
    guard value.shape == middle.shape else {
      throw TensorError("the function's result changes its shape, from \(middle.shape) to \(value.shape)")
    }
    try probe.setNumber(position, to: original)
    return value
  }

  /// The differences are taken before the sum: two nearly equal sums would lose digits.
  private func change(from a: Tensor, to b: Tensor) throws -> Double {
    guard a.kind == .float64 && b.kind == .float64 else {
      return try change(from: a.converted(to: .float64), to: b.converted(to: .float64))
    }
    return withExtendedLifetime((a, b)) {
      let a = a.storage.base.assumingMemoryBound(to: Double.self)
      let b = b.storage.base.assumingMemoryBound(to: Double.self)
      let weights = upstream.storage.base.assumingMemoryBound(to: Double.self)
      var sum = 0.0
      for i in 0..<middle.count {
        let change = b[i] - a[i]
        if change != 0 { sum += weights[i] * change }
      }
      return sum
    }
  }
}
