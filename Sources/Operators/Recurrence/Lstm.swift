import Tensors

/// Takes one step of a long short-term memory: three gates decide what its cell forgets, takes in and shows.
///
/// ```
/// i, f, g, o = the four parts of W·x + b + U·h + b′, one below the other
/// c′ = σ(f)·c + σ(i)·tanh(g)        h′ = σ(o)·tanh(c′)
/// ```
///
/// ```swift
/// let (w, u) = (Tensor([[100], [-100], [2], [0]]), Tensor.zeros([4, 1]))
/// let (h, c) = lstmStep(Tensor([[1]]), hidden: Tensor([[0]]), cell: Tensor([[3]]), inputWeights: w, hiddenWeights: u)
/// c.elements  // [0.9640275800758169]
/// ```
///
/// - Parameters:
///   - x: Inputs of this step, `[N, I]`.
///   - hidden: The state h, `[N, H]`.
///   - cell: What is remembered, c, `[N, H]`.
///   - inputWeights: W, `[4·H, I]`: the rows of the input gate i, the forget gate f, the candidate g, the output gate o.
///   - hiddenWeights: U, `[4·H, H]`, in the same order.
///   - inputBias: b, `[4·H]`.
///   - hiddenBias: b′, `[4·H]`.
/// - Returns: The next state h′ and the next cell c′, `[N, H]` each.
/// - Source: S. Hochreiter and J. Schmidhuber, "Long short-term memory", 1997; PyTorch's `LSTMCell`, its order of gates.
package func lstmStep(
  _ x: Tensor, hidden: Tensor, cell: Tensor, inputWeights: Tensor, hiddenWeights: Tensor, inputBias: Tensor? = nil,
  hiddenBias: Tensor? = nil
) throws -> (hidden: Tensor, cell: Tensor) {
  let p = try RecurrentParameters("lstmStep", gates: 4, inputWeights, hiddenWeights, inputBias, hiddenBias)
  try p.requireInput(x)
  try p.requireState(hidden, "hidden", of: x)
  try p.requireState(cell, "cell", of: x)
  return try step(x, hidden, cell, p)
}

/// Runs a long short-term memory over sequences.
///
/// ```
/// hₜ, cₜ = lstmStep(xₜ, hₜ₋₁, cₜ₋₁)    for t from 1 to L
/// ```
///
/// ```swift
/// let (w, u) = (Tensor([[100], [100], [2], [0]]), Tensor.zeros([4, 1]))
/// let (outputs, hidden, cell) = lstm(Tensor([[[1], [1]]]), inputWeights: w, hiddenWeights: u)
/// cell.elements  // [1.9280551601516338]
/// ```
///
/// - Parameters:
///   - x: Sequences, `[N, L, I]`: PyTorch's layout with `batch_first`.
///   - hidden: The state before the first step, `[N, H]`; zeros if nothing is given.
///   - cell: What is remembered before the first step, `[N, H]`; zeros if nothing is given.
///   - inputWeights: W, `[4·H, I]`, in the order i, f, g, o.
///   - hiddenWeights: U, `[4·H, H]`.
///   - inputBias: b, `[4·H]`.
///   - hiddenBias: b′, `[4·H]`.
/// - Returns: The state after every step, `[N, L, H]`, the last state and the last cell, `[N, H]`. The recording has
///   each step.
/// - Source: PyTorch's `LSTM`.
package func lstm(
  _ x: Tensor, hidden: Tensor? = nil, cell: Tensor? = nil, inputWeights: Tensor, hiddenWeights: Tensor,
  inputBias: Tensor? = nil, hiddenBias: Tensor? = nil
) throws -> (outputs: Tensor, hidden: Tensor, cell: Tensor) {
  let p = try RecurrentParameters("lstm", gates: 4, inputWeights, hiddenWeights, inputBias, hiddenBias)
  let zeros = try p.zeroState(for: x)
  var (h, c) = (hidden ?? zeros, cell ?? zeros)
  try p.requireState(h, "hidden", of: x)
  try p.requireState(c, "cell", of: x)
  let outputs = try unrolled(x) { x in
    (h, c) = try step(x, h, c, p)
    return h
  }
  return (outputs, h, c)
}

private func step(
  _ x: Tensor, _ h: Tensor, _ c: Tensor, _ p: RecurrentParameters
) throws -> (hidden: Tensor, cell: Tensor) {
  let (fromInput, fromState) = (try p.fromInput(x), try p.fromState(h))
  let cell = try nextCell(fromInput, fromState, c, p)
  return (try nextState(fromInput, fromState, cell, p), cell)
}

/// The gates of one step.
private struct Gates {
  let i: Tensor
  let f: Tensor
  let g: Tensor
  let o: Tensor

  init(_ fromInput: Tensor, _ fromState: Tensor, _ p: RecurrentParameters) throws {
    let sums = try fromInput.adding(fromState)
    i = try sigmoid(p.gate(0, of: sums))
    f = try sigmoid(p.gate(1, of: sums))
    g = try tanh(p.gate(2, of: sums))
    o = try sigmoid(p.gate(3, of: sums))
  }
}

/// `c′ = f·c + i·g`
private func nextCell(
  _ fromInput: Tensor, _ fromState: Tensor, _ c: Tensor, _ p: RecurrentParameters
) throws -> Tensor {
  let y = try unrecorded {
    let gates = try Gates(fromInput, fromState, p)
    return try gates.f.multiplied(by: c).adding(gates.i.multiplied(by: gates.g))
  }
  /// The gradient in front of the gates; o has no part in the cell.
  func da(_ dc: Tensor) throws -> Tensor {
    let gates = try Gates(fromInput, fromState, p)
    return try concatenated(
      [
        dc.multiplied(by: gates.g).multiplied(by: sigmoidSlope(gates.i)),
        dc.multiplied(by: c).multiplied(by: sigmoidSlope(gates.f)),
        dc.multiplied(by: gates.i).multiplied(by: tanhSlope(gates.g)),
        Tensor(zeros: c.shape, kind: dc.kind),
      ], axis: 1)
  }
  return try record(
    p.function, y,
    .gradient(to: c) { dc in try dc.multiplied(by: Gates(fromInput, fromState, p).f) },
    .gradient(to: fromInput) { dc in try da(dc) },
    .gradient(to: fromState) { dc in try da(dc) })
}

/// `h′ = o·tanh(c′)`
private func nextState(
  _ fromInput: Tensor, _ fromState: Tensor, _ cell: Tensor, _ p: RecurrentParameters
) throws -> Tensor {
  let y = try unrecorded { try Gates(fromInput, fromState, p).o.multiplied(by: tanh(cell)) }
  /// The gradient in front of the gates; only o has a part in the state beside the cell.
  func da(_ dh: Tensor) throws -> Tensor {
    let o = try Gates(fromInput, fromState, p).o
    let others = try Tensor(zeros: [cell.shape[0], 3 * p.hiddenSize], kind: dh.kind)
    return try concatenated([others, dh.multiplied(by: tanh(cell)).multiplied(by: sigmoidSlope(o))], axis: 1)
  }
  return try record(
    p.function, y,
    .gradient(to: cell) { dh in
      try dh.multiplied(by: Gates(fromInput, fromState, p).o).multiplied(by: tanhSlope(tanh(cell)))
    },
    .gradient(to: fromInput) { dh in try da(dh) },
    .gradient(to: fromState) { dh in try da(dh) })
}
