import Tensors

/// Spreads filters along a longer sequence, one for each element: the way back of `conv1d`.
///
/// ```
/// y[n, o, i·s + u·d − p] += x[n,c,i] · k[c,o,u]
/// ```
///
/// ```swift
/// let x = Tensor([[[1, 2]]])
/// convTransposed1d(x, kernel: Tensor([[[1, 10]]]), stride: 2).elements  // [1.0, 10.0, 2.0, 20.0]
/// ```
///
/// - Parameters:
///   - input: Sequences or feature maps `x`, `[N, C, L]`.
///   - kernel: Filters `k`, `[C, O/groups, U]`: the axes of channels the other way round than in `conv1d`.
///   - bias: A number for each channel of the result, `[O]`.
///   - stride: How far apart neighbours of `x` come to lie, s.
///   - padding: How much is cut off each side of the result, p.
///   - outputPadding: How much is added at the end of each axis again, less than the stride or the dilation.
///   - dilation: The distance between neighbours in the window, d.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: `[N, O, (L − 1)·s − 2p + d·(U − 1) + outputPadding + 1]`.
/// - Source: PyTorch's `conv_transpose1d`.
package func convTransposed1d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0,
  dilation: Int = 1, groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    transposing: input.shape, kernel: kernel.shape, axes: 1, stride: stride, padding: padding,
    outputPadding: outputPadding, dilation: dilation, groups: groups)
  return try convolutionInputGradient(input, kernel, bias: bias, g, as: "convTransposed1d")
}

/// Spreads filters along a longer sequence, and cuts off other amounts before than after.
///
/// ```swift
/// let x = Tensor([[[1, 2]]])
/// convTransposed1d(x, kernel: Tensor([[[1, 10, 100]]]), strides: [2], padding: .same).elements  // [1.0, 10.0, 102.0, 20.0]
/// ```
///
/// - Parameters:
///   - input: Sequences or feature maps `x`, `[N, C, L]`.
///   - kernel: Filters `k`, `[C, O/groups, U]`: the axes of channels the other way round than in `conv1d`.
///   - bias: A number for each channel of the result, `[O]`.
///   - strides: How far apart neighbours of `x` come to lie, in a list of one number.
///   - padding: What is cut off the result's sides: `.valid`, `.same` or `.zeros(…)`.
///   - outputPadding: What is added at the end of each axis again.
///   - dilations: The distance between neighbours in the window, in a list of one number.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: Feature maps, `[N, O, L']`. With `.same`, each axis is as long as that of `x` times its stride.
/// - Source: PyTorch's `conv_transpose1d`; `.same` as in Keras.
package func convTransposed1d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, strides: [Int] = [1], padding: Padding,
  outputPadding: [Int] = [0], dilations: [Int] = [1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    transposing: input.shape, kernel: kernel.shape, axes: 1, strides: strides, padding: padding,
    outputPadding: outputPadding, dilations: dilations, groups: groups)
  return try convolutionInputGradient(input, kernel, bias: bias, g, as: "convTransposed1d")
}
