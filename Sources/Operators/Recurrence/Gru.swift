import Tensors

/// Takes one step of a gated recurrent unit: one gate says how much of the state stays, another how much of it is used.
///
/// ```
/// r = σ(W₁·x + b₁ + U₁·h + b′₁)        z = σ(W₂·x + b₂ + U₂·h + b′₂)
/// n = tanh(W₃·x + b₃ + r·(U₃·h + b′₃))        h′ = (1 − z)·n + z·h
/// ```
///
/// ```swift
/// let (w, u) = (Tensor([[100], [-100], [2]]), Tensor([[0], [0], [-1]]))
/// gruStep(Tensor([[1]]), hidden: Tensor([[1]]), inputWeights: w, hiddenWeights: u).elements  // [0.7615941559557649]
/// ```
///
/// - Parameters:
///   - x: Inputs of this step, `[N, I]`.
///   - hidden: The state h, `[N, H]`.
///   - inputWeights: W, `[3·H, I]`: the rows of the reset gate r, the update gate z, the candidate n.
///   - hiddenWeights: U, `[3·H, H]`, in the same order.
///   - inputBias: b, `[3·H]`.
///   - hiddenBias: b′, `[3·H]`. It cannot be added to b: its last part stands behind the reset gate.
/// - Returns: The next state h′, `[N, H]`.
/// - Source: K. Cho and others, "Learning phrase representations using RNN encoder-decoder", 2014; PyTorch's `GRUCell`,
///   which resets after the product with U, and not before.
package func gruStep(
  _ x: Tensor, hidden: Tensor, inputWeights: Tensor, hiddenWeights: Tensor, inputBias: Tensor? = nil,
  hiddenBias: Tensor? = nil
) throws -> Tensor {
  let p = try RecurrentParameters("gruStep", gates: 3, inputWeights, hiddenWeights, inputBias, hiddenBias)
  try p.requireInput(x)
  try p.requireState(hidden, "hidden", of: x)
  return try step(x, hidden, p)
}

/// Runs a gated recurrent unit over sequences.
///
/// ```
/// hₜ = gruStep(xₜ, hₜ₋₁)    for t from 1 to L
/// ```
///
/// ```swift
/// let (w, u) = (Tensor([[0], [0], [2]]), Tensor.zeros([3, 1]))
/// let (outputs, hidden) = gru(Tensor([[[1], [0]]]), inputWeights: w, hiddenWeights: u)
/// outputs.elements  // [0.48201379003790845, 0.24100689501895423]
/// ```
///
/// - Parameters:
///   - x: Sequences, `[N, L, I]`: PyTorch's layout with `batch_first`.
///   - hidden: The state before the first step, `[N, H]`; zeros if nothing is given.
///   - inputWeights: W, `[3·H, I]`, in the order r, z, n.
///   - hiddenWeights: U, `[3·H, H]`.
///   - inputBias: b, `[3·H]`.
///   - hiddenBias: b′, `[3·H]`.
/// - Returns: The state after every step, `[N, L, H]`, and the last one, `[N, H]`. The recording has each step.
/// - Source: PyTorch's `GRU`.
package func gru(
  _ x: Tensor, hidden: Tensor? = nil, inputWeights: Tensor, hiddenWeights: Tensor, inputBias: Tensor? = nil,
  hiddenBias: Tensor? = nil
) throws -> (outputs: Tensor, hidden: Tensor) {
  let p = try RecurrentParameters("gru", gates: 3, inputWeights, hiddenWeights, inputBias, hiddenBias)
  return try unrolled(x, from: hidden, p, step)
}

/// The gates of one step.
private struct Gates {
  let r: Tensor
  let z: Tensor
  let n: Tensor
  /// What the state says to the candidate, before it is reset.
  let remembered: Tensor

  init(_ fromInput: Tensor, _ fromState: Tensor, _ p: RecurrentParameters) throws {
    r = try sigmoid(p.gate(0, of: fromInput).adding(p.gate(0, of: fromState)))
    z = try sigmoid(p.gate(1, of: fromInput).adding(p.gate(1, of: fromState)))
    remembered = try p.gate(2, of: fromState)
    n = try tanh(p.gate(2, of: fromInput).adding(r.multiplied(by: remembered)))
  }
}

private func step(_ x: Tensor, _ h: Tensor, _ p: RecurrentParameters) throws -> Tensor {
  let (fromInput, fromState) = (try p.fromInput(x), try p.fromState(h))
  let y = try unrecorded {
    let gates = try Gates(fromInput, fromState, p)
    return try gates.z.subtracted(from: 1).multiplied(by: gates.n).adding(gates.z.multiplied(by: h))
  }
  /// The gradient in front of the gates; what comes from the state is reset before it gets to the candidate.
  func da(_ dy: Tensor, isReset: Bool) throws -> Tensor {
    let gates = try Gates(fromInput, fromState, p)
    let dn = try dy.multiplied(by: gates.z.subtracted(from: 1)).multiplied(by: tanhSlope(gates.n))
    let dz = try dy.multiplied(by: h.subtracting(gates.n)).multiplied(by: sigmoidSlope(gates.z))
    let dr = try dn.multiplied(by: gates.remembered).multiplied(by: sigmoidSlope(gates.r))
    return try concatenated([dr, dz, isReset ? dn.multiplied(by: gates.r) : dn], axis: 1)
  }
  return try record(
    p.function, y,
    .gradient(to: h) { dy in try dy.multiplied(by: Gates(fromInput, fromState, p).z) },
    .gradient(to: fromInput) { dy in try da(dy, isReset: false) },
    .gradient(to: fromState) { dy in try da(dy, isReset: true) })
}
