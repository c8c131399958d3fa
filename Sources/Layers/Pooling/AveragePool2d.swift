import Operators
import Tensors

/// The mean of every window, zeros of the padding counted; see `averagePool2d` in `Operators`.
package final class AveragePool2d: Layer {
  private let size: Int
  private let stride: Int
  private let padding: Int

  /// - Parameter stride: From one window to the next; the windows' size if nothing is given.
  package init(size: Int, stride: Int? = nil, padding: Int = 0) {
    (self.size, self.stride, self.padding) = (size, stride ?? size, padding)
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try averagePool2d(x, size: size, stride: stride, padding: padding)
  }
}
