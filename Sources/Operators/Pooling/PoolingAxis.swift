internal import Kernels
import Tensors

/// One axis of a pooling: which inputs lie under each window.
///
/// ```
/// sliding:    i·s − p + u·d    for u from 0 up to k
/// adaptive:   ⌊i·n/m⌋ up to, and not including, ⌈(i + 1)·n/m⌉    for n inputs and m outputs
/// ```
struct PoolingAxis {
  /// The inputs under one window, without the padding: `first`, `first + step`, … `count` of them.
  struct Span {
    let first: Int
    let count: Int
    let step: Int
    /// How many places the window has in the input and its padding.
    let places: Int
  }

  private enum Rule {
    case sliding(size: Int, stride: Int, padding: Int, dilation: Int)
    case adaptive
  }

  let inputSize: Int
  let outputSize: Int
  private let rule: Rule

  /// An axis that is left as it is: each window has one element.
  init(unchanged size: Int) {
    inputSize = size
    outputSize = size
    rule = .sliding(size: 1, stride: 1, padding: 0, dilation: 1)
  }

  /// Windows that divide `inputSize` elements into `outputSize` parts of nearly one size.
  init(dividing inputSize: Int, into outputSize: Int) {
    self.inputSize = inputSize
    self.outputSize = outputSize
    rule = .adaptive
  }

  /// Windows that move by `stride`; nil if not even one fits. With `roundsUp`, a last window may stand over the end.
  init?(inputSize: Int, size: Int, stride: Int, padding: Int, dilation: Int, roundsUp: Bool) {
    let room = inputSize + 2 * padding - ((size - 1) * dilation + 1) + (roundsUp ? stride - 1 : 0)
    guard room >= 0 else { return nil }
    // A window that would begin in the padding behind the last element is left out, as in PyTorch.
    let last = min(room / stride, (inputSize + padding - 1) / stride)
    self.inputSize = inputSize
    outputSize = (roundsUp ? last : room / stride) + 1
    rule = .sliding(size: size, stride: stride, padding: padding, dilation: dilation)
  }

  /// The same in the terms of the kernels; nil where windows differ in size.
  var kernelAxis: PoolingShape.Axis? {
    switch rule {
    case .sliding(let size, let stride, let padding, let dilation):
      return PoolingShape.Axis(
        input: inputSize, output: outputSize, window: size, stride: stride, padding: padding, dilation: dilation)
    case .adaptive:
      guard inputSize % outputSize == 0 else { return nil }
      let size = inputSize / outputSize
      return PoolingShape.Axis(
        input: inputSize, output: outputSize, window: size, stride: size, padding: 0, dilation: 1)
    }
  }

  /// What lies under window `i`.
  func span(_ i: Int) -> Span {
    switch rule {
    case .sliding(let size, let stride, let padding, let dilation):
      let start = i * stride - padding
      let skipped = start >= 0 ? 0 : (dilation - 1 - start) / dilation
      let reached = start >= inputSize ? 0 : (inputSize - 1 - start) / dilation + 1
      return Span(
        first: start + skipped * dilation, count: max(min(reached, size) - skipped, 0), step: dilation,
        places: min(size, inputSize + padding - start))
    case .adaptive:
      let first = i * inputSize / outputSize
      let count = ((i + 1) * inputSize + outputSize - 1) / outputSize - first
      return Span(first: first, count: count, step: 1, places: count)
    }
  }

  /// A window that meets nothing but padding, as wide dilation can make one.
  func emptyWindow() throws -> Int? {
    guard case .sliding(_, let stride, let padding, let dilation) = rule, padding > 0, dilation > inputSize else {
      return nil
    }
    // Windows that begin in the image have their first element there.
    var work = 0
    for i in 0..<min(outputSize, padding / stride + 1) {
      if span(i).count == 0 { return i }
      try Interruption.poll(afterWork: &work, of: 8)
    }
    return nil
  }
}
