internal import Kernels
import Tensors

/// The fast paths of batch, instance and group normalization in float32: images lie pixel by pixel in memory.
///
/// `Standardization.swift` is the reference that these are tested against.

/// `batchNorm` in training, then what often follows it, in one step: another tensor is added, and negative numbers become
/// 0.
///
/// ```
/// y = max(γ·x̂ + β + r, 0)        dz = dy where y > 0, else 0        dr = dz
/// ```
///
/// dx, dγ and dβ are those of `batchNorm`, from dz.
///
/// - Parameters:
///   - x: Maps of features, `[N, C, H, W]`.
///   - gamma: The scale of each channel, γ, `[C]`.
///   - beta: The shift of each channel, β, `[C]`.
///   - residual: A tensor r of the shape of x, added before the ReLU.
///   - relu: Whether negative numbers become 0.
///   - epsilon: As in `batchNorm`, ε.
/// - Returns: y, and the mean and the biased variance of each channel, `[C]` in float64.
package func normalizedBatch(
  _ x: Tensor, gamma: Tensor?, beta: Tensor?, residual: Tensor? = nil, relu isRectified: Bool,
  epsilon: Double = 1e-5
) throws -> (y: Tensor, mean: Tensor, variance: Tensor) {
  let standardization = try batchStandardization("batchNorm", x, epsilon: epsilon)
  try requirePerChannel([("a gamma", gamma), ("a beta", beta)], channels: x.shape[1])
  let step = NormalizedPixels(
    x, .batch, gamma: gamma, beta: beta, residual: residual, relu: isRectified, epsilon: epsilon)
  if let step, residual.map({ $0.shape == x.shape }) ?? true {
    let (y, moments) = try step.output("batchNorm", standardization)
    let channels = x.shape[1]
    return (
      y, try Tensor(Array(moments.mean.prefix(channels)), shape: [channels]),
      try Tensor(Array(moments.variance.prefix(channels)), shape: [channels])
    )
  }
  let y = try normalizedChannels(
    "batchNorm", x, by: standardization, gamma: gamma, beta: beta, residual: residual, relu: isRectified)
  let (mean, variance) = try unrecorded {
    let (_, mean, variance) = try standardization.moments(x)
    return (try mean.flattened(), try variance.flattened())
  }
  return (y, mean, variance)
}

/// As `normalized` for channels, then a tensor that is added and a ReLU: one readable step after the other.
private func normalizedChannels(
  _ function: String, _ x: Tensor, by standardization: Standardization, gamma: Tensor?, beta: Tensor?,
  residual: Tensor?, relu isRectified: Bool
) throws -> Tensor {
  let y = try normalized(
    function, x, by: standardization, gamma: gamma, beta: beta, parameterShape: channelShape(x.shape))
  let sum = try residual.map { try y.adding($0) } ?? y
  return isRectified ? try relu(sum) : sum
}

/// One normalization, with all that belongs to it.
struct NormalizedPixels {
  let x: Tensor
  let gamma: Tensor?
  let beta: Tensor?
  let residual: Tensor?
  let isRectified: Bool
  private let normalization: ChannelNormalization

  /// nil for what has no fast path.
  init?(
    _ x: Tensor, _ sharing: ChannelNormalization.Sharing, gamma: Tensor?, beta: Tensor?, residual: Tensor? = nil,
    relu isRectified: Bool = false, epsilon: Double
  ) {
    guard let layout = x.worthwhilePixels(as: x.shape),
      [gamma, beta, residual].allSatisfy({ $0.map { $0.kind == .float32 } ?? true })
    else { return nil }
    (self.x, self.gamma, self.beta, self.residual, self.isRectified) = (x, gamma, beta, residual, isRectified)
    normalization = ChannelNormalization(layout, sharing: sharing, epsilon: epsilon)
  }

  /// Moments that were taken before, one for each channel.
  func moments(mean: Tensor, variance: Tensor) -> ChannelNormalization.Moments {
    let zeros = [Double](repeating: 0, count: -mean.count & 15)
    return .init(mean: mean.elements + zeros, variance: variance.elements + zeros)
  }

  /// y with its way back, and the moments of x. `standardization` says the same for the reference.
  func output(
    _ function: String, _ standardization: Standardization
  ) throws -> (y: Tensor, moments: ChannelNormalization.Moments) {
    let (y, moments) = try computed()
    return (try withGradients(y, moments, function, standardization), moments)
  }

  /// y, and the moments of x or those that are given.
  func computed(
    by given: ChannelNormalization.Moments? = nil
  ) throws -> (y: Tensor, moments: ChannelNormalization.Moments) {
    let (gamma, beta) = (try gamma?.paddedToVectors(), try beta?.paddedToVectors())
    var moments = given ?? .init(mean: [], variance: [])
    let y = try x.withPixels { x, _ in
      try residual.withPixels { residual in
        try Tensor.computedPixels(self.x.shape) { y, _ in
          if given == nil { moments = normalization.moments(x) }
          normalization.normalize(
            y, x, by: moments, gamma: gamma?.base, beta: beta?.base, residual: residual, relu: isRectified)
        }
      }
    }
    return (y, moments)
  }

  private func withGradients(
    _ y: Tensor, _ moments: ChannelNormalization.Moments, _ function: String, _ standardization: Standardization
  ) throws -> Tensor {
    try recordTogether(function, y, [x, gamma, beta, residual].compactMap { $0 }) {
      try normalizedChannels(
        function, x, by: standardization, gamma: gamma, beta: beta, residual: residual, relu: isRectified)
    } gradients: { dy, y in
      try gradients(dy, y, moments)
    }
  }

  /// dx, and dγ, dβ and dr where these inputs are there.
  private func gradients(_ dy: Tensor, _ y: Tensor, _ moments: ChannelNormalization.Moments) throws -> [Tensor] {
    let gammaBuffer = try gamma?.paddedToVectors()
    let step = PixelLayout.padded(x.shape[1])
    let (dgamma, dbeta) = (AlignedBuffer(count: step), AlignedBuffer(count: step))
    func gradient(
      _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ dresidual: UnsafeMutablePointer<Float>?,
      _ relu: ChannelNormalization.Relu
    ) throws -> Tensor {
      try .computedPixels(self.x.shape) { dx, _ in
        normalization.gradient(
          dx: dx, dresidual: dresidual, dgamma: dgamma.base, dbeta: dbeta.base, dy, x, moments: moments,
          gamma: gammaBuffer?.base, relu: relu)
      }
    }
    var dresidual: Tensor?
    let dx = try dy.withPixels { dy, _ in
      try x.withPixels { x, _ in
        guard isRectified else { return try gradient(dy, x, nil, .none) }
        return try y.withPixels { y, _ in
          guard residual != nil else { return try gradient(dy, x, nil, .output(y)) }
          var dx: Tensor?
          dresidual = try .computedPixels(self.x.shape) { masked, _ in
            dx = try gradient(dy, x, masked, .output(y))
          }
          return try dx ?? .zeros(self.x.shape)
        }
      }
    }
    return [
      dx, try gamma.map { try Tensor($0.shape, copying: dgamma) },
      try beta.map { try Tensor($0.shape, copying: dbeta) },
      residual.map { _ in dresidual ?? dy },
    ].compactMap { $0 }
  }
}
