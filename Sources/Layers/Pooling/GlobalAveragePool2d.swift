import Operators
import Tensors

/// The mean of every map: `[N, C, H, W]` to `[N, C, 1, 1]`.
package final class GlobalAveragePool2d: Layer {
  package init() {}
  package func forward(_ x: Tensor) throws -> Tensor { try globalAveragePool2d(x) }
}
