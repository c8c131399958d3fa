import Operators
import Tensors

/// `max(x, 0)`.
package final class ReLU: Layer {
  package init() {}
  package func forward(_ x: Tensor) throws -> Tensor { try relu(x) }
}
