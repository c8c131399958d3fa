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

/// Slopes that were measured before, for the same function at the same place: those of a reference, which every answer is
/// compared with.
package final class SlopeCache {
  struct Key: Hashable {
    let position: Int
    let step: Double
  }
  fileprivate(set) var slopes: [Key: FiniteDifferences.Slopes] = [:]
  /// Nothing is added any more: only what the reference measured counts.
  package var isFrozen = false
  private var basis: [Tensor]?

  package init() {}

  /// Whether these are the tensors that the slopes belong to; the first ones are.
  fileprivate func holds(_ x: Tensor, _ upstream: Tensor, _ output: Tensor) -> Bool {
    let tensors = [x, upstream, output]
    guard let basis else {
      if !isFrozen { self.basis = tensors }
      return !isFrozen
    }
    return zip(basis, tensors).allSatisfy { $0.shape == $1.shape && $0.elements == $1.elements }
  }
}

/// One way on which an element has a part in a result.
package struct ChainTerm: Equatable, Sendable {
  /// Of an element of the result, for a gradient; of an element of the input, for a value.
  package let indices: [Int]
  /// The upstream gradient there, or the input.
  package let factor: Double
  /// How much the result grows there with the input.
  package let slope: Double
  package var product: Double { factor * slope }

  package init(indices: [Int], factor: Double, slope: Double) {
    (self.indices, self.factor, self.slope) = (indices, factor, slope)
  }
}

/// One element of a result, as the inputs that it depends on, each with its slope.
///
/// Of a function that is linear in x without a constant, the products add up to the element.
package func inputTerms(
  ofOutput position: Int, of function: @escaping (Tensor) throws -> Tensor, at x: Tensor, eps: Double = 1e-5
) throws -> [ChainTerm] {
  var differences = try FiniteDifferences(of: function, at: x, upstream: nil, for: "an explanation")
  return try unrecorded {
    let slopes = try (0..<x.count).map { input in
      try differences.slope(ofOutput: position, input: input, step: eps)
    }
    let floor = (slopes.lazy.map(\.magnitude).max() ?? 0) * 1e-8
    return slopes.indices.filter { slopes[$0].magnitude > floor }.map {
      ChainTerm(indices: x.indices(of: $0), factor: x.number($0), slope: slopes[$0])
    }
  }
}

/// The slopes of `Σ upstream · f(x)` along single elements of x, one of the tensors that f takes. Whoever asks for them
/// does it in `unrecorded`.
struct FiniteDifferences {
  private let function: ([Tensor]) throws -> Tensor
  private let x: Tensor
  private let upstream: Tensor
  let middle: Tensor
  /// What f is called with. They stand here and are moved in place, so that a call costs no copy.
  private var arguments: [Tensor]
  private let place: Int
  private var cache: SlopeCache?

  init(
    of function: @escaping (Tensor) throws -> Tensor, at x: Tensor, upstream: Tensor?, for name: String,
    cache: SlopeCache? = nil
  ) throws {
    try self.init(of: { try function($0[0]) }, at: [x], moving: 0, upstream: upstream, for: name, cache: cache)
  }

  init(
    of function: @escaping ([Tensor]) throws -> Tensor, at inputs: [Tensor], moving place: Int, upstream: Tensor?,
    for name: String, cache: SlopeCache? = nil
  ) throws {
    for input in inputs { try input.requireNumbers(for: name) }
    let inputs = try inputs.map { try $0.detached().converted(to: .float64) }
    self.function = function
    self.place = place
    arguments = inputs
    x = inputs[place]
    middle = try unrecorded { try function(inputs) }
    try middle.requireNumbers(for: name)
    self.upstream = try upstream?.detached().converted(to: .float64) ?? Tensor.ones(middle.shape)
    guard self.upstream.shape == middle.shape else {
      throw TensorError(
        "the upstream gradient has shape \(self.upstream.shape), but the result has shape \(middle.shape)")
    }
    if let cache, cache.holds(self.x, self.upstream, middle) { self.cache = cache }
  }

  /// What a step up and a step down show. The slopes of both sides agree where f is smooth, up to a difference that
  /// shrinks with h; their mean has an error that shrinks with h².
  struct Slopes {
    let below: Double
    let above: Double
    /// The mean, for an upstream gradient of all ones.
    let plain: Double
    var central: Double { (below + above) / 2 }

