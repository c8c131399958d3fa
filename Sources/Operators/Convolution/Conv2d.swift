import Tensors

/// Slides filters over images, and sums the products under them.
///
/// ```
/// y[n,o,i,j] = b[o] + Σ c,u,v  x[n, c, i·s + u·d − p, j·s + v·d − p] · k[o,c,u,v]
/// ```
///
/// The filter is not turned around, as in all deep-learning libraries; mathematicians call this a cross-correlation.
///
/// ```swift
/// let x = Tensor([1, 2, 3, 4], shape: [1, 1, 2, 2])
/// let k = Tensor([1, 10], shape: [1, 1, 1, 2])
/// conv2d(x, kernel: k).elements  // [21.0, 43.0]
/// ```
///
/// - Parameters:
///   - input: Images `x`, `[N, C, H, W]`.
///   - kernel: Filters `k`, `[O, C/groups, U, V]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - stride: How far the window moves, s.
///   - padding: Zeros on each side of the images, p.
///   - dilation: The distance between neighbours in the window, d.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: Feature maps `y`, `[N, O, (H + 2p − d·(U − 1) − 1)/s + 1, (W + 2p − d·(V − 1) − 1)/s + 1]`.
/// - Source: [TUM] "Convolution Layers: Dimensions".
package func conv2d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, stride: stride, padding: padding, dilation: dilation, groups: groups)
  let y = try recordedConvolution(input, kernel, g)
  return try bias.map { try y.adding(perChannel($0, g)) } ?? y
}

private func recordedConvolution(_ input: Tensor, _ kernel: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  let y = try conv2dForward(input, kernel, g)
  if !input.isRecording && !kernel.isRecording { return y }
  return try record(
    "conv2d", y,
    .gradient(to: input) { dy in try recordedInputGradient(dy, kernel, g) },
    .gradient(to: kernel) { dy in try recordedKernelGradient(dy, input, g) })
}

/// Computes the gradient of `conv2d` with respect to its images: each pixel collects from every window that covered it.
///
/// ```
/// dx[n, c, i·s + u·d − p, j·s + v·d − p] += dy[n,o,i,j] · k[o,c,u,v]
/// ```
///
/// ```swift
/// let dy = Tensor([1, 100], shape: [1, 1, 1, 2])
/// let k = Tensor([1, 10], shape: [1, 1, 1, 2])
/// conv2dInputGradient(dy, kernel: k, inputShape: [1, 1, 1, 3]).elements  // [1.0, 110.0, 1000.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, H', W']`.
///   - kernel: Filters `k`, `[O, C/groups, U, V]`.
///   - inputShape: The shape of the images, `[N, C, H, W]`.
///   - stride: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilation: As in `conv2d`.
///   - groups: As in `conv2d`.
/// - Returns: `dx`, `[N, C, H, W]`.
/// - Source: [Tübingen] "Convolution – Back Propagation".
package func conv2dInputGradient(
  _ dy: Tensor, kernel: Tensor, inputShape: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: inputShape, kernel: kernel.shape, stride: stride, padding: padding, dilation: dilation, groups: groups)
  try requireOutputShape(dy, g)
  return try recordedInputGradient(dy, kernel, g)
}

private func recordedInputGradient(_ dy: Tensor, _ kernel: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  let dx = try conv2dInputGradient(dy, kernel, g)
  if !dy.isRecording && !kernel.isRecording { return dx }
  return try record(
    "conv2dInputGradient", dx,
    .gradient(to: dy) { upstream in try recordedConvolution(upstream, kernel, g) },
    .gradient(to: kernel) { upstream in try recordedKernelGradient(dy, upstream, g) })
}

/// Computes the gradient of `conv2d` with respect to its filters: each weight collects from every place it stood on.
///
/// ```
/// dk[o,c,u,v] += dy[n,o,i,j] · x[n, c, i·s + u·d − p, j·s + v·d − p]
/// ```
///
/// ```swift
/// let dy = Tensor([1, 100], shape: [1, 1, 1, 2])
/// let x = Tensor([2, 3, 4], shape: [1, 1, 1, 3])
/// conv2dKernelGradient(dy, input: x, kernelShape: [1, 1, 1, 2]).elements  // [302.0, 403.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, H', W']`.
///   - input: Images `x`, `[N, C, H, W]`.
///   - kernelShape: The shape of the filters, `[O, C/groups, U, V]`.
///   - stride: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilation: As in `conv2d`.
///   - groups: As in `conv2d`.
/// - Returns: `dk`, `[O, C/groups, U, V]`.
/// - Source: [TUM] "Backprop through CNN Layers".
package func conv2dKernelGradient(
  _ dy: Tensor, input: Tensor, kernelShape: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernelShape, stride: stride, padding: padding, dilation: dilation, groups: groups)
  try requireOutputShape(dy, g)
  return try recordedKernelGradient(dy, input, g)
}

