import Tensors

/// Takes one step of a plain recurrent network: mixes the input with what it remembers.
///
/// ```
/// h′ = tanh(W·x + b + U·h + b′)        da = dh′ · (1 − h′²),  dx = Wᵀ·da,  dh = Uᵀ·da,  dW = da·xᵀ,  dU = da·hᵀ
/// ```
///
/// ```swift
/// let (w, u) = (Tensor([[3], [0]]), Tensor([[0, -1], [1, 0]]))
/// rnnStep(Tensor([[1]]), hidden: Tensor([[0, 2]]), inputWeights: w, hiddenWeights: u).elements  // [0.7615941559557649, 0.0]
/// ```
///
/// - Parameters:
///   - x: Inputs of this step, `[N, I]`.
///   - hidden: The state h, `[N, H]`.
///   - inputWeights: W, `[H, I]`.
///   - hiddenWeights: U, `[H, H]`.
///   - inputBias: b, `[H]`.
///   - hiddenBias: b′, `[H]`. PyTorch has both; one would do.
/// - Returns: The next state h′, `[N, H]`, which is also the output.
/// - Source: PyTorch's `RNNCell`.
package func rnnStep(
  _ x: Tensor, hidden: Tensor, inputWeights: Tensor, hiddenWeights: Tensor, inputBias: Tensor? = nil,
  hiddenBias: Tensor? = nil
) throws -> Tensor {
  let p = try RecurrentParameters("rnnStep", gates: 1, inputWeights, hiddenWeights, inputBias, hiddenBias)
  try p.requireInput(x)
  try p.requireState(hidden, "hidden", of: x)
  return try step(x, hidden, p)
}

/// Runs a plain recurrent network over sequences.
///
/// ```
/// hₜ = tanh(W·xₜ + b + U·hₜ₋₁ + b′)    for t from 1 to L
/// ```
///
/// ```swift
/// let (outputs, hidden) = rnn(Tensor([[[0], [1]]]), inputWeights: Tensor([[1], [2]]), hiddenWeights: Tensor.eye(2))
/// outputs.elements  // [0.0, 0.0, 0.7615941559557649, 0.9640275800758169]
/// ```
///
/// - Parameters:
///   - x: Sequences, `[N, L, I]`: PyTorch's layout with `batch_first`.
///   - hidden: The state before the first step, `[N, H]`; zeros if nothing is given.
///   - inputWeights: W, `[H, I]`.
///   - hiddenWeights: U, `[H, H]`.
///   - inputBias: b, `[H]`.
///   - hiddenBias: b′, `[H]`.
/// - Returns: The state after every step, `[N, L, H]`, and the last one, `[N, H]`. The recording has each step.
/// - Source: PyTorch's `RNN`.
package func rnn(
  _ x: Tensor, hidden: Tensor? = nil, inputWeights: Tensor, hiddenWeights: Tensor, inputBias: Tensor? = nil,
  hiddenBias: Tensor? = nil
) throws -> (outputs: Tensor, hidden: Tensor) {
  let p = try RecurrentParameters("rnn", gates: 1, inputWeights, hiddenWeights, inputBias, hiddenBias)
  return try unrolled(x, from: hidden, p, step)
}

private func step(_ x: Tensor, _ h: Tensor, _ p: RecurrentParameters) throws -> Tensor {
  let y = try unrecorded { try tanh(p.fromInput(x).adding(p.fromState(h))) }
  /// da, the gradient in front of the tanh.
  func da(_ dy: Tensor, _ y: Tensor) throws -> Tensor { try dy.multiplied(by: tanhSlope(y)) }
  var gradients: [InputGradient] = [
    .gradient(to: x) { dy, y in try matmul(da(dy, y), p.inputWeights) },
    .gradient(to: h) { dy, y in try matmul(da(dy, y), p.hiddenWeights) },
    .gradient(to: p.inputWeights) { dy, y in try matmul(da(dy, y).transposed(), x) },
    .gradient(to: p.hiddenWeights) { dy, y in try matmul(da(dy, y).transposed(), h) },
  ]
  for bias in [p.inputBias, p.hiddenBias].compactMap({ $0 }) {
    gradients.append(.gradient(to: bias) { dy, y in try da(dy, y).sum(axes: [0]) })
  }
  return try record(p.function, y, gradients)
}
