import Tensors

/// Looks up a row of a table for every index: the features of words, or of positions.
///
/// ```
/// y[i] = w[indices[i]]        dw[indices[i]] += dy[i]
/// ```
///
/// ```swift
/// let w = Tensor([[1, 2], [3, 4], [5, 6]])
/// embedding(Tensor([2, 0, 2]), weights: w).elements  // [5.0, 6.0, 1.0, 2.0, 5.0, 6.0]
/// ```
///
/// - Parameters:
///   - indices: Whole numbers from 0 on, of any shape `[…]`.
///   - weights: The table w, `[V, E]`: a row of features for each index.
/// - Returns: `[…, E]`. A row that is looked up several times collects all gradients.
/// - Source: PyTorch's `embedding`.
package func embedding(_ indices: Tensor, weights: Tensor) throws -> Tensor {
  guard weights.rank == 2 else {
    throw TensorError("weights need 2 axes, [V, E], but these have shape \(weights.shape)")
  }
  try indices.requireNumbers(for: "embedding")
  let (rows, features) = (weights.shape[0], weights.shape[1])
  let places = try indices.detached().converted(to: .float64)
  try places.withElements(as: Double.self) { places in
    var work = 0
    for i in 0..<indices.count {
      try Interruption.poll(afterWork: &work, of: 4)
      guard places[i] >= 0 && places[i] < Double(rows) && places[i] == places[i].rounded() else {
        let known = rows == 0 ? "which has no rows" : "whose rows are 0 to \(rows - 1)"
        throw TensorError("index \(shortText(places[i])) is not in the table of shape \(weights.shape), \(known)")
      }
    }
  }
  return try Selection(
    function: "embedding", inputShape: weights.shape, outputShape: indices.shape + [features], places: places,
    width: features
  ).gathered(from: weights)
}
