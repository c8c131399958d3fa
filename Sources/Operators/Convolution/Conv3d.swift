import Tensors

/// Slides filters through volumes, such as films or scans, and sums the products in them.
///
/// ```
/// y[n,o,l,i,j] = b[o] + Σ c,t,u,v  x[n, c, l·s + t·d − p, i·s + u·d − p, j·s + v·d − p] · k[o,c,t,u,v]
/// ```
///
/// ```swift
/// let x = Tensor([1, 2, 3, 4], shape: [1, 1, 2, 1, 2])
/// let k = Tensor([1, 10, 100, 1000], shape: [1, 1, 2, 1, 2])
/// conv3d(x, kernel: k).elements  // [4321.0]
/// ```
///
/// - Parameters:
///   - input: Volumes `x`, `[N, C, D, H, W]`.
///   - kernel: Filters `k`, `[O, C/groups, T, U, V]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - stride: How far the window moves, s.
///   - padding: Zeros on each side of the volumes, p.
///   - dilation: The distance between neighbours in the window, d.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: `[N, O, …]`, on each axis `(size + 2p − d·(taps − 1) − 1)/s + 1`.
/// - Source: PyTorch's `conv3d`.
package func conv3d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, axes: 3, stride: stride,
    padding: padding, dilation: dilation, groups: groups)
  return try convolution(input, kernel, bias: bias, g)
}

/// Slides filters through volumes, with steps and zeros that differ from axis to axis, or from side to side.
///
/// ```swift
/// let x = Tensor([1, 2, 3, 4], shape: [1, 1, 2, 1, 2])
/// let k = Tensor([1, 10], shape: [1, 1, 1, 1, 2])
/// conv3d(x, kernel: k, strides: [2, 1, 1], padding: .same).elements  // [21.0, 2.0]
/// ```
///
/// - Parameters:
///   - input: Volumes `x`, `[N, C, D, H, W]`.
///   - kernel: Filters `k`, `[O, C/groups, T, U, V]`.
///   - bias: A number `b` for each filter, `[O]`.
///   - strides: How far the window moves: depth, rows and columns.
///   - padding: `.valid`, `.same` or `.zeros(…)`.
///   - dilations: The distance between neighbours in the window: depth, rows and columns.
///   - groups: Channels and filters are split into so many groups that do not meet.
/// - Returns: Feature maps `y`, `[N, O, D', H', W']`.
/// - Source: PyTorch's `conv3d`, which has no zeros on one side only.
package func conv3d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, strides: [Int] = [1, 1, 1], padding: Padding,
  dilations: [Int] = [1, 1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, axes: 3, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolution(input, kernel, bias: bias, g)
}

/// Computes the gradient of `conv3d` with respect to its volumes: each element collects from every window over it.
///
/// ```
/// dx[n, c, l·s + t·d − p, i·s + u·d − p, j·s + v·d − p] += dy[n,o,l,i,j] · k[o,c,t,u,v]
/// ```
///
/// ```swift
/// let dy = Tensor([1, 100], shape: [1, 1, 2, 1, 1])
/// let k = Tensor([1, 10], shape: [1, 1, 2, 1, 1])
/// conv3dInputGradient(dy, kernel: k, inputShape: [1, 1, 3, 1, 1]).elements  // [1.0, 110.0, 1000.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, D', H', W']`.
///   - kernel: Filters `k`, `[O, C/groups, T, U, V]`.
///   - inputShape: The shape of the volumes, `[N, C, D, H, W]`.
///   - stride: As in `conv3d`.
///   - padding: As in `conv3d`.
///   - dilation: As in `conv3d`.
///   - groups: As in `conv3d`.
/// - Returns: `dx`, `[N, C, D, H, W]`.
/// - Source: PyTorch's `nn.grad.conv3d_input`.
package func conv3dInputGradient(
  _ dy: Tensor, kernel: Tensor, inputShape: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: inputShape, kernel: kernel.shape, axes: 3, stride: stride,
    padding: padding, dilation: dilation, groups: groups)
  return try convolutionInputGradient(dy, kernel, g)
}

