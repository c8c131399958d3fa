import Operators
import Tensors

/// Averages maps of any size down to a size that is given; see `adaptiveAveragePool2d` in `Operators`.
package final class AdaptiveAveragePool2d: Layer {
  private let size: [Int]

  /// - Parameter size: Rows and columns of the output.
  package init(size: [Int]) { self.size = size }

  package func forward(_ x: Tensor) throws -> Tensor { try adaptiveAveragePool2d(x, size: size) }
}
