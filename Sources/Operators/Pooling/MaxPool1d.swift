import Tensors

/// Keeps the largest element of every window of a sequence.
///
/// ```
/// y[n,c,i] = max u  x[n, c, i·s + u·d − p]        dx at the winner += dy[n,c,i]
/// ```
///
/// ```swift
/// maxPool1d(Tensor([[[1, 7, 3, 4, 9]]]), size: 3, stride: 2).elements  // [7.0, 9.0]
/// ```
///
/// - Parameters:
///   - x: Sequences, `[N, C, L]`.
///   - size: The length of the window, k.
///   - stride: How far the window moves, s; as far as it is long if nothing is given.
///   - padding: Places at each end that never win, p: at most half of the window.
///   - dilation: The distance between neighbours in the window, d.
///   - roundsUp: A last window may stand over the end.
/// - Returns: `[N, C, (L + 2p − d·(k − 1) − 1)/s + 1]`. The first of several largest elements gets the gradient.
/// - Source: PyTorch's `max_pool1d`.
package func maxPool1d(
  _ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1, roundsUp: Bool = false
) throws -> Tensor {
  let windows = PoolingWindows(size: size, stride: stride, padding: padding, dilation: dilation, roundsUp: roundsUp)
  return try largest(x, PoolingGeometry("maxPool1d", input: x.shape, windows: windows, axes: 1))
}
