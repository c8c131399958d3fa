import Operators
import Tensors

/// Gives every channel mean 0 and variance 1, then a scale and a shift that are learned; see `batchNorm` in `Operators`.
///
/// In training mean and variance are those of the batch, and their running averages move towards them:
///
/// ```
/// mean += momentum · (μ − mean)        variance += momentum · (σ²·n/(n − 1) − variance)
/// ```
///
/// In evaluation the running averages take their place. PyTorch's definitions: the batch is normalized with the biased
/// variance, and the running one is unbiased.
package final class BatchNorm2d: Layer {
  /// The scale of each channel, γ, `[C]`.
  package let weight: Parameter
  /// The shift of each channel, β, `[C]`.
  package let bias: Parameter
  package let runningMean: Parameter
  package let runningVariance: Parameter
  package let epsilon: Double
  package let momentum: Double
  package private(set) var isTraining = true

  package init(_ channels: Int, epsilon: Double = 1e-5, momentum: Double = 0.1) throws {
    weight = try Parameter(.ones([channels], dtype: .float32))
    bias = try Parameter(.zeros([channels], dtype: .float32))
    runningMean = try Parameter(.zeros([channels], dtype: .float32), isTrained: false)
    runningVariance = try Parameter(.ones([channels], dtype: .float32), isTrained: false)
    self.epsilon = epsilon
    self.momentum = momentum
  }

  package var parameters: [NamedParameter] { [("weight", weight), ("bias", bias)] }
  package var buffers: [NamedParameter] { [("running_mean", runningMean), ("running_var", runningVariance)] }

  package func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  package func initialize(_ scheme: InitializationScheme, _ random: inout Random) throws {
    try weight.replace(with: .ones(weight.shape))
    try bias.replace(with: .zeros(bias.shape))
    try runningMean.replace(with: .zeros(runningMean.shape))
    try runningVariance.replace(with: .ones(runningVariance.shape))
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try normalized(x, residual: nil, relu: false)
  }

  /// The whole tail of a residual block: batch norm, `+ residual`, ReLU.
  func normalized(_ x: Tensor, residual: Tensor?, relu isRectified: Bool) throws -> Tensor {
    if isTraining {
      let (y, mean, variance) = try normalizedBatch(
        x, gamma: weight.tensor, beta: bias.tensor, residual: residual, relu: isRectified, epsilon: epsilon)
      let count = Double(x.count / x.shape[1])
      try unrecorded {
        try runningMean.move(towards: mean, by: momentum)
        try runningVariance.move(towards: variance.multiplied(by: count / (count - 1)), by: momentum)
      }
      return y
    }
    let y = try batchNorm(
      x, mean: runningMean.tensor, variance: runningVariance.tensor, gamma: weight.tensor, beta: bias.tensor,
      epsilon: epsilon)
    let sum = try residual.map { try y.adding($0) } ?? y
    return isRectified ? try relu(sum) : sum
  }
}

extension Parameter {
  fileprivate func move(towards new: Tensor, by momentum: Double) throws {
    try replace(with: tensor.multiplied(by: 1 - momentum).adding(new.multiplied(by: momentum)))
  }
}
