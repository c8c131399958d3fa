import Tensors

/// `conv2d`, then what often follows it, in one step: another tensor is added, and negative sums become 0.
///
/// ```
/// y = max(k ∗ x + b + r, 0)        dz = dy where y > 0, else 0
/// db = Σ dz per filter        dr = dz        dx = k ∗ᵀ dz        dk = dz ∗ x
/// ```
///
/// The numbers are those of `conv2d`, `adding` and `relu`, one after the other; in float32 the maps go through memory
/// once instead of three times.
///
/// - Parameters:
///   - input: Images `x`, `[N, C, H, W]`.
///   - kernel: Filters `k`, `[O, C/groups, U, V]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - residual: A tensor `r` of the result's shape, added before the ReLU.
///   - relu: Whether negative sums become 0.
///   - strides: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilations: As in `conv2d`.
///   - groups: As in `conv2d`.
/// - Returns: As `conv2d`.
package func fusedConv2d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, residual: Tensor? = nil, relu isRectified: Bool,
  strides: [Int] = [1, 1], padding: Padding = .zeros([0, 0]), dilations: [Int] = [1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, strides: strides, padding: padding, dilations: dilations,
    groups: groups)
  let tensors = [input, kernel, bias, residual].compactMap { $0 }
  guard tensors.allSatisfy({ $0.kind == .float32 }), residual.map({ $0.shape == g.outputShape }) ?? true,
    let pixels = PixelConvolution(g)
  else {
    var y = try convolution(input, kernel, bias: bias, g)
    if let residual { y = try y.adding(residual) }
    return isRectified ? try Operators.relu(y) : y
  }
  try bias.map { try requireBias($0, of: kernel.shape[0]) }
  let y = try pixels.forward(input, kernel, .init(bias: bias, residual: residual, relu: isRectified))
  guard tensors.contains(where: \.isRecording) else { return y }

  let shared = SharedGradients(uses: tensors.count { $0.isRecording }) { dy, y in
    [try dy.kept(where: y.detached(), .reluGradient) { !($0 <= 0) }]
  }
  func dz(_ dy: Tensor, _ y: Tensor) throws -> Tensor { isRectified ? try shared(0, dy, y) : dy }
  var gradients: [InputGradient] = [
    .gradient(to: input) { dy, y in try convolutionInputGradient(dz(dy, y), kernel, g) },
    .gradient(to: kernel) { dy, y in try convolutionKernelGradient(dz(dy, y), input, g) },
  ]
  if let bias { gradients.append(.gradient(to: bias) { dy, y in try dz(dy, y).sum(axes: g.axesOfOneChannel) }) }
  if let residual { gradients.append(.gradient(to: residual) { dy, y in try dz(dy, y) }) }
  return try record(isRectified ? "relu(conv2d)" : g.function, y, gradients)
}