    /// How far apart the sides are, measured by their size.
    var gap: Double { (above - below).magnitude / max(above.magnitude, below.magnitude, 1e-3) }
  }

  /// Above it, the sides may be those of a corner.
  static let largestSmoothGap = 0.01

  mutating func slopes(_ position: Int, step: Double) throws -> Slopes {
    let key = SlopeCache.Key(position: position, step: step)
    if let known = cache?.slopes[key] { return known }
    let slopes = try measuredSlopes(position, step: step)
    if let cache, !cache.isFrozen { cache.slopes[key] = slopes }
    return slopes
  }

  private mutating func measuredSlopes(_ position: Int, step: Double) throws -> Slopes {
    let (low, high) = try (value(position, moved: -step), value(position, moved: step))
    return try slopes(low, middle.converted(to: .float64), high, step: step)
  }

  /// From both sides, `(f(x + h) − f(x − h)) / 2h`.
  mutating func central(_ position: Int, step: Double) throws -> Double {
    let (low, high) = try (value(position, moved: -step), value(position, moved: step))
    return change(from: low, to: high) / (2 * step)
  }

  /// The function has a corner where these were taken, as `max` has where the winner changes: the slopes from both sides
  /// stay apart, as small as the step may get.
  static func haveKink(wide: Slopes, narrow: Slopes) -> Bool {
    narrow.gap > largestSmoothGap && (narrow.gap > wide.gap / 3 || wide.gap > largestSmoothGap)
  }

  /// Of one element of the result alone.
  mutating func slope(ofOutput position: Int, input: Int, step: Double) throws -> Double {
    let (above, below) = try (value(input, moved: step), value(input, moved: -step))
    guard position < middle.count else { return 0 }
    return (above.number(position) - below.number(position)) / (2 * step)
  }

  /// The slope as the sum that it is by the chain rule: one term for each element of the result that x[position] moves.
  mutating func terms(_ position: Int, step: Double) throws -> [ChainTerm] {
    let (above, below) = try (value(position, moved: step), value(position, moved: -step))
    let slopes = (0..<middle.count).map { (above.number($0) - below.number($0)) / (2 * step) }
    let floor = (slopes.lazy.map(\.magnitude).max() ?? 0) * 1e-8
    return slopes.indices.filter { slopes[$0].magnitude > floor }.map {
      ChainTerm(indices: middle.indices(of: $0), factor: upstream.number($0), slope: slopes[$0])
    }
  }

  private mutating func value(_ position: Int, moved step: Double) throws -> Tensor {
    let original = x.number(position)
    try arguments[place].setNumber(position, to: original + step)
    let value = try function(arguments).converted(to: .float64)
    guard value.shape == middle.shape else {
      throw TensorError("the function's result changes its shape, from \(middle.shape) to \(value.shape)")
    }
    try arguments[place].setNumber(position, to: original)
    return value
  }

  /// The differences are taken before the sum: two nearly equal sums would lose digits. Most are 0, and a weight that is
  /// infinite stays out of it there.
  private func change(from a: Tensor, to b: Tensor) -> Double {
    withExtendedLifetime((a, b)) {
      let (a, b, weights) = (numbers(a), numbers(b), numbers(upstream))
      var sum = 0.0
      for i in 0..<middle.count {
        let change = b[i] - a[i]
        if change != 0 { sum += weights[i] * change }
      }
      return sum
    }
  }

  /// The same for both halves of the way.
  private func slopes(_ low: Tensor, _ middle: Tensor, _ high: Tensor, step: Double) -> Slopes {
    withExtendedLifetime((low, middle, high)) {
      let (a, b, c, weights) = (numbers(low), numbers(middle), numbers(high), numbers(upstream))
      var (below, above, plain) = (0.0, 0.0, 0.0)
      for i in 0..<middle.count {
        let (rise, climb) = (b[i] - a[i], c[i] - b[i])
        if rise == 0 && climb == 0 { continue }
        if rise != 0 { below += weights[i] * rise }
        if climb != 0 { above += weights[i] * climb }
        plain += rise + climb
      }
      return Slopes(below: below / step, above: above / step, plain: plain / (2 * step))
    }
  }

  private func numbers(_ tensor: Tensor) -> UnsafePointer<Double> {
    UnsafePointer(tensor.storage.base.assumingMemoryBound(to: Double.self))
  }
}
