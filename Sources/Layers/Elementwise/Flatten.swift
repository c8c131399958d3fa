import Tensors

/// Turns the features of each example into one row: `[N, C, H, W]` to `[N, C·H·W]`.
package final class Flatten: Layer {
  package init() {}

  package func forward(_ x: Tensor) throws -> Tensor {
    guard let examples = x.shape.first else { throw TensorError("Flatten needs a batch, and got one number") }
    return try x.reshaped([examples, x.shape.dropFirst().reduce(1, *)])
  }
}
