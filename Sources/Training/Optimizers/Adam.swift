import Kernels
import Layers
import Tensors

/// Divides each gradient's running mean by the root of its running square.
///
/// ```
/// g = gradient + weightDecay · p        m = β₁·m + (1 − β₁)·g        v = β₂·v + (1 − β₂)·g²
/// p −= learningRate · m̂ / (√v̂ + ε),   m̂ = m / (1 − β₁ᵗ),   v̂ = v / (1 − β₂ᵗ)        at step t
/// ```
///
/// With a decoupled weight decay (AdamW) g is the gradient itself, and p shrinks to `p · (1 − learningRate · weightDecay)`
/// first. Kingma and Ba (2015); Loshchilov and Hutter (2019).
package final class Adam: Optimizer {
  package let parameters: [Parameter]
  package var learningRate: Double
  package let betas: (Double, Double)
  package let epsilon: Double
  package let weightDecay: Double
  package let decouplesDecay: Bool
  /// For each parameter; nil until its first gradient.
  private var moments: [Moments?]

  private struct Moments {
    var steps = 0
    let mean: AlignedBuffer
    let square: AlignedBuffer

    init(count: Int) {
      mean = AlignedBuffer(count: count)
      square = AlignedBuffer(count: count)
      for buffer in [mean, square] { buffer.base.update(repeating: 0, count: count) }
    }
  }

  package init(
    _ parameters: [Parameter], learningRate: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    epsilon: Double = 1e-8, weightDecay: Double = 0, decouplesDecay: Bool = false
  ) throws {
    try requireRate(learningRate)
    for beta in [betas.0, betas.1] where !(beta >= 0 && beta < 1) {
      throw TensorError("betas must be from 0 to below 1, and got \(beta)")
    }
    self.parameters = parameters
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decouplesDecay = decouplesDecay
    moments = parameters.map { _ in nil }
  }

  /// Adam with a decoupled weight decay, as in PyTorch's `AdamW`.
  package static func adamW(
    _ parameters: [Parameter], learningRate: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    epsilon: Double = 1e-8, weightDecay: Double = 0.01
  ) throws -> Adam {
    try Adam(
      parameters, learningRate: learningRate, betas: betas, epsilon: epsilon, weightDecay: weightDecay,
      decouplesDecay: true)
  }

  package func step() throws {
    for (i, parameter) in parameters.enumerated() {
      try parameter.update { p, gradient, count in
        var own = moments[i] ?? Moments(count: count)
        own.steps += 1
        moments[i] = own
        Optimizers.adam(
          p, gradient, mean: own.mean.base, square: own.square.base, step: own.steps, rate: learningRate,
          betas: betas, epsilon: epsilon, decay: weightDecay, isDecoupled: decouplesDecay, count: count)
      }
    }
  }
}
