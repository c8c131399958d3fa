import Operators
import Tensors

/// In training sets numbers to 0 at random, and the others to `x / (1 − probability)`; in evaluation lets all of them
/// pass.
package final class Dropout: Layer {
  package let probability: Double
  package private(set) var isTraining = true
  private var random: Random

  /// - Parameter seed: What the masks are drawn from; every pass has its own.
  package init(probability: Double = 0.5, seed: Int = 0) {
    self.probability = probability
    random = Random(seed: seed)
  }

  package func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  /// The masks depend on the start of the network as its weights do.
  package func initialize(_ scheme: InitializationScheme, _ source: inout Random) throws {
    random = Random(seed: Int(truncatingIfNeeded: source.next()))
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    if !isTraining { return x }
    return try dropout(x, probability: probability, seed: Int(truncatingIfNeeded: random.next()))
  }
}
