import Tensors

/// Slides filters over images, with steps and zeros that differ between rows and columns, or from side to side.
///
/// ```swift
/// let x = Tensor([[[[1, 2], [3, 4], [5, 6]]]])
/// let k = Tensor([[[[1, 10]]]])
/// conv2d(x, kernel: k, strides: [2, 1], padding: .same).elements  // [21.0, 2.0, 65.0, 6.0]
/// ```
///
/// - Parameters:
///   - input: Images `x`, `[N, C, H, W]`.
///   - kernel: Filters `k`, `[O, C/groups, U, V]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - strides: How far the window moves: rows and columns.
///   - padding: `.valid`, `.same` or `.zeros(…)`.
///   - dilations: The distance between neighbours in the window: rows and columns.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: Feature maps `y`, `[N, O, H', W']`.
/// - Source: PyTorch's `conv2d`, which has no zeros on one side only.
package func conv2d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, strides: [Int] = [1, 1], padding: Padding,
  dilations: [Int] = [1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, axes: 2, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolution(input, kernel, bias: bias, g)
}

/// Computes the gradient of `conv2d` with respect to its images, with steps and zeros for each axis.
///
/// ```swift
/// let dy = Tensor([[[[1, 100]]]])
/// let k = Tensor([[[[1, 10]]]])
/// conv2dInputGradient(dy, kernel: k, inputShape: [1, 1, 1, 2], padding: .same).elements  // [1.0, 110.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, H', W']`.
///   - kernel: Filters `k`, `[O, C/groups, U, V]`.
///   - inputShape: The shape of the images, `[N, C, H, W]`.
///   - strides: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilations: As in `conv2d`.
///   - groups: As in `conv2d`.
/// - Returns: `dx`, `[N, C, H, W]`.
/// - Source: PyTorch's `nn.grad.conv2d_input`.
package func conv2dInputGradient(
  _ dy: Tensor, kernel: Tensor, inputShape: [Int], strides: [Int] = [1, 1], padding: Padding,
  dilations: [Int] = [1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: inputShape, kernel: kernel.shape, axes: 2, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolutionInputGradient(dy, kernel, g)
}

/// Computes the gradient of `conv2d` with respect to its filters, with steps and zeros for each axis.
///
/// ```swift
/// let dy = Tensor([[[[1, 100]]]])
/// let x = Tensor([[[[2, 3]]]])
/// conv2dKernelGradient(dy, input: x, kernelShape: [1, 1, 1, 2], padding: .same).elements  // [302.0, 3.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, H', W']`.
///   - input: Images `x`, `[N, C, H, W]`.
///   - kernelShape: The shape of the filters, `[O, C/groups, U, V]`.
///   - strides: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilations: As in `conv2d`.
///   - groups: As in `conv2d`.
/// - Returns: `dk`, `[O, C/groups, U, V]`.
/// - Source: PyTorch's `nn.grad.conv2d_weight`.
package func conv2dKernelGradient(
  _ dy: Tensor, input: Tensor, kernelShape: [Int], strides: [Int] = [1, 1], padding: Padding,
  dilations: [Int] = [1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernelShape, axes: 2, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolutionKernelGradient(dy, input, g)
}
