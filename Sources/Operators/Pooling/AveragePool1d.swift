import Tensors

/// Takes the mean of every window of a sequence.
///
/// ```
/// y[n,c,i] = 1/k · Σ u  x[n, c, i·s + u − p]        dx of each of them += dy[n,c,i] / k
/// ```
///
/// ```swift
/// averagePool1d(Tensor([[[1, 7, 4, 5, 9]]]), size: 3, stride: 2).elements  // [4.0, 6.0]
/// ```
///
/// - Parameters:
///   - x: Sequences, `[N, C, L]`.
///   - size: The length of the window, k.
///   - stride: How far the window moves, s; as far as it is long if nothing is given.
///   - padding: Zeros at each end, p: at most half of the window.
///   - roundsUp: A last window may stand over the end.
///   - countsPadding: The zeros of the padding count as elements, as in PyTorch.
/// - Returns: `[N, C, (L + 2p − k)/s + 1]`.
/// - Source: PyTorch's `avg_pool1d`.
package func averagePool1d(
  _ x: Tensor, size: Int, stride: Int? = nil, padding: Int = 0, roundsUp: Bool = false, countsPadding: Bool = true
) throws -> Tensor {
  let windows = PoolingWindows(size: size, stride: stride, padding: padding, roundsUp: roundsUp)
  let g = try PoolingGeometry("averagePool1d", input: x.shape, windows: windows, axes: 1)
  return try averaged(x, g, countsPadding: countsPadding)
}
