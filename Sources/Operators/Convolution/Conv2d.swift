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
  return try convolution(input, kernel, bias: bias, g)
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
  return try convolutionInputGradient(dy, kernel, g)
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
  return try convolutionKernelGradient(dy, input, g)
}

// MARK: - The mathematics

/// `y += k · x` for every product under a window.
@specialized(where Element == Float)
@specialized(where Element == Double)
package func slide<Element: TensorElement>(
  _ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry, _: Element.Type
) throws -> Tensor {
  try .computed(g.outputShape, from: x, k, as: Element.self) { y, x, k in
    let stride = g.stride
    try g.forEachRow { row in
      let (y, x, weight) = (y + row.output, x + row.input, k[row.kernel])
      for j in 0..<row.count { y[j] += weight * x[j &* stride] }
    }
  }
}

/// `dx += k · dy`: each pixel collects from every window that covered it.
@specialized(where Element == Float)
@specialized(where Element == Double)
package func collectForPixels<Element: TensorElement>(
  _ dy: Tensor, _ k: Tensor, _ g: ConvolutionGeometry, _: Element.Type
) throws -> Tensor {
  try .computed(g.inputShape, from: dy, k, as: Element.self) { dx, dy, k in
    let stride = g.stride
    try g.forEachRow { row in
      let (dx, dy, weight) = (dx + row.input, dy + row.output, k[row.kernel])
      for j in 0..<row.count { dx[j &* stride] += weight * dy[j] }
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
    let stride = g.stride
    try g.forEachRow { row in
      let (dy, x) = (dy + row.output, x + row.input)
      var sum = dk[row.kernel]
      for j in 0..<row.count { sum += dy[j] * x[j &* stride] }
      dk[row.kernel] = sum
    }
  }
}
