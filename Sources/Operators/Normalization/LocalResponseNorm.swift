import Tensors

/// Divides every number by how active the neighbouring channels are at the same place, as AlexNet does.
///
/// ```
/// y[c] = x[c] / d[c]^β,   d[c] = k + α/n · Σ x[j]²   over the n channels j from c − n/2 to c + (n − 1)/2
/// dx[c] = dy[c] / d[c]^β − 2·α·β/n · x[c] · Σ dy[j] · x[j] / d[j]^(β + 1)   over the channels j whose sum has c in it
/// ```
///
/// ```swift
/// localResponseNorm(Tensor([[[2.0], [1.0], [0.0], [4.0]]]), size: 2, alpha: 2, beta: 1, k: 1).elements  // [0.4, 0.16666666666666666, 0.0, 0.23529411764705882]
/// ```
///
/// - Parameters:
///   - x: Maps of features, `[N, C, L]` or `[N, C, H, W]`.
///   - size: How many channels are looked at, n.
///   - alpha: How much they count, α. As in PyTorch, their mean counts (AlexNet's paper takes the sum, without 1/n).
///   - beta: The power, β.
///   - k: What is added, so that nothing is divided by 0.
/// - Returns: A tensor of the same shape. Beyond the first and the last channel there are zeros.
/// - Source: [TUM] "AlexNet"; Krizhevsky, Sutskever and Hinton (2012).
package func localResponseNorm(
  _ x: Tensor, size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1
) throws -> Tensor {
  try requireChannels("localResponseNorm", x, axes: 3, form: "[N, C, L] or [N, C, H, W]")
  guard size >= 1 else { throw TensorError("size must be 1 or more, and got \(size)") }
  let window = ChannelWindow(before: size / 2, after: (size - 1) / 2)
  /// d, recorded where x is.
  func activity() throws -> Tensor {
    try window.sums(square(x.asType(.float64))).multiplied(by: alpha / Double(size)).adding(k)
  }
  let y = try unrecorded { try x.multiplied(by: pow(activity(), -beta)).asType(x.dtype) }
  if !x.isRecording { return y }
  return try record(
    "localResponseNorm", y,
    .gradient(to: x) { dy in
      let activity = try activity()
      let shared = try window.reversed.sums(dy.multiplied(by: x).multiplied(by: pow(activity, -beta - 1)))
      return try dy.multiplied(by: pow(activity, -beta))
        .subtracting(x.multiplied(by: shared).multiplied(by: 2 * alpha * beta / Double(size)))
    })
}

/// The channels around one: so many before it, and so many after it.
private struct ChannelWindow {
  let before: Int
  let after: Int

  /// Channel c is in the sum of j where j is in this window around c.
  var reversed: ChannelWindow { ChannelWindow(before: after, after: before) }

  /// `y[c] = Σ x[j]` for j from c − before to c + after.
  func sums(_ x: Tensor) throws -> Tensor {
    let (images, channels) = (x.shape[0], x.shape[1])
    let places = x.shape.dropFirst(2).reduce(1, *)
    let y = try Tensor.computed(x.shape, from: x, as: Double.self) { y, x in
      var work = 0
      for image in 0..<images {
        for channel in 0..<channels {
          // Compared by differences, as a sum with a large size could overflow.
          let first = channel < before ? 0 : channel - before
          let last = channels - 1 - channel < after ? channels - 1 : channel + after
          let target = y + (image * channels + channel) * places
          for j in first...last {
            try Interruption.poll(afterWork: &work, of: 2 * places)
            let source = x + (image * channels + j) * places
            for i in 0..<places { target[i] += source[i] }
          }
        }
      }
    }
    if !x.isRecording { return y }
    let window = reversed
    return try record("localResponseNorm", y, .gradient(to: x) { dy in try window.sums(dy) })
  }
}
