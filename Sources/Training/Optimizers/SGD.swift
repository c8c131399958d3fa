import Kernels
import Layers
import Tensors

/// Goes down the slope, in the direction of a running sum of gradients if there is a momentum.
///
/// ```
/// g = gradient + weightDecay · p        b = momentum · b + g    (b = g at first)
/// p −= learningRate · b        with Nesterov: p −= learningRate · (g + momentum · b)
/// ```
///
/// As in PyTorch, without its `dampening`.
package final class SGD: Optimizer {
  package let parameters: [Parameter]
  package var learningRate: Double
  package let momentum: Double
  package let weightDecay: Double
  package let isNesterov: Bool
  /// b for each parameter; nil until its first gradient.
  private var sums: [AlignedBuffer?]

  package init(
    _ parameters: [Parameter], learningRate: Double, momentum: Double = 0, weightDecay: Double = 0,
    isNesterov: Bool = false
  ) throws {
    try requireRate(learningRate)
    guard momentum >= 0, !isNesterov || momentum > 0 else {
      throw TensorError("momentum must be 0 or more, and more than 0 for Nesterov's, and got \(momentum)")
    }
    self.parameters = parameters
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.isNesterov = isNesterov
    sums = parameters.map { _ in nil }
  }

  package func step() throws {
    for (i, parameter) in parameters.enumerated() {
      try parameter.update { p, gradient, count in
        let isFirst = sums[i] == nil
        if isFirst && momentum > 0 { sums[i] = AlignedBuffer(count: count) }
        Optimizers.descend(
          p, gradient, momentum: sums[i]?.base, isFirst: isFirst, rate: learningRate, momentumFactor: momentum,
          decay: weightDecay, isNesterov: isNesterov, count: count)
      }
    }
  }
}

func requireRate(_ learningRate: Double) throws {
  guard learningRate >= 0 && learningRate.isFinite else {
    throw TensorError("the learning rate must be 0 or more, and got \(learningRate)")
  }
}
