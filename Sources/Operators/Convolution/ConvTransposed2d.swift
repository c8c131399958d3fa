import Tensors

/// Spreads filters over a larger image, one for each pixel, and sums them where they overlap.
///
/// ```
/// y[n, o, i·s + u·d − p, j·s + v·d − p] += x[n,c,i,j] · k[c,o,u,v]
/// ```
///
/// Its matrix is the transpose of the matrix of `conv2d`, and it computes the same as `conv2dInputGradient`. It is no inverse:
/// the image that a convolution was computed from does not come back, so the name "deconvolution" misleads.
///
/// ```swift
/// let x = Tensor([[[[1, 2]]]])
/// let k = Tensor([[[[1, 10, 100]]]])
/// convTransposed2d(x, kernel: k, stride: 2).shape  // [1, 1, 1, 5]
/// conv2d(convTransposed2d(x, kernel: k, stride: 2), kernel: k, stride: 2).elements  // [10301.0, 20302.0]
/// ```
///
/// - Parameters:
///   - input: Images or feature maps `x`, `[N, C, H, W]`.
///   - kernel: Filters `k`, `[C, O/groups, U, V]`: the axes of channels the other way round than in `conv2d`.
///   - bias: A number for each channel of the result, `[O]`.
///   - stride: How far apart neighbours of `x` come to lie, s.
///   - padding: How much is cut off each side of the result, p.
///   - outputPadding: How much is added at the end of each axis again, less than the stride or the dilation.
///   - dilation: The distance between neighbours in the window, d.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: `[N, O, H', W']` with `H' = (H − 1)·s − 2p + d·(U − 1) + outputPadding + 1`, and W' in the same way.
/// - Source: [CS7GV1] "Transposed convolution"; PyTorch's `conv_transpose2d`.
package func convTransposed2d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0,
  dilation: Int = 1, groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    transposing: input.shape, kernel: kernel.shape, axes: 2, stride: stride, padding: padding,
    outputPadding: outputPadding, dilation: dilation, groups: groups)
  return try convolutionInputGradient(input, kernel, bias: bias, g, as: "convTransposed2d")
}

/// Spreads filters over a larger image, with steps and borders that differ between rows and columns, or from side to side.
///
/// ```swift
/// let x = Tensor([[[[1, 2]]]])
/// let k = Tensor([[[[1, 10, 100]]]])
/// convTransposed2d(x, kernel: k, strides: [1, 2], padding: .same).elements  // [1.0, 10.0, 102.0, 20.0]
/// ```
///
/// - Parameters:
///   - input: Images or feature maps `x`, `[N, C, H, W]`.
///   - kernel: Filters `k`, `[C, O/groups, U, V]`: the axes of channels the other way round than in `conv2d`.
///   - bias: A number for each channel of the result, `[O]`.
///   - strides: How far apart neighbours of `x` come to lie: rows and columns.
///   - padding: What is cut off the result's sides: `.valid`, `.same` or `.zeros(…)`.
///   - outputPadding: What is added at the end of each axis again.
///   - dilations: The distance between neighbours in the window: rows and columns.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: Feature maps, `[N, O, H', W']`. With `.same`, each axis is as long as that of `x` times its stride.
/// - Source: PyTorch's `conv_transpose2d`; `.same` as in Keras.
package func convTransposed2d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, strides: [Int] = [1, 1], padding: Padding,
  outputPadding: [Int] = [0, 0], dilations: [Int] = [1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    transposing: input.shape, kernel: kernel.shape, axes: 2, strides: strides, padding: padding,
    outputPadding: outputPadding, dilations: dilations, groups: groups)
  return try convolutionInputGradient(input, kernel, bias: bias, g, as: "convTransposed2d")
}
