import Layers
import Operators
import Tensors

/// Trains a network to tell classes apart: the one loop that all training goes through.
package final class Trainer {
  package let network: any Layer
  package let optimizer: any Optimizer
  /// Called when a batch's gradients are complete and no parameter has changed yet: here workers of a data-parallel
  /// training average them.
  package var onGradients: (_ parameters: [Parameter]) throws -> Void = { _ in }

  package init(_ network: any Layer, _ optimizer: any Optimizer) {
    self.network = network
    self.optimizer = optimizer
  }

  /// One step: the loss of a batch, its gradients, and a change of the parameters.
  ///
  /// - Returns: The batch's mean cross-entropy, from before the change.
  package func step(_ batch: Batch) throws -> Double {
    let loss = try recorded { try crossEntropy(logits: network(batch.images), labels: batch.labels) }
    try loss.backward()
    try onGradients(optimizer.parameters)
    try optimizer.step()
    return try loss.item()
  }

  /// One pass through shuffled images, in batches of one size.
  ///
  /// - Parameter onStep: Gets the number of each step, from 1 on, how many there are, and the loss.
  package func epoch(
    _ images: ImageSet, batchSize: Int, _ random: inout Random,
    onStep: (_ step: Int, _ of: Int, _ loss: Double) throws -> Void = { _, _, _ in }
  ) throws {
    network.train()
    let batches = images.shuffledBatches(of: batchSize, &random)
    for (position, numbers) in batches.enumerated() {
      let loss = try step(images.batch(numbers))
      try onStep(position + 1, batches.count, loss)
    }
  }
}
