import Tensors

/// The mean and the variance of each channel, averaged over the batches of a training: what batch normalization uses in
/// their place when it is tested.
///
/// ```
/// mean += momentum · (μ − mean)        variance += momentum · (σ²·n/(n − 1) − variance)
/// ```
///
/// ```swift
/// var statistics = RunningStatistics(channels: 2)
/// statistics.update(with: Tensor([[1, 10], [5, 40]]))
/// statistics.mean.elements  // [0.30000000000000004, 2.5]
/// ```
///
/// At first all means are 0, and all variances 1. As in PyTorch, the variance of a batch is the unbiased one here (divided
/// by n − 1), and the biased one in `batchNorm`.
public struct RunningStatistics: CustomStringConvertible {
  /// The mean of each channel, `[C]`.
  ///
  /// ```swift
  /// RunningStatistics(channels: 2).mean.elements  // [0.0, 0.0]
  /// ```
  public private(set) var mean: Tensor
  /// The variance of each channel, `[C]`.
  ///
  /// ```swift
  /// RunningStatistics(channels: 2).variance.elements  // [1.0, 1.0]
  /// ```
  public private(set) var variance: Tensor
  /// How much a new batch counts beside all that came before, from 0 to 1.
  ///
  /// ```swift
  /// RunningStatistics(channels: 2).momentum  // 0.1
  /// ```
  public let momentum: Double

  /// Starts with mean 0 and variance 1.
  ///
  /// ```swift
  /// RunningStatistics(channels: 3, momentum: 0.5).variance.elements  // [1.0, 1.0, 1.0]
  /// ```
  ///
  /// - Parameters:
  ///   - channels: How many channels, C.
  ///   - momentum: How much a new batch counts beside all that came before. (Not what optimizers call momentum.)
  package init(channels: Int, momentum: Double = 0.1) throws {
    guard channels >= 1 else { throw TensorError("RunningStatistics needs 1 channel or more, and got \(channels)") }
    try requireMomentum(momentum)
    mean = try .zeros([channels])
    variance = try .ones([channels])
    self.momentum = momentum
  }

  /// Takes a batch into account.
  ///
  /// ```swift
  /// var statistics = RunningStatistics(channels: 2, momentum: 0.5)
  /// statistics.update(with: Tensor([[1, 10], [5, 40]]))
  /// statistics.variance.elements  // [4.5, 225.5]
  /// ```
  ///
  /// - Parameter x: What `batchNorm` gets, `[N, C]` or `[N, C, H, W]`.
  package mutating func update(with x: Tensor) throws {
    let standardization = try batchStandardization("RunningStatistics", x, epsilon: 0)
    guard x.shape[1] == mean.count else {
      throw TensorError("RunningStatistics has \(counted(mean.count, "channel")), and the batch has \(x.shape[1])")
    }
    let (batchMean, batchVariance) = try unrecorded {
      let (_, mean, variance) = try standardization.moments(x)
      let count = Double(standardization.groupSize)
      return (try mean.flattened(), try variance.flattened().multiplied(by: count / (count - 1)))
    }
    (mean, variance) = (
      try moved(mean, towards: batchMean, by: momentum), try moved(variance, towards: batchVariance, by: momentum)
    )
  }

  public var description: String {
    "RunningStatistics(mean: \(mean.elements), variance: \(variance.elements), momentum: \(momentum))"
  }
}

/// `(1 − momentum) · old + momentum · new`.
func moved(_ old: Tensor, towards new: Tensor, by momentum: Double) throws -> Tensor {
  try old.multiplied(by: 1 - momentum).adding(new.detached().multiplied(by: momentum))
}

func requireMomentum(_ momentum: Double) throws {
  guard momentum >= 0 && momentum <= 1 else { throw TensorError("momentum must be from 0 to 1, and got \(momentum)") }
}
