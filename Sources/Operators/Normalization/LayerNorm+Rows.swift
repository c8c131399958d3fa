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
    let y = try withParameters { gamma, beta in
      try x.withElements(as: Float.self) { x in
        try Tensor.unwritten(self.x.shape, as: Float.self) { y in
          LayerNormalization.normalize(y, x, gamma: gamma, beta: beta, epsilon: epsilon, rows: rows, width: width)
        }
      }
    }
    let inputs = [x, gamma, beta].compactMap { $0 }
    guard inputs.contains(where: \.isRecording) else { return y }
    let shared = SharedGradients(uses: inputs.count { $0.isRecording }) { dy, y in
      if dy.isRecording || y.isRecording || dy.kind != .float32 {
        return try gradientsByWay(of: reference, at: inputs, upstream: dy)
      }
      return try gradients(dy)
    }
    return try record(
      function, y, inputs.indices.map { part in .gradient(to: inputs[part]) { dy, y in try shared(part, dy, y) } })
  }

  /// dx, and dγ and dβ where these inputs are there.
  private func gradients(_ dy: Tensor) throws -> [Tensor] {
    let (dgamma, dbeta) = (AlignedBuffer(count: width), AlignedBuffer(count: width))
    let dx = try withParameters { gamma, _ in
      try dy.withElements(as: Float.self) { dy in
        try x.withElements(as: Float.self) { x in
          try Tensor.unwritten(self.x.shape, as: Float.self) { dx in
            LayerNormalization.gradient(
              dx: dx, dgamma: dgamma.base, dbeta: dbeta.base, dy, x, gamma: gamma, epsilon: epsilon, rows: rows,
              width: width)
          }
        }
      }
    }
    func tensor(_ buffer: AlignedBuffer, _ shape: [Int]) throws -> Tensor {
      try .unwritten(shape, as: Float.self) { $0.update(from: buffer.base, count: width) }
    }
    return [dx, try gamma.map { try tensor(dgamma, $0.shape) }, try beta.map { try tensor(dbeta, $0.shape) }]
      .compactMap { $0 }
  }

  private func withParameters(
    _ body: (_ gamma: UnsafePointer<Float>?, _ beta: UnsafePointer<Float>?) throws -> Tensor
  ) throws -> Tensor {
    func with(_ tensor: Tensor?, _ body: (UnsafePointer<Float>?) throws -> Tensor) throws -> Tensor {
      guard let tensor else { return try body(nil) }
      return try tensor.withElements(as: Float.self) { try body($0) }
    }
    return try with(gamma) { gamma in try with(beta) { beta in try body(gamma, beta) } }
  }
}

/// Gradients by way of a readable reference, which have gradients themselves; of inputs that are not recorded, zeros.
func gradientsByWay(of reference: () throws -> Tensor, at inputs: [Tensor], upstream: Tensor) throws -> [Tensor] {
  let recordedInputs = inputs.filter(\.isRecorded)
  let found = try recorded {
    try Tensors.gradients(of: reference(), at: recordedInputs, upstream: upstream, createGraph: true)
  }
  var next = found.makeIterator()
  return try inputs.map { try $0.isRecorded ? next.next() ?? $0 : .zeros($0.shape) }
}
