private import KernelInterface

/// Steps of optimizers, as PyTorch defines them, in one pass over a parameter. Bias corrections are taken in double
/// precision.
package enum Optimizers {
  /// Stochastic gradient descent.
  ///
  /// ```
  /// g ← g + decay · p,   b ← momentum · b + (1 − dampening) · g  (b ← g at the first step),   p ← p − rate · b
  /// ```
  ///
  /// - Parameters:
  ///   - momentum: b, as large as the parameter; nil without momentum. Whatever it is at the first step.
  ///   - isFirst: b has not been written yet.
  ///   - isNesterov: The parameter moves by `g + momentum · b`.
  package static func descend(
    _ parameter: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>,
    momentum: UnsafeMutablePointer<Float>?, isFirst: Bool, rate: Double, momentumFactor: Double = 0,
    dampening: Double = 0, decay: Double = 0, isNesterov: Bool = false, count: Int
  ) {
    if isFirst { momentum?.update(repeating: 0, count: count) }
    let step = OptimizerKernels.Descent(
      rate: Float(rate), decay: Float(decay), momentum: Float(momentumFactor),
      dampening: isFirst ? 1 : Float(1 - dampening), isNesterov: isNesterov)
    Elementwise.forEachChunk(of: count) { start, count in
      ProcessorLevel.table.optimizer.descent(
        parameter + start, gradient + start, momentum.map { $0 + start }, step, count)
    }
  }

  /// Adam, and AdamW with `isDecoupled`.
  ///
  /// ```
  /// m ← β₁·m + (1 − β₁)·g,   v ← β₂·v + (1 − β₂)·g²
  /// p ← p − rate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
  /// ```
  ///
  /// - Parameters:
  ///   - mean: m, as large as the parameter; zeros at first.
  ///   - square: v, likewise.
  ///   - step: t, from 1.
  ///   - decay: `g ← g + decay · p`.
  ///   - isDecoupled: `p ← p − rate · decay · p` in place of that.
  package static func adam(
    _ parameter: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>, mean: UnsafeMutablePointer<Float>,
    square: UnsafeMutablePointer<Float>, step: Int, rate: Double, betas: (Double, Double) = (0.9, 0.999),
    epsilon: Double = 1e-8, decay: Double = 0, isDecoupled: Bool = false, count: Int
  ) {
    let step = OptimizerKernels.Adam(
      rate: Float(rate / (1 - power(betas.0, step))), first: Float(1 - betas.0), second: Float(1 - betas.1),
      epsilon: Float(epsilon), root: Float(1 / (1 - power(betas.1, step)).squareRoot()),
      decay: isDecoupled ? 0 : Float(decay), shrink: isDecoupled ? Float(1 - rate * decay) : 1)
    Elementwise.forEachChunk(of: count) { start, count in
      ProcessorLevel.table.optimizer.adam(
        parameter + start, gradient + start, mean + start, square + start, step, count)
    }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, base, exponent) = (1.0, base, exponent)
    while exponent > 0 {
      if exponent % 2 == 1 { result *= base }
      base *= base
      exponent /= 2
    }
    return result
  }
}
