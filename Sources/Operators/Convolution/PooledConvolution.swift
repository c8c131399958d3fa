import Tensors

/// `conv2d`, a ReLU if asked for, and `maxPool2d`, in one step.
///
/// ```
/// y = maxPool(max(k ∗ x + b, 0))        dp = dy where y > 0, else 0        dz = dp at the winners, else 0
/// db = Σ dp per filter        dx = k ∗ᵀ dz        dk = dz ∗ x
/// ```
///
/// The numbers are those of the three operators, one after the other. In float32 the maps before the pooling are
/// computed part by part and never there as a whole: the way back asks only for the winners.
///
/// - Parameters:
///   - input: Images `x`, `[N, C, H, W]`.
///   - kernel: Filters `k`, `[O, C/groups, U, V]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - relu: Whether negative sums become 0.
///   - windows: Those of the pooling.
///   - strides: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilations: As in `conv2d`.
///   - groups: As in `conv2d`.
/// - Returns: As `maxPool2d`.
package func pooledConv2d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, relu isRectified: Bool, windows: PoolingWindows,
  strides: [Int] = [1, 1], padding: Padding = .zeros([0, 0]), dilations: [Int] = [1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, strides: strides, padding: padding, dilations: dilations,
    groups: groups)
  func oneByOne() throws -> Tensor {
    let maps = try fusedConv2d(
      input, kernel: kernel, bias: bias, relu: isRectified, strides: strides, padding: padding, dilations: dilations,
      groups: groups)
    return try maxPool2d(maps, windows)
  }
  let inputs = [input, kernel, bias].compactMap { $0 }
  guard inputs.allSatisfy({ $0.kind == .float32 }), let pixels = PixelConvolution(g) else { return try oneByOne() }
  try bias.map { try requireBias($0, of: kernel.shape[0]) }
  let pooling = try PoolingGeometry("maxPool2d", input: g.outputShape, windows: windows)
  guard let shape = pooling.pixelShape(of: pixels.shape.output), shape.hasWinners else { return try oneByOne() }

  let isRecording = inputs.contains(where: \.isRecording)
  let winners = isRecording ? PixelWinners(of: shape) : nil
  let y = try pixels.pooled(
    input, kernel, bias: bias, relu: isRectified, shape, winners: winners, outputShape: pooling.outputShape)
  guard let winners else { return y }

  let shared = SharedGradients(uses: inputs.count { $0.isRecording }) { dy, y in
    let dp = isRectified ? try dy.kept(where: y.detached(), .reluGradient) { !($0 <= 0) } : dy
    return [dp, try winners.scattered(dp, g.outputShape)]
  }
  /// A rule of the way back: from dp (0) or dz (1), or step by step where there is more to be recorded.
  func rule(
    _ part: Int, from source: Int, _ gradient: @escaping (_ dy: Tensor) throws -> Tensor
  ) -> InputGradient {
    .gradient(to: inputs[part]) { dy, y in
      if isPlainGradient(dy, of: y) { return try gradient(shared(source, dy, y)) }
      return try gradientsByWay(of: oneByOne, at: inputs, upstream: dy)[part]
    }
  }
  var rules = [
    rule(0, from: 1) { dz in try convolutionInputGradient(dz, kernel, g) },
    rule(1, from: 1) { dz in try convolutionKernelGradient(dz, input, g) },
  ]
  if bias != nil { rules.append(rule(2, from: 0) { dp in try dp.sum(axes: g.axesOfOneChannel) }) }
  return try record(isRectified ? "maxPool2d(relu(conv2d))" : "maxPool2d(conv2d)", y, rules)
}
