import Tensors

/// Which windows a correlation counts.
///
/// ```swift
/// correlate2d(Tensor([[1, 2, 3]]), Tensor([[1, 10]]), mode: .full).elements  // [10.0, 21.0, 32.0, 3.0]
/// ```
public enum CorrelationMode: Sendable {
  /// Windows that lie inside: the result is smaller than the input.
  case valid
  /// Windows that touch the input at all, with zeros around it: the result is larger than the input.
  case full
  /// As many windows as the input has elements: the middle of `full`.
  case same
}

/// Slides `f` over a matrix as it is, and sums the products under it.
///
/// ```
/// y[i, j] = Σ u,v  x[i + u, j + v] · f[u, v]
/// ```
///
/// ```swift
/// correlate2d(Tensor([[1, 2, 3]]), Tensor([[1, 10]])).elements  // [21.0, 32.0]
/// ```
///
/// - Parameters:
///   - x: A matrix, `[H, W]`.
///   - f: The kernel, `[U, V]`.
///   - mode: `.valid`, `.full` (zeros around `x`) or `.same`.
/// - Returns: `[H − U + 1, W − V + 1]` if valid, `[H + U − 1, W + V − 1]` if full, `[H, W]` if same.
/// - Source: SciPy's `signal.correlate2d`. Unlike there, a valid correlation needs a kernel that fits into `x`.
package func correlate2d(_ x: Tensor, _ f: Tensor, mode: CorrelationMode = .valid) throws -> Tensor {
  try requireMatrices("correlate2d", x, f)
  let (rows, columns) = (f.shape[0], f.shape[1])
  // Of the two middles that a kernel of even size has, SciPy takes the one with fewer zeros in front.
  let (above, left, below, right) =
    switch mode {
    case .valid: (0, 0, 0, 0)
    case .full: (rows - 1, columns - 1, rows - 1, columns - 1)
    case .same: ((rows - 1) / 2, (columns - 1) / 2, rows / 2, columns / 2)
    }
  let surrounded = try x.surrounded(above: above, left: left, below: below, right: right)
  let y = try conv2d(
    surrounded.reshaped([1, 1, surrounded.shape[0], surrounded.shape[1]]), kernel: f.reshaped([1, 1, rows, columns]))
  return try y.reshaped([y.shape[2], y.shape[3]])
}

/// Slides `f`, turned by 180 degrees, over a matrix: the convolution of the mathematicians.
///
/// ```
/// y[i, j] = Σ u,v  x[i − u, j − v] · f[u, v]
/// ```
///
/// ```swift
/// convolve2d(Tensor([[1, 2, 3]]), Tensor([[1, 10]])).elements  // [12.0, 23.0]
/// ```
///
/// - Parameters:
///   - x: A matrix, `[H, W]`.
///   - f: The kernel, `[U, V]`.
///   - mode: `.valid`, `.full` (zeros around `x`) or `.same`.
/// - Returns: `[H − U + 1, W − V + 1]` if valid, `[H + U − 1, W + V − 1]` if full, `[H, W]` if same.
/// - Source: SciPy's `signal.convolve2d`. Unlike there, a valid convolution needs a kernel that fits into `x`.
package func convolve2d(_ x: Tensor, _ f: Tensor, mode: CorrelationMode = .valid) throws -> Tensor {
  try requireMatrices("convolve2d", x, f)
  let (rows, columns) = (f.shape[0], f.shape[1])
  guard mode == .same else { return try correlate2d(x, f.rotated180(), mode: mode) }
  // Turning the kernel turns its middle as well: now there are more zeros in front.
  let surrounded = try x.surrounded(
    above: rows / 2, left: columns / 2, below: (rows - 1) / 2, right: (columns - 1) / 2)
  return try correlate2d(surrounded, f.rotated180())
}

private func requireMatrices(_ function: String, _ x: Tensor, _ f: Tensor) throws {
  guard x.rank == 2 && f.rank == 2 else {
    throw TensorError("\(function) needs two matrices, and got shapes \(x.shape) and \(f.shape)")
  }
  guard !f.shape.contains(0) else {
    throw TensorError("\(function) needs a kernel with elements, and got shape \(f.shape)")
  }
}

extension Tensor {
  /// The matrix with zeros around it.
  fileprivate func surrounded(above: Int, left: Int, below: Int, right: Int) throws -> Tensor {
    if above + left + below + right == 0 { return self }
    let inside = [above..<above + shape[0], left..<left + shape[1]]
    var y = try Tensor(zeros: [above + shape[0] + below, left + shape[1] + right], kind: kind)
    try y.setSubscripted(inside, to: self)
    return y
  }
}
