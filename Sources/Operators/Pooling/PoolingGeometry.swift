import Tensors

/// The index arithmetic of pooling: where the windows lie, and what they cover.
package struct PoolingGeometry {
  package let inputShape: [Int]
  package let outputShape: [Int]
  package let size: Int
  package let stride: Int

  /// Checks that windows of `size` rows and columns fit into images of shape `[N, C, H, W]`.
  package init(input: [Int], size: Int, stride: Int) throws {
    guard input.count == 4 else {
      throw TensorError("images need 4 axes, [N, C, H, W], but these have shape \(input)")
    }
    for (name, value) in [("size", size), ("stride", stride)] {
      guard value >= 1 else { throw TensorError("\(name) must be 1 or more, and got \(value)") }
    }
    guard input[2] >= size && input[3] >= size else {
      throw TensorError("a window of \(size)x\(size) does not fit into an image of \(input[2])x\(input[3])")
    }
    inputShape = input
    outputShape = [input[0], input[1], (input[2] - size) / stride + 1, (input[3] - size) / stride + 1]
    self.size = size
    self.stride = stride
  }

  /// The distance in elements between an element and the one below it.
  var rowStride: Int { inputShape[3] }

  /// Calls `body` for every window, with its place in the output and its upper left element in the input.
  func forEachWindow(_ body: (_ output: Int, _ corner: Int) throws -> Void) throws {
    var output = 0
    var work = 0
    for plane in 0..<inputShape[0] * inputShape[1] {
      for i in 0..<outputShape[2] {
        for j in 0..<outputShape[3] {
          try Interruption.poll(afterWork: &work, of: 8 * size * size)
          try body(output, (plane * inputShape[2] + i * stride) * inputShape[3] + j * stride)
          output += 1
        }
      }
    }
  }
}
