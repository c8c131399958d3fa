import Tensors

/// Attends in several ways at once: every head looks things up with features of its own, and the results are mixed.
///
/// ```
/// q = Wq·x + bq,  k = Wk·x + bk,  v = Wv·x + bv;  head h has the features h·E/heads and following
/// y = Wo·(scaledDotProductAttention of every head, side by side) + bo
/// ```
///
/// ```swift
/// let x = Tensor([[[1, 0], [0, 2]]])
/// let w = Tensor([[0, 0], [0, 0], [0, 0], [0, 0], [10, 0], [0, 1]])
/// let y = multiHeadAttention(x, keys: x, values: x, heads: 2, inputWeights: w, outputWeights: Tensor.eye(2), isCausal: true)
/// y.elements  // [10.0, 0.0, 5.0, 1.0]
/// ```
///
/// - Parameters:
///   - queries: What looks, `[N, L, E]`. For self-attention, all three are the same.
///   - keys: What is looked at, `[N, S, E]`.
///   - values: What is found there, `[N, S, E]`.
///   - heads: How many heads; E is split into so many parts.
///   - inputWeights: `[3·E, E]`: the rows of Wq, Wk and Wv, one below the other.
///   - outputWeights: Wo, `[E, E]`.
///   - inputBias: `[3·E]`: bq, bk and bv.
///   - outputBias: bo, `[E]`.
///   - mask: 1 where a query may look at a key, 0 where not, `[L, S]` or `[N, 1, L, S]`. (PyTorch's `MultiheadAttention`
///     has it the other way round.)
///   - isCausal: Query i looks at the keys 0 to i only.
/// - Returns: `[N, L, E]`. The recording has the steps.
/// - Source: A. Vaswani and others, "Attention is all you need", 2017; PyTorch's `MultiheadAttention` with `batch_first`.
package func multiHeadAttention(
  _ queries: Tensor, keys: Tensor, values: Tensor, heads: Int, inputWeights: Tensor, outputWeights: Tensor,
  inputBias: Tensor? = nil, outputBias: Tensor? = nil, mask: Tensor? = nil, isCausal: Bool = false
) throws -> Tensor {
  let features = try requireShapes(queries, keys, values, heads, inputWeights, outputWeights, inputBias)
  /// One of the three with its heads apart, `[N, heads, L, E/heads]`.
  func split(_ x: Tensor, _ part: Int) throws -> Tensor {
    let rows = part * features..<(part + 1) * features
    return try linear(x, weights: inputWeights.subscripted([rows]), bias: inputBias?.subscripted([rows]))
      .reshaped([x.shape[0], x.shape[1], heads, features / heads]).permuted([0, 2, 1, 3])
  }
  let found = try scaledDotProductAttention(
    split(queries, 0), keys: split(keys, 1), values: split(values, 2), mask: mask, isCausal: isCausal)
  return try linear(found.permuted([0, 2, 1, 3]).reshaped(queries.shape), weights: outputWeights, bias: outputBias)
}

/// E, where everything fits together.
private func requireShapes(
  _ queries: Tensor, _ keys: Tensor, _ values: Tensor, _ heads: Int, _ inputWeights: Tensor, _ outputWeights: Tensor,
  _ inputBias: Tensor?
) throws -> Int {
  for (name, tensor) in [("queries", queries), ("keys", keys), ("values", values)] {
    guard tensor.rank == 3, !tensor.shape.contains(0) else {
      throw TensorError("\(name) need 3 axes, [N, L, E], none of them empty, but these have shape \(tensor.shape)")
    }
  }
  let features = queries.shape[2]
  guard keys.shape == values.shape, keys.shape[0] == queries.shape[0], keys.shape[2] == features else {
    throw TensorError(
      "keys and values need the shape [\(queries.shape[0]), S, \(features)] for queries of shape \(queries.shape), "
        + "and have shapes \(keys.shape) and \(values.shape)")
  }
  guard heads >= 1 && features % heads == 0 else {
    throw TensorError("\(counted(features, "feature")) cannot be split into \(counted(heads, "head"))")
  }
  for (name, weights, rows) in [("inputWeights", inputWeights, 3), ("outputWeights", outputWeights, 1)] {
    guard weights.shape == [rows * features, features] else {
      throw TensorError(
        "\(name) need the shape [\(rows * features), \(features)], but these have shape \(weights.shape)")
    }
  }
  if let inputBias, inputBias.shape != [3 * features] {
    throw TensorError("inputBias needs the shape [\(3 * features)], but it has shape \(inputBias.shape)")
  }
  return features
}
