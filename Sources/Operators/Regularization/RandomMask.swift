internal import Kernels
import Tensors

/// Random zeros, the same ones whenever they are drawn: nothing needs to be kept for the backward pass.
struct RandomMask {
  /// The operator's name as a learner types it.
  let function: String
  let seed: Int
  let probability: Double
  /// What elements that are not dropped are multiplied by.
  let kept: Double
  /// How many neighbours share their fate.
  var width = 1

  /// `y = x·m`; the gradient is the same mask on `dy`.
  func applied(to x: Tensor) throws -> Tensor {
    let y = try x.kind == .float32 && width == 1 ? droppedInSinglePrecision(x) : dropped(x)
    if !x.isRecording { return y }
    return try record(function, y, .gradient(to: x) { dy in try applied(to: dy) })
  }

  private func dropped(_ x: Tensor) throws -> Tensor {
    let count = x.count
    return try Tensor.computed(x.shape, from: x, as: Double.self) { y, x in
      var random = Random(seed: seed)
      var work = 0
      for start in stride(from: 0, to: count, by: width) {
        try Interruption.poll(afterWork: &work, of: width + 8)
        // A product also where it is 0: what is not a number stays so, as in PyTorch.
        let factor = random.uniform() < probability ? 0 : kept
        for i in start..<start + width { y[i] = x[i] * factor }
      }
    }.converted(to: x.kind)
  }

  /// The same elements, with vectors and threads.
  private func droppedInSinglePrecision(_ x: Tensor) throws -> Tensor {
    let y = try x.withElements(as: Float.self) { elements in
      try Tensor.unwritten(x.shape, as: Float.self) { y in
        Elementwise.drop(
          y, elements, count: x.count, seed: UInt64(bitPattern: Int64(seed)), probability: probability,
          kept: Float(kept))
      }
    }
    try Interruption.poll()
    return y
  }
}

func requireProbability(_ probability: Double) throws {
  guard probability >= 0 && probability <= 1 else {
    throw TensorError("probability must be from 0 to 1, and got \(shortText(probability))")
  }
}
