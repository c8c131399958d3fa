internal import Kernels
import Tensors

/// The fast path of layer normalization in float32: rows of numbers that share a mean.
///
/// `Standardization.swift` is the reference that this is tested against.
struct NormalizedRows {
  private let x: Tensor
  private let gamma: Tensor?
  private let beta: Tensor?
  private let epsilon: Double
  private let width: Int
  private var rows: Int { x.count / width }

  /// Below so many elements, the reference is as fast.
  private static let worthwhile = 1024

  /// nil for what has no fast path.
  init?(_ x: Tensor, width: Int, gamma: Tensor?, beta: Tensor?, epsilon: Double) {
    guard [x, gamma, beta].allSatisfy({ $0.map { $0.kind == .float32 } ?? true }), x.count >= Self.worthwhile else {
      return nil
    }
    (self.x, self.gamma, self.beta, self.epsilon, self.width) = (x, gamma, beta, epsilon, width)
  }

  /// y, `reference` with a fast way there and back.
  func output(_ function: String, reference: @escaping () throws -> Tensor) throws -> Tensor {
    let (y, moments) = try normalized()
    return try recordTogether(function, y, [x, gamma, beta].compactMap { $0 }, reference: reference) { dy, _ in
      try gradients(dy, moments)
    }
  }

  /// y, and of each row the mean and 1 / √(v + ε), `[rows, 2]`.
  private func normalized() throws -> (y: Tensor, moments: Tensor) {
    var y: Tensor?
    let moments = try Tensor.unwritten([rows, 2], as: Double.self) { moments in
      y = try withParameters { gamma, beta in
        try x.withElements(as: Float.self) { x in
          try Tensor.unwritten(self.x.shape, as: Float.self) { y in
            LayerNormalization.normalize(
              y, moments: moments, x, gamma: gamma, beta: beta, epsilon: epsilon, rows: rows, width: width)
          }
        }
      }
    }
    return (try y ?? .zeros(x.shape), moments)
  }

  /// dx, and dγ and dβ where these inputs are there.
  private func gradients(_ dy: Tensor, _ moments: Tensor) throws -> [Tensor] {
    let (dgamma, dbeta) = (AlignedBuffer(count: width), AlignedBuffer(count: width))
    let dx = try withParameters { gamma, _ in
      try dy.withElements(as: Float.self) { dy in
        try x.withElements(as: Float.self) { x in
          try moments.withElements(as: Double.self) { moments in
            try Tensor.unwritten(self.x.shape, as: Float.self) { dx in
              LayerNormalization.gradient(
                dx: dx, dgamma: dgamma.base, dbeta: dbeta.base, dy, x, moments: moments, gamma: gamma, rows: rows,
                width: width)
            }
          }
        }
      }
    }
    return [
      dx, try gamma.map { try Tensor($0.shape, copying: dgamma) },
      try beta.map { try Tensor($0.shape, copying: dbeta) },
    ].compactMap { $0 }
  }

  private func withParameters(
    _ body: (_ gamma: UnsafePointer<Float>?, _ beta: UnsafePointer<Float>?) throws -> Tensor
  ) throws -> Tensor {
    try gamma.withElements { gamma in try beta.withElements { beta in try body(gamma, beta) } }
  }
}
