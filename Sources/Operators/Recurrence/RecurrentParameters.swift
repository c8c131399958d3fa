import Tensors

/// The parameters of a recurrent step, and which shapes fit together.
///
/// The weights of all gates stand one below the other, as in PyTorch: G·H rows for G gates and H hidden features.
struct RecurrentParameters {
  let function: String
  let inputWeights: Tensor
  let hiddenWeights: Tensor
  let inputBias: Tensor?
  let hiddenBias: Tensor?

  /// H, how many features the state has.
  var hiddenSize: Int { hiddenWeights.shape[1] }

  init(
    _ function: String, gates: Int, _ inputWeights: Tensor, _ hiddenWeights: Tensor, _ inputBias: Tensor?,
    _ hiddenBias: Tensor?
  ) throws {
    for (name, weights) in [("inputWeights", inputWeights), ("hiddenWeights", hiddenWeights)] {
      guard weights.rank == 2 else {
        throw TensorError("\(name) need 2 axes, but these have shape \(weights.shape)")
      }
    }
    let rows = hiddenWeights.shape[0]
    guard rows > 0, rows % gates == 0, rows / gates == hiddenWeights.shape[1] else {
      let expected = gates == 1 ? "[H, H]" : "[\(gates)·H, H]"
      throw TensorError(
        "hiddenWeights of \(function) have the shape \(expected) for H hidden features, and these have shape "
          + "\(hiddenWeights.shape)")
    }
    guard inputWeights.shape[0] == rows else {
      throw TensorError(
        "inputWeights need \(rows) rows, as many as hiddenWeights have, but these have shape \(inputWeights.shape)")
    }
    for (name, bias) in [("inputBias", inputBias), ("hiddenBias", hiddenBias)] {
      if let bias, bias.shape != [rows] {
        throw TensorError("\(name) needs the shape [\(rows)], but it has shape \(bias.shape)")
      }
    }
    self.function = function
    self.inputWeights = inputWeights
    self.hiddenWeights = hiddenWeights
    self.inputBias = inputBias
    self.hiddenBias = hiddenBias
  }

  /// Checks inputs `[N, I]`.
  func requireInput(_ x: Tensor) throws {
    guard x.rank == 2, x.shape[0] > 0 else {
      throw TensorError("\(function) needs inputs of shape [N, I], but these have shape \(x.shape)")
    }
    try requireFeatures(x)
  }

  private func requireFeatures(_ x: Tensor) throws {
    let features = x.shape[x.rank - 1]
    guard features == inputWeights.shape[1] else {
      throw TensorError(
        "inputs have \(counted(features, "feature")), but inputWeights of shape \(inputWeights.shape) expect "
          + "\(inputWeights.shape[1])")
    }
  }

  /// Checks a state `[N, H]`.
  func requireState(_ state: Tensor, _ name: String, of x: Tensor) throws {
    guard state.shape == [x.shape[0], hiddenSize] else {
      throw TensorError("\(name) needs the shape [\(x.shape[0]), \(hiddenSize)], but it has shape \(state.shape)")
    }
  }

  /// Checks sequences `[N, L, I]`, and gives a state of zeros for them.
  func zeroState(for x: Tensor) throws -> Tensor {
    guard x.rank == 3, x.shape[0] > 0, x.shape[1] > 0 else {
      throw TensorError("\(function) needs sequences of shape [N, L, I], but these have shape \(x.shape)")
    }
    try requireFeatures(x)
    return try Tensor(zeros: [x.shape[0], hiddenSize], kind: Swift.max(x.kind, hiddenWeights.kind))
  }

  /// What the input says to the gates, `[N, G·H]`.
  func fromInput(_ x: Tensor) throws -> Tensor { try affine(function, x, inputWeights, inputBias) }

  /// What the state says to the gates, `[N, G·H]`.
  func fromState(_ hidden: Tensor) throws -> Tensor { try affine(function, hidden, hiddenWeights, hiddenBias) }

  /// The columns of one gate in `[N, G·H]`.
  func gate(_ number: Int, of all: Tensor) throws -> Tensor {
    try all.subscripted([WholeAxis(), number * hiddenSize..<(number + 1) * hiddenSize])
  }
}

/// Runs a network with one state over sequences: all states that `step` gives, and the last one.
func unrolled(
  _ x: Tensor, from hidden: Tensor?, _ p: RecurrentParameters,
  _ step: (_ x: Tensor, _ h: Tensor, _ p: RecurrentParameters) throws -> Tensor
) throws -> (outputs: Tensor, hidden: Tensor) {
  let zeros = try p.zeroState(for: x)
  var h = hidden ?? zeros
  try p.requireState(h, "hidden", of: x)
  let outputs = try unrolled(x) { x in
    h = try step(x, h, p)
    return h
  }
  return (outputs, h)
}

/// Runs `step` over the places of axis 1, and joins what it gives.
func unrolled(_ x: Tensor, _ step: (_ x: Tensor) throws -> Tensor) throws -> Tensor {
  // Many short steps are long together.
  var work = 0
  return try stacked(
    (0..<x.shape[1]).map { place in
      try Interruption.poll(afterWork: &work, of: 50_000)
      return try step(x.subscripted([WholeAxis(), place]))
    }, axis: 1)
}

/// The slope of the sigmoid where its result is `s`: s·(1 − s).
func sigmoidSlope(_ s: Tensor) throws -> Tensor { try s.multiplied(by: s.subtracted(from: 1)) }

/// The slope of the hyperbolic tangent where its result is `y`: 1 − y².
func tanhSlope(_ y: Tensor) throws -> Tensor { try y.multiplied(by: y).subtracted(from: 1) }
