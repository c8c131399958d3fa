import Tensors

extension Tensor {
  /// Numbers for the channels, `[C]`, as `[C, 1, 1]`, so that they meet axis 1 of a tensor of `shape`, `[N, C, H, W]`.
  func reshapedForChannels(of shape: [Int]) throws -> Tensor {
    try reshaped(shape.isEmpty ? [] : self.shape + shape.dropFirst(2).map { _ in 1 })
  }
}
