import Foundation
import Tensors

/// Says how much every query attends to every key: their dot products, turned into shares that add up to 1.
///
/// ```
/// s[i,j] = Σ e  q[i,e]·k[j,e] / √E        p[i,j] = e^s[i,j] / Σ l  e^s[i,l]
/// ds = p·(dp − Σ j  dp·p)        dq = ds·k/√E,  dk = dsᵀ·q/√E
/// ```
///
/// ```swift
/// let k = Tensor([[2, 0, 0, 0], [0, 5, 0, 0]])
/// attentionWeights(Tensor([[1, 0, 0, 0]]), keys: k).elements  // [0.7310585786300049, 0.2689414213699951]
/// ```
///
/// - Parameters:
///   - queries: q, `[…, L, E]`.
///   - keys: k, `[…, S, E]`.
///   - mask: 1 where a query may look at a key, 0 where not, `[L, S]` or with axes in front that broadcast: PyTorch's
///     mask of truth values. It has no gradient.
///   - isCausal: Query i looks at the keys 0 to i only.
/// - Returns: p, `[…, L, S]`. A query that may not look anywhere has zeros, as in PyTorch.
package func attentionWeights(
  _ queries: Tensor, keys: Tensor, mask: Tensor? = nil, isCausal: Bool = false
) throws -> Tensor {
  let g = try AttentionGeometry("attentionWeights", queries, keys)
  return try record(
    "attentionWeights", shares(queries, keys, g, allowed: g.allowed(mask), isCausal),
    .gradient(to: queries) { dp, p in try matmul(ds(dp, p), keys).multiplied(by: g.scale) },
    .gradient(to: keys) { dp, p in try matmul(ds(dp, p).transposed(), queries).multiplied(by: g.scale) })
}

/// Looks something up for every query: the mean of all values, weighted by how well their keys match.
///
/// ```
/// y[i] = Σ j  p[i,j]·v[j]    with p = softmax(q·kᵀ / √E)        dv = pᵀ·dy,  dp = dy·vᵀ
/// ```
///
/// ```swift
/// let k = Tensor([[2, 0, 0, 0], [0, 5, 0, 0]])
/// let y = scaledDotProductAttention(Tensor([[1, 0, 0, 0]]), keys: k, values: Tensor([[1, 8], [0, 8]]))
/// y.elements  // [0.7310585786300049, 8.0]
/// ```
///
/// - Parameters:
///   - queries: q, `[…, L, E]`.
///   - keys: k, `[…, S, E]`.
///   - values: v, `[…, S, D]`: one for each key.
///   - mask: 1 where a query may look at a key, 0 where not, `[L, S]` or with axes in front that broadcast.
///   - isCausal: Query i looks at the keys 0 to i only.
/// - Returns: `[…, L, D]`. A query that may not look anywhere gets zeros.
/// - Source: A. Vaswani and others, "Attention is all you need", 2017.
package func scaledDotProductAttention(
  _ queries: Tensor, keys: Tensor, values: Tensor, mask: Tensor? = nil, isCausal: Bool = false
) throws -> Tensor {
  let g = try AttentionGeometry("scaledDotProductAttention", queries, keys)
  try g.requireValues(values)
  let allowed = try g.allowed(mask)
  let y = try unrecorded { try matmul(shares(queries, keys, g, allowed: allowed, isCausal), values) }
  func weights() throws -> Tensor { try attentionWeights(queries, keys: keys, mask: mask, isCausal: isCausal) }
  func scores(_ dy: Tensor) throws -> Tensor {
    try ds(matmul(dy, values.transposed()), weights()).multiplied(by: g.scale)
  }
  return try record(
    "scaledDotProductAttention", y,
    .gradient(to: queries) { dy in try matmul(scores(dy), keys) },
    .gradient(to: keys) { dy in try matmul(scores(dy).transposed(), queries) },
    .gradient(to: values) { dy in try matmul(weights().transposed(), dy) })
}

/// `p = softmax(s)` of every row, over the keys that may be looked at.
private func shares(
  _ queries: Tensor, _ keys: Tensor, _ g: AttentionGeometry, allowed: Tensor, _ isCausal: Bool
) throws -> Tensor {
  let scores = try unrecorded { try matmul(queries, keys.transposed()) }
  let count = g.keyCount
  return try Tensor.computed(g.scoreShape, from: scores, allowed, as: Double.self) { p, scores, allowed in
    var work = 0
    for row in 0..<g.rowCount {
      try Interruption.poll(afterWork: &work, of: 32 * count)
      let (p, s, allowed) = (p + row * count, scores + row * count, allowed + row * count)
      let end = isCausal ? min(row % g.queryCount + 1, count) : count
      let visible = (0..<end).filter { allowed[$0] != 0 }
      guard let first = visible.first else { continue }
      // The largest score is taken away first: then the largest power is 1.
      let largest = visible.reduce(s[first]) { isLarger(s[$1], than: $0) ? s[$1] : $0 }
      for j in visible { p[j] = Foundation.exp((s[j] - largest) * g.scale) }
      let total = visible.reduce(0) { $0 + p[$1] }
      for j in visible { p[j] /= total }
    }
  }.converted(to: scores.kind)
}

/// `ds = p·(dp − Σ dp·p)` of every row: the gradient in front of the softmax.
private func ds(_ dp: Tensor, _ p: Tensor) throws -> Tensor {
  let total = try dp.multiplied(by: p).sum(axes: [p.rank - 1], keepDimensions: true)
  return try p.multiplied(by: dp.subtracting(total))
}
