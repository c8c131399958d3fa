import Tensors

/// Slides filters along sequences, such as sound, and sums the products under them.
///
/// ```
/// y[n,o,i] = b[o] + Σ c,u  x[n, c, i·s + u·d − p] · k[o,c,u]
/// ```
///
/// ```swift
/// let x = Tensor([[[1, 2, 3]]])
/// conv1d(x, kernel: Tensor([[[1, 10]]])).elements  // [21.0, 32.0]
/// ```
///
/// - Parameters:
///   - input: Sequences `x`, `[N, C, L]`.
///   - kernel: Filters `k`, `[O, C/groups, U]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - stride: How far the window moves, s.
///   - padding: Zeros on each side of the sequences, p.
///   - dilation: The distance between neighbours in the window, d.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: `[N, O, (L + 2p − d·(U − 1) − 1)/s + 1]`.
/// - Source: PyTorch's `conv1d`.
package func conv1d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, axes: 1, stride: stride,
    padding: padding, dilation: dilation, groups: groups)
  return try convolution(input, kernel, bias: bias, g)
}

/// Slides filters along sequences, with other zeros before them than after them.
///
/// ```swift
/// let x = Tensor([[[1, 2, 3]]])
/// conv1d(x, kernel: Tensor([[[1, 10]]]), strides: [2], padding: .same).elements  // [21.0, 3.0]
/// ```
///
/// - Parameters:
///   - input: Sequences `x`, `[N, C, L]`.
///   - kernel: Filters `k`, `[O, C/groups, U]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - strides: How far the window moves, in a list of one number.
///   - padding: `.valid`, `.same` or `.zeros(…)`.
///   - dilations: The distance between neighbours in the window, in a list of one number.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: Feature maps `y`, `[N, O, L']`.
/// - Source: PyTorch's `conv1d`, which has no zeros on one side only.
package func conv1d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, strides: [Int] = [1], padding: Padding,
  dilations: [Int] = [1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, axes: 1, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolution(input, kernel, bias: bias, g)
}

/// Computes the gradient of `conv1d` with respect to its sequences: each element collects from every window over it.
///
/// ```
/// dx[n, c, i·s + u·d − p] += dy[n,o,i] · k[o,c,u]
/// ```
///
/// ```swift
/// let dy = Tensor([[[1, 100]]])
/// let k = Tensor([[[1, 10]]])
/// conv1dInputGradient(dy, kernel: k, inputShape: [1, 1, 3]).elements  // [1.0, 110.0, 1000.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, L']`.
///   - kernel: Filters `k`, `[O, C/groups, U]`.
///   - inputShape: The shape of the sequences, `[N, C, L]`.
///   - stride: As in `conv1d`.
///   - padding: As in `conv1d`.
///   - dilation: As in `conv1d`.
///   - groups: As in `conv1d`.
/// - Returns: `dx`, `[N, C, L]`.
/// - Source: PyTorch's `nn.grad.conv1d_input`.
package func conv1dInputGradient(
  _ dy: Tensor, kernel: Tensor, inputShape: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: inputShape, kernel: kernel.shape, axes: 1, stride: stride,
    padding: padding, dilation: dilation, groups: groups)
  return try convolutionInputGradient(dy, kernel, g)
}

/// Computes the gradient of `conv1d` with respect to its sequences, with other zeros before them than after them.
///
/// ```swift
/// let dy = Tensor([[[1, 100, 10000]]])
/// let k = Tensor([[[1, 10]]])
/// conv1dInputGradient(dy, kernel: k, inputShape: [1, 1, 3], padding: .same).elements  // [1.0, 110.0, 11000.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, L']`.
///   - kernel: Filters `k`, `[O, C/groups, U]`.
///   - inputShape: The shape of the sequences, `[N, C, L]`.
///   - strides: As in `conv1d`.
///   - padding: As in `conv1d`.
///   - dilations: As in `conv1d`.
///   - groups: As in `conv1d`.
/// - Returns: `dx`, `[N, C, L]`.
/// - Source: PyTorch's `nn.grad.conv1d_input`.
package func conv1dInputGradient(
  _ dy: Tensor, kernel: Tensor, inputShape: [Int], strides: [Int] = [1], padding: Padding,
  dilations: [Int] = [1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: inputShape, kernel: kernel.shape, axes: 1, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolutionInputGradient(dy, kernel, g)
}

/// Computes the gradient of `conv1d` with respect to its filters: each weight collects from every place it stood on.
///
/// ```
/// dk[o,c,u] += dy[n,o,i] · x[n, c, i·s + u·d − p]
/// ```
///
/// ```swift
/// let dy = Tensor([[[1, 100]]])
/// conv1dKernelGradient(dy, input: Tensor([[[2, 3, 4]]]), kernelShape: [1, 1, 2]).elements  // [302.0, 403.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, L']`.
///   - input: Sequences `x`, `[N, C, L]`.
///   - kernelShape: The shape of the filters, `[O, C/groups, U]`.
///   - stride: As in `conv1d`.
///   - padding: As in `conv1d`.
///   - dilation: As in `conv1d`.
///   - groups: As in `conv1d`.
/// - Returns: `dk`, `[O, C/groups, U]`.
/// - Source: PyTorch's `nn.grad.conv1d_weight`.
package func conv1dKernelGradient(
  _ dy: Tensor, input: Tensor, kernelShape: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernelShape, axes: 1, stride: stride,
    padding: padding, dilation: dilation, groups: groups)
  return try convolutionKernelGradient(dy, input, g)
}

/// Computes the gradient of `conv1d` with respect to its filters, with other zeros before the sequences than after them.
///
/// ```swift
/// let dy = Tensor([[[1, 100, 10000]]])
/// let x = Tensor([[[2, 3, 4]]])
/// conv1dKernelGradient(dy, input: x, kernelShape: [1, 1, 2], padding: .same).elements  // [40302.0, 403.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, L']`.
///   - input: Sequences `x`, `[N, C, L]`.
///   - kernelShape: The shape of the filters, `[O, C/groups, U]`.
///   - strides: As in `conv1d`.
///   - padding: As in `conv1d`.
///   - dilations: As in `conv1d`.
///   - groups: As in `conv1d`.
/// - Returns: `dk`, `[O, C/groups, U]`.
/// - Source: PyTorch's `nn.grad.conv1d_weight`.
package func conv1dKernelGradient(
  _ dy: Tensor, input: Tensor, kernelShape: [Int], strides: [Int] = [1], padding: Padding,
  dilations: [Int] = [1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernelShape, axes: 1, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolutionKernelGradient(dy, input, g)
}
