import Operators
import Tensors

/// The hyperbolic tangent.
package final class Tanh: Layer {
  package init() {}
  package func forward(_ x: Tensor) throws -> Tensor { try tanh(x) }
}
