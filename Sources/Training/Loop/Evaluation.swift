import Layers
import Operators
import Tensors

/// How well a network does on images that it has not learned from.
package struct Evaluation: Equatable, Sendable {
  /// The share of images whose class has the highest score.
  package var accuracy: Double
  /// The mean cross-entropy.
  package var loss: Double

  /// Looks at all images, in batches. Both numbers are means over the batches, as in the lecture's program: the images of
  /// a last, smaller batch count a little more.
  package init(of network: any Layer, on images: ImageSet, batchSize: Int = 256) throws {
    network.evaluate()
    (accuracy, loss) = (0, 0)
    let batches = images.batches(of: batchSize)
    for numbers in batches {
      let batch = try images.batch(numbers)
      let part = try unrecorded { try Self(of: network(batch.images), labels: batch.labels) }
      accuracy += part.accuracy / Double(batches.count)
      loss += part.loss / Double(batches.count)
    }
  }

  /// Scores `[N, K]` beside class numbers `[N]`.
  package init(of scores: Tensor, labels: Tensor) throws {
    let winners = try scores.argmax(axis: 1).elements
    let right = zip(winners, labels.elements).count { $0 == $1 }
    accuracy = Double(right) / Double(max(labels.count, 1))
    loss = try crossEntropy(logits: scores, labels: labels).item()
  }
}
