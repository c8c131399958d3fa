import Tensors

/// What batch, layer, instance and group normalization have in common: groups of numbers get mean 0 and variance 1.
///
/// ```
/// x̂ = (x − μ) / σ,   σ = √(variance + ε)
/// dx = (dx̂ − mean(dx̂) − x̂ · mean(dx̂ · x̂)) / σ
/// ```
///
/// A number changes its output in three ways: directly, and by moving the mean and the variance of its whole group. The two
/// means take away what these do. Everything is computed in float64.
struct Standardization {
  /// The shape under which the groups lie along whole axes; for most, the shape of x.
  let shape: [Int]
  /// The axes whose numbers share a mean.
  let axes: [Int]
  let epsilon: Double

  init(shape: [Int], axes: [Int], epsilon: Double) throws {
    try requireEpsilon(epsilon)
    (self.shape, self.axes, self.epsilon) = (shape, axes, epsilon)
  }

  /// How many numbers share a mean.
  var groupSize: Int { axes.reduce(1) { $0 * shape[$1] } }

  /// x, and its mean and its biased variance, of which there is one for each group.
  func moments(_ x: Tensor) throws -> (centred: Tensor, mean: Tensor, variance: Tensor) {
    let x = try x.asType(.float64).reshaped(shape)
    let mean = try x.mean(axes: axes, keepDimensions: true)
    // From differences, and not as mean(x²) − mean(x)²: of large numbers, nothing would be left of that.
    let centred = try x.subtracting(mean)
    return (centred, mean, try square(centred).mean(axes: axes, keepDimensions: true))
  }

  /// x̂, in the shape of x.
  func standardized(_ x: Tensor) throws -> Tensor {
    let (centred, _, variance) = try moments(x)
    return try centred.divided(by: sqrt(variance.adding(epsilon))).reshaped(x.shape)
  }

  /// dx, from the gradient of x̂.
  func inputGradient(_ upstream: Tensor, at x: Tensor) throws -> Tensor {
    let (centred, _, variance) = try moments(x)
    let deviation = try sqrt(variance.adding(epsilon))
    let standard = try centred.divided(by: deviation)
    let dy = try upstream.reshaped(shape)
    let shared = try standard.multiplied(by: dy.multiplied(by: standard).mean(axes: axes, keepDimensions: true))
    return try dy.subtracting(dy.mean(axes: axes, keepDimensions: true)).subtracting(shared).divided(by: deviation)
      .reshaped(x.shape)
  }
}

/// Normalization as an operator: `y = γ · x̂ + β`.
///
/// ```
/// dγ = Σ dy · x̂        dβ = Σ dy        dx̂ = dy · γ
/// ```
///
/// - Parameters:
///   - parameterShape: The shape under which γ and β meet x.
///   - standardized: x̂.
///   - inputGradient: dx, from the gradient of x̂.
///   - others: What else has a gradient, and how.
func normalized(
  _ function: String, _ x: Tensor, gamma: Tensor?, beta: Tensor?, parameterShape: [Int],
  standardized: @escaping () throws -> Tensor, inputGradient: @escaping (Tensor) throws -> Tensor,
  others: [(input: Tensor, gradient: InputGradient)] = []
) throws -> Tensor {
  let y = try unrecorded {
    try scaled(standardized(), gamma, beta, parameterShape).asType(commonDType(x, gamma, beta))
  }
  guard ([x, gamma, beta] + others.map(\.input)).contains(where: { $0?.isRecording == true }) else { return y }
  var inputs = [
    InputGradient.gradient(to: x) { dy in try inputGradient(scaled(dy, gamma, nil, parameterShape)) }
  ]
  if let gamma {
    inputs.append(
      .gradient(to: gamma) { dy in
        try dy.multiplied(by: standardized()).summed(to: parameterShape).reshaped(gamma.shape)
      })
  }
  if let beta {
    inputs.append(.gradient(to: beta) { dy in try dy.summed(to: parameterShape).reshaped(beta.shape) })
  }
  return try record(function, y, inputs + others.map(\.gradient))
}

/// The same for what has mean 0 and variance 1 over whole axes.
func normalized(
  _ function: String, _ x: Tensor, by standardization: Standardization, gamma: Tensor?, beta: Tensor?,
  parameterShape: [Int]
) throws -> Tensor {
  try normalized(
    function, x, gamma: gamma, beta: beta, parameterShape: parameterShape,
    standardized: { try standardization.standardized(x) },
    inputGradient: { dy in try standardization.inputGradient(dy, at: x) })
}

/// `γ · x + β`, where these are given.
func scaled(_ x: Tensor, _ gamma: Tensor?, _ beta: Tensor?, _ shape: [Int]) throws -> Tensor {
  let y = try gamma.map { try x.multiplied(by: $0.reshaped(shape)) } ?? x
  return try beta.map { try y.adding($0.reshaped(shape)) } ?? y
}

/// The shape under which one number for each channel meets a tensor of `shape`: `[C, 1, 1]` for `[N, C, H, W]`.
func channelShape(_ shape: [Int]) -> [Int] { [shape[1]] + shape.dropFirst(2).map { _ in 1 } }

// MARK: - Checks

/// Throws unless `x` holds numbers, and has at least as many axes as `form`, which begins with `N, C`.
func requireChannels(_ function: String, _ x: Tensor, axes: Int, form: String) throws {
  try x.requireNumbers(for: function)
  guard x.rank >= axes else { throw TensorError("\(function) needs \(form), and this tensor has shape \(x.shape)") }
}

func requireEpsilon(_ epsilon: Double) throws {
  guard epsilon >= 0 else { throw TensorError("epsilon must be 0 or more, and got \(epsilon)") }
}

/// Throws where a parameter does not have one number for each channel.
func requirePerChannel(_ parameters: [(name: String, tensor: Tensor?)], channels: Int) throws {
  for case (let name, let tensor?) in parameters where tensor.shape != [channels] {
    throw TensorError(
      "\(counted(channels, "channel")) need \(name) of shape [\(channels)], but it has shape \(tensor.shape)")
  }
}

/// Throws where a group has one number, whose variance is 0 whatever it is, or none.
func requireSeveral(_ function: String, _ standardization: Standardization, each: String, of x: Tensor) throws {
  guard standardization.groupSize > 1 || x.count == 0 && standardization.groupSize > 0 else {
    throw TensorError(
      "\(function) needs more than one number in each \(each), and a tensor of shape \(x.shape) has "
        + "\(standardization.groupSize == 0 ? "none" : "one")")
  }
}
