import Tensors

/// A convolution along one, two or three axes and its two gradients: each is the gradient of the others.
///
/// ```
/// y = k ∗ x        dx = k ∗ᵀ dy        dk = dy ∗ x
/// ```
///
/// All three are linear in what they are computed from, so a gradient of a gradient is one of them again.

/// `y = b + k ∗ x`, and how gradients go back from it. `function` is what the learner called it.
func convolution(
  _ x: Tensor, _ k: Tensor, bias: Tensor? = nil, _ g: ConvolutionGeometry, as function: String? = nil
) throws -> Tensor {
  try bias.map { try requireBias($0, of: g.kernelShape[0]) }
  let y = try slide(x, k, bias: bias, g)
  if !x.isRecording && !k.isRecording && bias?.isRecording != true { return y }
  var gradients: [InputGradient] = [
    .gradient(to: x) { dy in try convolutionInputGradient(dy, k, g) },
    .gradient(to: k) { dy in try convolutionKernelGradient(dy, x, g) },
  ]
  if let bias {
    gradients.append(.gradient(to: bias) { dy in try dy.sum(axes: g.axesOfOneChannel) })
  }
  return try record(function ?? g.function, y, gradients)
}

/// `dx = k ∗ᵀ dy`. With a bias it is the transposed convolution.
func convolutionInputGradient(
  _ dy: Tensor, _ k: Tensor, bias: Tensor? = nil, _ g: ConvolutionGeometry, as function: String? = nil
) throws -> Tensor {
  try requireOutputShape(dy, g)
  try bias.map { try requireBias($0, of: g.inputShape[1]) }
  var dx = try collectForInputs(dy, k, g)
  if let bias { dx = try dx.adding(perChannel(bias, g)) }
  if !dy.isRecording && !k.isRecording && bias?.isRecording != true { return dx }
  var gradients: [InputGradient] = [
    .gradient(to: dy) { upstream in try convolution(upstream, k, g) },
    .gradient(to: k) { upstream in try convolutionKernelGradient(dy, upstream, g) },
  ]
  if let bias { gradients.append(.gradient(to: bias) { upstream in try upstream.sum(axes: g.axesOfOneChannel) }) }
  return try record(function ?? g.function + "InputGradient", dx, gradients)
}

/// `dk = dy ∗ x`.
func convolutionKernelGradient(_ dy: Tensor, _ x: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  try requireOutputShape(dy, g)
  let dk = try collectForWeights(dy, x, g)
  if !dy.isRecording && !x.isRecording { return dk }
  return try record(
    g.function + "KernelGradient", dk,
    .gradient(to: dy) { upstream in try convolution(x, upstream, g) },
    .gradient(to: x) { upstream in try convolutionInputGradient(dy, upstream, g) })
}

// MARK: - Which path

// Large convolutions of images in float32 go the fast way, `Conv2d+Pixels.swift`; other large ones of numbers theirs,
// `Conv2d+MatrixProduct.swift`, and small ones in double precision `Conv2d+Vectors.swift`. The loops in `Conv2d.swift`
// are the reference.

/// The fast path for two tensors of `float32`, or nil.
private func pixels(_ a: Tensor, _ b: Tensor, _ g: ConvolutionGeometry) -> PixelConvolution? {
  a.kind == .float32 && b.kind == .float32 ? PixelConvolution(g) : nil
}

private func slide(_ x: Tensor, _ k: Tensor, bias: Tensor?, _ g: ConvolutionGeometry) throws -> Tensor {
  if bias.map({ $0.kind == .float32 }) ?? true, let pixels = pixels(x, k, g) {
    return try pixels.forward(x, k, .init(bias: bias))
  }
  let y = try slide(x, k, g)
  return try bias.map { try y.adding(perChannel($0, g)) } ?? y
}

private func slide(_ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  if g.isLarge, let type = commonType(x, k) as? any MatrixElement.Type {
    return try slideByMatrixProduct(x, k, g, type)
  }
  if x.dtype == .float64, !x.isSymbolic, !k.isSymbolic, let y = try slideByVectors(x, k, g) { return y }
  return try slide(x, k, g, commonType(x, k))
}

private func collectForInputs(_ dy: Tensor, _ k: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  if let pixels = pixels(dy, k, g) { return try pixels.inputGradient(dy, k) }
  if g.isLarge, let type = commonType(dy, k) as? any MatrixElement.Type {
    return try inputGradientByMatrixProduct(dy, k, g, type)
  }
  return try collectForPixels(dy, k, g, commonType(dy, k))
}

private func collectForWeights(_ dy: Tensor, _ x: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  if let pixels = pixels(dy, x, g) { return try pixels.kernelGradient(dy, x) }
  if g.isLarge, let type = commonType(dy, x) as? any MatrixElement.Type {
    return try kernelGradientByMatrixProduct(dy, x, g, type)
  }
  return try collectForWeights(dy, x, g, commonType(dy, x))
}

// MARK: - Checks

extension ConvolutionGeometry {
  /// What a learner types: `conv2d`.
  var function: String {
    switch axisCount {
    case 1: "conv1d"
    case 2: "conv2d"
    default: "conv3d"
    }
  }

  /// The axes of a result that a bias is repeated along: all but the channels.
  var axesOfOneChannel: [Int] { [0] + (2..<inputShape.count) }
}

/// The bias as `[O, 1, 1]`, so that it meets the channels of `[N, O, H, W]`.
private func perChannel(_ bias: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  try bias.detached().reshaped([bias.count] + [Int](repeating: 1, count: g.axisCount))
}

/// A bias for the channels of a convolution's input is one of a transposed convolution, whose filters these are.
func requireBias(_ bias: Tensor, of channels: Int) throws {
  guard bias.shape == [channels] else {
    throw TensorError(
      "the bias needs shape [\(channels)], a number for each feature map, but it has shape \(bias.shape)")
  }
}

private func requireOutputShape(_ dy: Tensor, _ g: ConvolutionGeometry) throws {
  guard dy.shape == g.outputShape else {
    throw TensorError("dy has shape \(dy.shape), but the feature maps have shape \(g.outputShape)")
  }
}
