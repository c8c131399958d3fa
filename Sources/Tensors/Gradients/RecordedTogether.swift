/// Records a result whose gradients come out of one computation.
///
/// - Parameters:
///   - function: What the learner called.
///   - y: The result, computed in `float32` without a recording.
///   - inputs: What it was computed from.
///   - reference: The same result, one readable step after the other. Gradients that have gradients themselves, and those
///     of another dtype, come from it.
///   - gradients: The gradient to each input, from the gradient of the result and the result.
package func recordTogether(
  _ function: String, _ y: Tensor, _ inputs: [Tensor], reference: @escaping () throws -> Tensor,
  gradients: @escaping (_ dy: Tensor, _ y: Tensor) throws -> [Tensor]
) throws -> Tensor {
  guard inputs.contains(where: \.isRecording) else { return y }
  let shared = SharedGradients(uses: inputs.count { $0.isRecording }) { dy, y in
    if isPlainGradient(dy, of: y) { return try gradients(dy, y) }
    return try gradientsByWay(of: reference, at: inputs, upstream: dy)
  }
  return try record(
    function, y, inputs.indices.map { part in .gradient(to: inputs[part]) { dy, y in try shared(part, dy, y) } })
}

/// Whether a loop over numbers in `float32` can take the gradient of `y` further: nothing of that is to be recorded.
package func isPlainGradient(_ dy: Tensor, of y: Tensor) -> Bool {
  !dy.isRecording && !y.isRecording && dy.kind == .float32
}

/// Gradients by way of a readable reference, which have gradients themselves; of inputs that are not recorded, zeros.
package func gradientsByWay(of reference: () throws -> Tensor, at inputs: [Tensor], upstream: Tensor) throws -> [Tensor]
{
  let recordedInputs = inputs.filter(\.isRecorded)
  let found = try recorded {
    try Tensors.gradients(of: reference(), at: recordedInputs, upstream: upstream, createGraph: true)
  }
  var next = found.makeIterator()
  return try inputs.map { try $0.isRecorded ? next.next() ?? $0 : .zeros($0.shape) }
}
