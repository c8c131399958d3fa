import Tensors

/// Spreads filters through a larger volume, one for each element: the way back of `conv3d`.
///
/// ```
/// y[n, o, l·s + t·d − p, i·s + u·d − p, j·s + v·d − p] += x[n,c,l,i,j] · k[c,o,t,u,v]
/// ```
///
/// ```swift
/// let x = Tensor([1, 2], shape: [1, 1, 2, 1, 1])
/// let k = Tensor([1, 10], shape: [1, 1, 1, 1, 2])
/// convTransposed3d(x, kernel: k).elements  // [1.0, 10.0, 2.0, 20.0]
/// ```
///
/// - Parameters:
///   - input: Volumes or feature maps `x`, `[N, C, D, H, W]`.
///   - kernel: Filters `k`, `[C, O/groups, T, U, V]`: the axes of channels the other way round than in `conv3d`.
///   - bias: A number for each channel of the result, `[O]`.
///   - stride: How far apart neighbours of `x` come to lie, s.
///   - padding: How much is cut off each side of the result, p.
///   - outputPadding: How much is added at the end of each axis again, less than the stride or the dilation.
///   - dilation: The distance between neighbours in the window, d.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: `[N, O, D', H', W']`, on each axis `(size − 1)·s − 2p + d·(taps − 1) + outputPadding + 1`.
/// - Source: PyTorch's `conv_transpose3d`.
package func convTransposed3d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0,
  dilation: Int = 1, groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    transposing: input.shape, kernel: kernel.shape, axes: 3, stride: stride, padding: padding,
    outputPadding: outputPadding, dilation: dilation, groups: groups)
  return try convolutionInputGradient(input, kernel, bias: bias, g, as: "convTransposed3d")
}

/// Spreads filters through a larger volume, with steps and borders that differ from axis to axis, or from side to side.
///
/// ```swift
/// let x = Tensor([1, 2], shape: [1, 1, 1, 1, 2])
/// let k = Tensor([1, 10], shape: [1, 1, 2, 1, 1])
/// convTransposed3d(x, kernel: k, strides: [2, 1, 1], padding: .same).elements  // [1.0, 2.0, 10.0, 20.0]
/// ```
///
/// - Parameters:
///   - input: Volumes or feature maps `x`, `[N, C, D, H, W]`.
///   - kernel: Filters `k`, `[C, O/groups, T, U, V]`: the axes of channels the other way round than in `conv3d`.
///   - bias: A number for each channel of the result, `[O]`.
///   - strides: How far apart neighbours of `x` come to lie: depth, rows and columns.
///   - padding: What is cut off the result's sides: `.valid`, `.same` or `.zeros(…)`.
///   - outputPadding: What is added at the end of each axis again.
///   - dilations: The distance between neighbours in the window: depth, rows and columns.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: Feature maps, `[N, O, D', H', W']`. With `.same`, each axis is as long as that of `x` times its stride.
/// - Source: PyTorch's `conv_transpose3d`; `.same` as in Keras.
package func convTransposed3d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, strides: [Int] = [1, 1, 1], padding: Padding,
  outputPadding: [Int] = [0, 0, 0], dilations: [Int] = [1, 1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    transposing: input.shape, kernel: kernel.shape, axes: 3, strides: strides, padding: padding,
    outputPadding: outputPadding, dilations: dilations, groups: groups)
  return try convolutionInputGradient(input, kernel, bias: bias, g, as: "convTransposed3d")
}
