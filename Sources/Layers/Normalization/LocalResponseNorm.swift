import Operators
import Tensors

/// Divides every number by how active the neighbouring channels are, as AlexNet's paper does; see `localResponseNorm` in
/// `Operators`.
package final class LocalResponseNorm: Layer {
  private let size: Int
  private let alpha: Double
  private let beta: Double
  private let k: Double

  package init(size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1) {
    (self.size, self.alpha, self.beta, self.k) = (size, alpha, beta, k)
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try localResponseNorm(x, size: size, alpha: alpha, beta: beta, k: k)
  }
}
