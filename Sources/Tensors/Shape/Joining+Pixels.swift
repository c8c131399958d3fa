internal import Kernels

/// Images that are there as pixels only are joined along their channels, and cut, without a change of the order.
extension Tensor {
  /// As `concatenated` along the channels; nil where the plain way has to do it.
  static func joinedPixels(_ tensors: [Tensor], _ shape: [Int]) throws -> Tensor? {
    let layouts = tensors.compactMap { $0.hasOnlyPixels ? PixelLayout(shape: $0.shape) : nil }
    guard layouts.count == tensors.count, layouts.dropLast().allSatisfy({ $0.step == $0.channels }) else { return nil }
    let buffers = try zip(tensors, layouts).map { try $0.storage.makePixels(in: $1) }
    return try .computedPixels(shape) { y, layout in
      withExtendedLifetime(buffers) {
        let parts = zip(buffers, layouts).map { (x: UnsafePointer($0.base), step: $1.step) }
        ChannelParts.join(y, parts, pixels: layout.pixels)
      }
    }
  }

  /// Some of the channels of `[N, C, H, W]`; nil where the plain way has to do it.
  func channelsOfPixels(_ channels: Range<Int>) throws -> Tensor? {
    guard hasOnlyPixels, !isRecording, channels.lowerBound % 16 == 0, !channels.isEmpty else { return nil }
    var shape = shape
    shape[1] = channels.count
    return try withPixels { x, whole in
      try .computedPixels(shape) { y, layout in
        ChannelParts.cut(y, x + channels.lowerBound, step: whole.step, layout: layout)
      }
    }
  }
}