private func recordedKernelGradient(_ dy: Tensor, _ input: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  let dk = try conv2dKernelGradient(dy, input, g)
  if !dy.isRecording && !input.isRecording { return dk }
  return try record(
    "conv2dKernelGradient", dk,
    .gradient(to: dy) { upstream in try recordedConvolution(input, upstream, g) },
    .gradient(to: input) { upstream in try recordedInputGradient(dy, upstream, g) })
}

// MARK: - The mathematics

/// `y += k · x` for every product under a window.
@specialized(where Element == Float)
@specialized(where Element == Double)
package func slide<Element: TensorElement>(
  _ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry, _: Element.Type
) throws -> Tensor {
  try .computed(g.outputShape, from: x, k, as: Element.self) { y, x, k in
    try g.forEachRow { row in
      let (y, x, weight) = (y + row.output, x + row.input, k[row.kernel])
      for j in 0..<row.count { y[j] += weight * x[j &* g.stride] }
    }
  }
}

/// `dx += dy · k`: each pixel collects from every window that covered it.
@specialized(where Element == Float)
@specialized(where Element == Double)
package func collectForPixels<Element: TensorElement>(
  _ dy: Tensor, _ k: Tensor, _ g: ConvolutionGeometry, _: Element.Type
) throws -> Tensor {
  try .computed(g.inputShape, from: dy, k, as: Element.self) { dx, dy, k in
    try g.forEachRow { row in
      let (dx, dy, weight) = (dx + row.input, dy + row.output, k[row.kernel])
      for j in 0..<row.count { dx[j &* g.stride] += dy[j] * weight }
    }
  }
}

/// `dk += dy · x`: each weight collects from every place that it stood on.
@specialized(where Element == Float)
@specialized(where Element == Double)
package func collectForWeights<Element: TensorElement>(
  _ dy: Tensor, _ x: Tensor, _ g: ConvolutionGeometry, _: Element.Type
) throws -> Tensor {
  try .computed(g.kernelShape, from: dy, x, as: Element.self) { dk, dy, x in
    try g.forEachRow { row in
      let (dy, x) = (dy + row.output, x + row.input)
      var sum = dk[row.kernel]
      for j in 0..<row.count { sum += dy[j] * x[j &* g.stride] }
      dk[row.kernel] = sum
    }
  }
}

// MARK: - Which path

// Large convolutions of numbers go the fast way, `Conv2d+MatrixProduct.swift`. The loops above are the reference.

func conv2dForward(_ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  if g.isLarge, let type = commonType(x, k) as? any MatrixElement.Type {
    return try slideByMatrixProduct(x, k, g, type)
  }
  return try slide(x, k, g, commonType(x, k))
}

func conv2dInputGradient(_ dy: Tensor, _ k: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  if g.isLarge, let type = commonType(dy, k) as? any MatrixElement.Type {
    return try inputGradientByMatrixProduct(dy, k, g, type)
  }
  return try collectForPixels(dy, k, g, commonType(dy, k))
}

func conv2dKernelGradient(_ dy: Tensor, _ x: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  if g.isLarge, let type = commonType(dy, x) as? any MatrixElement.Type {
    return try kernelGradientByMatrixProduct(dy, x, g, type)
  }
  return try collectForWeights(dy, x, g, commonType(dy, x))
}

// MARK: - Checks

/// The bias as `[O, 1, 1]`, so that it meets the channels of `[N, O, H, W]`.
private func perChannel(_ bias: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  let filters = g.kernelShape[0]
  guard bias.shape == [filters] else {
    throw TensorError("\(counted(filters, "filter")) need a bias of shape [\(filters)], but it has shape \(bias.shape)")
  }
  return try bias.reshaped([filters, 1, 1])
}

private func requireOutputShape(_ dy: Tensor, _ g: ConvolutionGeometry) throws {
  guard dy.shape == g.outputShape else {
    throw TensorError("dy has shape \(dy.shape), but the feature maps have shape \(g.outputShape)")
  }
}
