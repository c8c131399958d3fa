import Tensors

/// An operator with what it has learned: a part of a network, or a whole one.
///
/// A layer owns parameters and consists of other layers, and all of them have PyTorch's names, so that weights can be
/// carried over in both directions.
package protocol Layer: AnyObject {
  /// Its own weights, in PyTorch's order, without those of its `children`.
  var parameters: [NamedParameter] { get }
  /// Numbers that it collects and no optimizer changes, such as the running mean of batch norm.
  var buffers: [NamedParameter] { get }
  /// The layers that it consists of.
  var children: [(name: String, layer: any Layer)] { get }

  /// The output for a batch of inputs.
  func forward(_ x: Tensor) throws -> Tensor

  /// Switches between training and evaluation; containers tell their children.
  func setTraining(_ isTraining: Bool)

  /// Draws a new start for its own weights, with its children's left alone.
  func initialize(_ scheme: InitializationScheme, _ random: inout Random) throws
}

extension Layer {
  package var parameters: [NamedParameter] { [] }
  package var buffers: [NamedParameter] { [] }
  package var children: [(name: String, layer: any Layer)] { [] }

  package func setTraining(_ isTraining: Bool) {
    for child in children { child.layer.setTraining(isTraining) }
  }

  package func initialize(_ scheme: InitializationScheme, _ random: inout Random) throws {}

  package func callAsFunction(_ x: Tensor) throws -> Tensor { try forward(x) }

  /// As while it learns: batch norm takes the batch's own mean and variance, dropout drops.
  package func train() { setTraining(true) }

  /// As when it is used: batch norm takes its running statistics, dropout lets everything pass.
  package func evaluate() { setTraining(false) }

  /// Draws a new start for all weights; the same one for the same seed.
  package func initialize(_ scheme: InitializationScheme, seed: Int) throws {
    var random = Random(seed: seed)
    for layer in allLayers { try layer.initialize(scheme, &random) }
  }

  /// The layer and everything that it consists of, in the order of its parameters.
  package var allLayers: [any Layer] { [self] + children.flatMap(\.layer.allLayers) }
}
