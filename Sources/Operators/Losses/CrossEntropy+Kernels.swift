internal import Kernels
import Tensors

/// The fast path of `crossEntropy` for many scores in `float32`, `[N, K]`, with class numbers and nothing else: one walk
/// through the scores gives the loss and, from the same powers, its gradient.
///
/// `CrossEntropy.swift` is the reference that this is tested against.
struct ClassScores {
  /// `−Σ n  log softmax(x)[n, label[n]]`
  let loss: Double
  /// `softmax(x) − one-hot`, `[N, K]`.
  let gradients: Tensor

  /// Nil where the scores are others, or few.
  init?(_ function: String, _ logits: Tensor, _ labels: Tensor) throws {
    guard logits.kind == .float32, logits.rank == 2, logits.count >= Tensor.fewElements,
      labels.shape == [logits.shape[0]],
      !labels.isSymbolic, !labels.isRecording
    else { return nil }
    let (rows, width) = (logits.shape[0], logits.shape[1])
    let numbers = try ClassNumbers(function, labels, classes: width).classes.map { Int32($0 ?? -1) }
    var loss = 0.0
    gradients = try logits.withElements(as: Float.self) { x in
      try .unwritten(logits.shape, as: Float.self) { gradients in
        loss = Softmax.crossEntropy(gradients: gradients, x, labels: numbers, scale: 1, rows: rows, width: width)
      }
    }
    try Interruption.poll()
    self.loss = loss
  }
}
