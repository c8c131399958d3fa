package import Kernels

/// Images as fast operators read and write them: pixel after pixel, the channels side by side, in `float32`.
extension Tensor {
  /// The elements are there as pixels of this tensor's shape, `[N, C, H, W]`.
  package var hasPixels: Bool {
    guard kind == .float32, let layout = PixelLayout(shape: shape) else { return false }
    return storage.pixels(in: layout) != nil
  }

  /// The elements are there as pixels only, and an operator that goes on with pixels spares a change of the order.
  package var hasOnlyPixels: Bool { !storage.hasRows && hasPixels }

  /// The layout in which operators go on with pixels: for images in `float32` that lie as pixels already, or are so large
  /// that changing the order costs less than it saves. Nil for others.
  ///
  /// - Parameter shape: `[N, C, H, W]`, of as many elements as there are.
  package func worthwhilePixels(as shape: [Int]) -> PixelLayout? {
    kind == .float32 && (hasOnlyPixels || count >= 4096) ? PixelLayout(shape: shape) : nil
  }

  /// Calls `body` with the elements as pixels, of this tensor's shape or of another one `[N, C, H, W]` with as many
  /// elements: `[N, C, 1, W]` for an image of one row. The tensor is one of `float32`.
  ///
  /// The pixels are made on the first call, and kept with the tensor's storage.
  package func withPixels<Result>(
    as shape: [Int]? = nil, _ body: (_ x: UnsafePointer<Float>, _ layout: PixelLayout) throws -> Result
  ) throws -> Result {
    let target = shape ?? self.shape
    guard kind == .float32, let layout = PixelLayout(shape: target), try Tensor.count(of: target) == count else {
      throw TensorError("pixels need images [N, C, H, W] in float32, and not a tensor of shape \(self.shape)")
    }
    if layout.isRowByRow {
      return try withExtendedLifetime(storage) {
        try body(UnsafePointer(storage.base.assumingMemoryBound(to: Float.self)), layout)
      }
    }
    let buffer = try storage.makePixels(in: layout)
    return try withExtendedLifetime(buffer) { try body(UnsafePointer(buffer.base), layout) }
  }

  /// A new tensor of shape `[N, C, H, W]` that `body` fills as pixels. It writes all of them, the zeros behind the
  /// channels included; nothing was written before.
  package static func computedPixels(
    _ shape: [Int], _ body: (_ y: UnsafeMutablePointer<Float>, _ layout: PixelLayout) throws -> Void
  ) throws -> Tensor {
    _ = try Tensor.count(of: shape)
    guard let layout = PixelLayout(shape: shape) else {
      throw TensorError("pixels need images [N, C, H, W], and not a tensor of shape \(shape)")
    }
    if layout.isRowByRow { return try unwritten(shape, as: Float.self) { try body($0, layout) } }
    guard !layout.pixels.multipliedReportingOverflow(by: layout.step).overflow else {
      throw TensorError("a tensor of shape \(shape) has more elements than a computer can count")
    }
    let storage = try Storage(unwrittenPixels: layout)
    if let buffer = storage.pixels(in: layout) { try body(buffer.base, layout) }
    try Interruption.poll()
    return Tensor(storage: storage, shape: shape)
  }
}

extension Tensor? {
  /// As `Tensor.withPixels`; nil for no tensor.
  package func withPixels<Result>(_ body: (_ x: UnsafePointer<Float>?) throws -> Result) throws -> Result {
    guard let tensor = self else { return try body(nil) }
    return try tensor.withPixels { x, _ in try body(x) }
  }

  /// As `Tensor.withElements` in `float32`; nil for no tensor.
  package func withElements<Result>(_ body: (_ x: UnsafePointer<Float>?) throws -> Result) throws -> Result {
    guard let tensor = self else { return try body(nil) }
    return try tensor.withElements(as: Float.self) { try body($0) }
  }
}

/// Numbers for each channel, as kernels read and write them.
extension Tensor {
  /// A copy of the elements, filled up with zeros to whole vectors of 16.
  package func paddedToVectors() throws -> AlignedBuffer {
    try withElements(as: Float.self) { elements in
      let buffer = AlignedBuffer(count: PixelLayout.padded(count))
      buffer.base.initialize(repeating: 0, count: buffer.count)
      buffer.base.update(from: elements, count: count)
      return buffer
    }
  }

  /// A copy of the first numbers of a buffer.
  package init(_ shape: [Int], copying buffer: AlignedBuffer) throws {
    let count = try Self.count(of: shape)
    self = try .unwritten(shape, as: Float.self) { $0.update(from: buffer.base, count: count) }
  }
}