/// Computes the gradient of `conv3d` with respect to its volumes, with steps and zeros for each axis.
///
/// ```swift
/// let dy = Tensor([1, 100], shape: [1, 1, 2, 1, 1])
/// let k = Tensor([1, 10], shape: [1, 1, 2, 1, 1])
/// conv3dInputGradient(dy, kernel: k, inputShape: [1, 1, 2, 1, 1], padding: .same).elements  // [1.0, 110.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, D', H', W']`.
///   - kernel: Filters `k`, `[O, C/groups, T, U, V]`.
///   - inputShape: The shape of the volumes, `[N, C, D, H, W]`.
///   - strides: As in `conv3d`.
///   - padding: As in `conv3d`.
///   - dilations: As in `conv3d`.
///   - groups: As in `conv3d`.
/// - Returns: `dx`, `[N, C, D, H, W]`.
/// - Source: PyTorch's `nn.grad.conv3d_input`.
package func conv3dInputGradient(
  _ dy: Tensor, kernel: Tensor, inputShape: [Int], strides: [Int] = [1, 1, 1], padding: Padding,
  dilations: [Int] = [1, 1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: inputShape, kernel: kernel.shape, axes: 3, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolutionInputGradient(dy, kernel, g)
}

/// Computes the gradient of `conv3d` with respect to its filters: each weight collects from every place it stood on.
///
/// ```
/// dk[o,c,t,u,v] += dy[n,o,l,i,j] · x[n, c, l·s + t·d − p, i·s + u·d − p, j·s + v·d − p]
/// ```
///
/// ```swift
/// let dy = Tensor([1, 100], shape: [1, 1, 2, 1, 1])
/// let x = Tensor([2, 3, 4], shape: [1, 1, 3, 1, 1])
/// conv3dKernelGradient(dy, input: x, kernelShape: [1, 1, 2, 1, 1]).elements  // [302.0, 403.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, D', H', W']`.
///   - input: Volumes `x`, `[N, C, D, H, W]`.
///   - kernelShape: The shape of the filters, `[O, C/groups, T, U, V]`.
///   - stride: As in `conv3d`.
///   - padding: As in `conv3d`.
///   - dilation: As in `conv3d`.
///   - groups: As in `conv3d`.
/// - Returns: `dk`, `[O, C/groups, T, U, V]`.
/// - Source: PyTorch's `nn.grad.conv3d_weight`.
package func conv3dKernelGradient(
  _ dy: Tensor, input: Tensor, kernelShape: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1,
  groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernelShape, axes: 3, stride: stride,
    padding: padding, dilation: dilation, groups: groups)
  return try convolutionKernelGradient(dy, input, g)
}

/// Computes the gradient of `conv3d` with respect to its filters, with steps and zeros for each axis.
///
/// ```swift
/// let dy = Tensor([1, 100], shape: [1, 1, 2, 1, 1])
/// let x = Tensor([2, 3], shape: [1, 1, 2, 1, 1])
/// conv3dKernelGradient(dy, input: x, kernelShape: [1, 1, 2, 1, 1], padding: .same).elements  // [302.0, 3.0]
/// ```
///
/// - Parameters:
///   - dy: The gradient of the feature maps, `[N, O, D', H', W']`.
///   - input: Volumes `x`, `[N, C, D, H, W]`.
///   - kernelShape: The shape of the filters, `[O, C/groups, T, U, V]`.
///   - strides: As in `conv3d`.
///   - padding: As in `conv3d`.
///   - dilations: As in `conv3d`.
///   - groups: As in `conv3d`.
/// - Returns: `dk`, `[O, C/groups, T, U, V]`.
/// - Source: PyTorch's `nn.grad.conv3d_weight`.
package func conv3dKernelGradient(
  _ dy: Tensor, input: Tensor, kernelShape: [Int], strides: [Int] = [1, 1, 1], padding: Padding,
  dilations: [Int] = [1, 1, 1], groups: Int = 1
) throws -> Tensor {
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernelShape, axes: 3, strides: strides,
    padding: padding, dilations: dilations, groups: groups)
  return try convolutionKernelGradient(dy, input, g)
}
