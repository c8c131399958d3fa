import Tensors

/// The mean and the whitening matrices, averaged over the batches of a training: what decorrelated batch normalization
/// uses in their place when it is tested.
///
/// ```
/// mean += momentum · (μ − mean)        matrices += momentum · (W − matrices)
/// ```
///
/// ```swift
/// var whitening = RunningWhitening(channels: 2, momentum: 0.5, epsilon: 0)
/// whitening.update(with: Tensor([[2, 0], [0, 4], [-2, 0], [0, -4]]) + 10)
/// whitening.mean.elements  // [5.0, 5.0]
/// ```
///
/// At first all means are 0, and the matrices the identity.
public struct RunningWhitening: CustomStringConvertible {
  /// The mean of each channel, `[C]`.
  ///
  /// ```swift
  /// RunningWhitening(channels: 2).mean.elements  // [0.0, 0.0]
  /// ```
  public private(set) var mean: Tensor
  /// The whitening matrix of each group of channels, `[groups, C/groups, C/groups]`.
  ///
  /// ```swift
  /// RunningWhitening(channels: 2).matrices.elements  // [1.0, 0.0, 0.0, 1.0]
  /// ```
  public private(set) var matrices: Tensor
  /// How much a new batch counts beside all that came before, from 0 to 1.
  ///
  /// ```swift
  /// RunningWhitening(channels: 2).momentum  // 0.1
  /// ```
  public let momentum: Double
  /// What is added to every eigenvalue, as in `decorrelatedBatchNorm`.
  ///
  /// ```swift
  /// RunningWhitening(channels: 2, epsilon: 0.5).epsilon  // 0.5
  /// ```
  public let epsilon: Double

  /// Starts with mean 0, and matrices that leave everything as it is.
  ///
  /// ```swift
  /// RunningWhitening(channels: 4, groups: 2).matrices.shape  // [2, 2, 2]
  /// ```
  ///
  /// - Parameters:
  ///   - channels: How many channels, C.
  ///   - groups: Neighbouring channels are whitened together, in so many groups.
  ///   - momentum: How much a new batch counts beside all that came before.
  ///   - epsilon: What is added to every eigenvalue, as in `decorrelatedBatchNorm`.
  package init(channels: Int, groups: Int = 1, momentum: Double = 0.1, epsilon: Double = 1e-5) throws {
    guard channels >= 1 else { throw TensorError("RunningWhitening needs 1 channel or more, and got \(channels)") }
    try requireGroups(groups, channels: channels)
    try requireMomentum(momentum)
    try requireEpsilon(epsilon)
    let size = channels / groups
    mean = try .zeros([channels])
    matrices = try Tensor.zeros([groups, size, size]).adding(.eye(size))
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// Takes a batch into account.
  ///
  /// ```swift
  /// var whitening = RunningWhitening(channels: 2, momentum: 0.5, epsilon: 0)
  /// whitening.update(with: Tensor([[2, 0], [0, 4], [-2, 0], [0, -4]]))
  /// whitening.matrices.isClose(to: (Tensor.eye(2) + Tensor([[1, 0], [0, 0.5]]) / Double(2).squareRoot()).reshaped([1, 2, 2]) / 2)  // true
  /// ```
  ///
  /// - Parameter x: What `decorrelatedBatchNorm` gets, `[N, C]` or `[N, C, H, W]`.
  package mutating func update(with x: Tensor) throws {
    try requireChannels("RunningWhitening", x, axes: 2, form: "[N, C] or [N, C, H, W]")
    guard x.shape[1] == mean.count else {
      throw TensorError("RunningWhitening has \(counted(mean.count, "channel")), and the batch has \(x.shape[1])")
    }
    let whitening = try Whitening("RunningWhitening", x, groups: matrices.shape[0], epsilon: epsilon)
    try whitening.requireSeveral("RunningWhitening")
    let (mean, matrices) = try unrecorded {
      let (mean, matrices, _) = try whitening.whitened(x.detached())
      return (
        try moved(self.mean, towards: mean.flattened(), by: momentum),
        try moved(self.matrices, towards: matrices, by: momentum)
      )
    }
    (self.mean, self.matrices) = (mean, matrices)
  }

  public var description: String {
    "RunningWhitening(mean: \(mean.elements), matrices: \(matrices.elements), momentum: \(momentum), epsilon: \(epsilon))"
  }
}
