import Operators
import Tensors

/// A convolution with what follows it, computed as one operator where that is possible: batch norm, a residual that is
/// added, ReLU, maximum pooling.
///
/// This is the one place where layers are merged. What it computes is what the layers compute one after the other.
final class ConvolutionRun {
  private let convolution: Conv2d
  private let norm: BatchNorm2d?
  private let isRectified: Bool
  private let pool: MaxPool2d?
  private var folded: Folded?

  /// Filters and bias with batch norm in them, and the versions of what they were computed from.
  private struct Folded {
    let versions: [Int]
    let kernel: Tensor
    let bias: Tensor
  }

  init(_ convolution: Conv2d, norm: BatchNorm2d? = nil, relu isRectified: Bool = false, pool: MaxPool2d? = nil) {
    self.convolution = convolution
    self.norm = norm
    self.isRectified = isRectified
    self.pool = pool
  }

  func run(_ x: Tensor, residual: Tensor? = nil) throws -> Tensor {
    guard let norm else {
      return try convolved(x, kernel: convolution.weight.tensor, bias: convolution.bias?.tensor, residual)
    }
    // Whoever asks for gradients wants those of γ and β too: nothing is folded then.
    if norm.isTraining || norm.weight.tensor.isRecording || x.isRecording {
      let y = try norm.normalized(convolution(x), residual: residual, relu: isRectified)
      return try pool?(y) ?? y
    }
    let (kernel, bias) = try foldedWeights(norm)
    return try convolved(x, kernel: kernel, bias: bias, residual)
  }

  private func convolved(_ x: Tensor, kernel: Tensor, bias: Tensor?, _ residual: Tensor?) throws -> Tensor {
    if let pool, residual == nil {
      return try convolution.pooled(x, kernel: kernel, bias: bias, relu: isRectified, windows: pool.windows)
    }
    let y = try convolution.convolved(x, kernel: kernel, bias: bias, residual: residual, relu: isRectified)
    return try pool?(y) ?? y
  }

  /// Computed once, and again when a parameter or a statistic has changed.
  private func foldedWeights(_ norm: BatchNorm2d) throws -> (kernel: Tensor, bias: Tensor) {
    let sources = (convolution.parameters + norm.parameters + norm.buffers).map(\.parameter)
    let versions = sources.map(\.version)
    if let folded, folded.versions == versions { return (folded.kernel, folded.bias) }
    let (kernel, bias) = try unrecorded {
      try fusedBatchNorm(
        kernel: convolution.weight.tensor, bias: convolution.bias?.tensor, mean: norm.runningMean.tensor,
        variance: norm.runningVariance.tensor, gamma: norm.weight.tensor, beta: norm.bias.tensor,
        epsilon: norm.epsilon)
    }
    folded = Folded(versions: versions, kernel: kernel, bias: bias)
    return (kernel, bias)
  }
}
