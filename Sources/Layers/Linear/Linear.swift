import Operators
import Tensors

/// Weighs and adds up the features of every row, `[…, I]`, to `[…, O]`: a fully connected layer.
package final class Linear: Layer {
  /// A row of weights for each output, `[O, I]`.
  package let weight: Parameter
  /// A number for each output, `[O]`.
  package let bias: Parameter?

  /// - Parameter seed: Draws the weights as PyTorch does by default. Without it they are 0 until the network is
  ///   initialized.
  package init(_ inputs: Int, _ outputs: Int, hasBias: Bool = true, seed: Int? = nil) throws {
    weight = try Parameter(.zeros([outputs, inputs], dtype: .float32))
    bias = hasBias ? try Parameter(.zeros([outputs], dtype: .float32)) : nil
    if let seed { try initialize(InitializationScheme(.pytorchDefault), seed: seed) }
  }

  package var parameters: [NamedParameter] {
    [("weight", weight)] + (bias.map { [("bias", $0)] } ?? [])
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try linear(x, weights: weight.tensor, bias: bias?.tensor)
  }

  package func initialize(_ scheme: InitializationScheme, _ random: inout Random) throws {
    try scheme.linear.draw(weight, bias, &random)
  }
}
