import Operators
import Tensors

/// The largest number of every window; see `maxPool2d` in `Operators`.
package final class MaxPool2d: Layer {
  let windows: PoolingWindows

  /// - Parameters:
  ///   - stride: From one window to the next; the windows' size if nothing is given.
  ///   - roundsUp: Counts a last window that hangs over the border (PyTorch's `ceil_mode`).
  package init(size: Int, stride: Int? = nil, padding: Int = 0, roundsUp: Bool = false) {
    windows = PoolingWindows(size: size, stride: stride, padding: padding, roundsUp: roundsUp)
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try maxPool2d(x, windows)
  }
}
