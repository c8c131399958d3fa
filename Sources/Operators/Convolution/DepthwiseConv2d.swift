import Tensors

/// Slides filters of one channel over images, each over a channel of its own.
///
/// ```
/// y[n, c·m + q, i, j] = b[c·m + q] + Σ u,v  x[n, c, i·s + u·d − p, j·s + v·d − p] · k[c·m + q, 0, u, v]
/// ```
///
/// It is `conv2d` with as many groups as channels. Channels only meet in the 1x1 convolution that usually follows.
///
/// ```swift
/// let x = Tensor([1, 2, 3, 4], shape: [1, 2, 1, 2])
/// let k = Tensor([1, 10, 100, 1000], shape: [2, 1, 1, 2])
/// depthwiseConv2d(x, kernel: k).elements  // [21.0, 4300.0]
/// ```
///
/// - Parameters:
///   - input: Images `x`, `[N, C, H, W]`.
///   - kernel: m filters for each channel, `[C·m, 1, U, V]`.
///   - bias: A number `b` for each filter, `[C·m]`.
///   - stride: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilation: As in `conv2d`.
/// - Returns: Feature maps `y`, `[N, C·m, H', W']`: those of channel 0 first.
/// - Source: Howard et al. 2017, "MobileNets"; PyTorch's `conv2d` with `groups`.
package func depthwiseConv2d(
  _ input: Tensor, kernel: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1
) throws -> Tensor {
  if input.rank == 4, kernel.rank == 4 {
    guard input.shape[1] > 0 else {
      throw TensorError("depthwiseConv2d needs images with a channel or more, but these have shape \(input.shape)")
    }
    guard kernel.shape[1] == 1, kernel.shape[0] % input.shape[1] == 0 else {
      throw TensorError(
        "depthwiseConv2d needs filters of 1 channel, the same number of them for each of "
          + "\(counted(input.shape[1], "channel")), but these have shape \(kernel.shape)")
    }
  }
  let g = try ConvolutionGeometry(
    input: input.shape, kernel: kernel.shape, stride: stride, padding: padding, dilation: dilation,
    groups: input.rank == 4 ? input.shape[1] : 1)
  return try convolution(input, kernel, bias: bias, g, as: "depthwiseConv2d")
}
