import Tensors

/// What becomes of the losses of single examples.
public enum LossReduction: Sendable {
  /// Their mean: the loss does not grow with the batch.
  case mean
  /// Their sum.
  case sum
  /// Nothing: the result has one loss for each example.
  case none
}

extension LossReduction {
  /// `y = Σ losses / count`, `Σ losses` or the losses themselves.
  func applied(to losses: Tensor, count: Double) throws -> Tensor {
    switch self {
    case .mean: try losses.sum().divided(by: count)
    case .sum: try losses.sum()
    case .none: losses
    }
  }

  /// The gradient that each loss gets of `dy`, the gradient of the result: `dy / count`, or `dy`.
  func share(of dy: Tensor, count: Double) throws -> Tensor {
    self == .mean ? try dy.divided(by: count) : dy
  }
}

/// A loss that compares two tensors element by element.
struct ElementwiseLoss {
  private let function: String
  private let prediction: Tensor
  private let target: Tensor
  private let reduction: LossReduction

  /// `function` is the name that the learner typed. Shapes have to be equal: broadcasting is nearly always a mistake here.
  init(_ function: String, _ prediction: Tensor, _ target: Tensor, _ reduction: LossReduction) throws {
    try requireEqualShapes(function, prediction, target)
    self.function = function
    self.prediction = prediction
    self.target = target
    self.reduction = reduction
  }

  var isRecording: Bool { prediction.isRecording || target.isRecording }

  /// The reduced losses. They are computed and added up in float64.
  func value(_ loss: (_ prediction: Double, _ target: Double) -> Double) throws -> Tensor {
    try unrecorded {
      let losses = try prediction.asType(.float64).combined(function, with: target.asType(.float64), loss)
      return try reduction.applied(to: losses, count: Double(losses.count)).asType(commonDType(prediction, target))
    }
  }

  /// What each element's loss gets of `dy`.
  func share(of dy: Tensor) throws -> Tensor { try reduction.share(of: dy, count: Double(prediction.count)) }
}

/// Throws unless prediction and target are numbers of one shape.
func requireEqualShapes(_ function: String, _ prediction: Tensor, _ target: Tensor) throws {
  try prediction.requireNumbers(for: function)
  try target.requireNumbers(for: function)
  let (a, b) = (prediction.shape, target.shape)
  guard a != b else { return }
  let isBroadcast = (try? broadcastShape(a, b)).map { ": broadcast to \($0), each would meet many of the others" } ?? ""
  throw TensorError("\(function) needs a prediction and a target of one shape, and got \(a) and \(b)\(isBroadcast)")
}
