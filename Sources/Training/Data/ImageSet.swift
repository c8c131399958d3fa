import Tensors

/// Images and the classes that they belong to.
package struct ImageSet {
  /// One byte for each pixel of each channel, image after image.
  private let pixels: ArraySlice<UInt8>
  private let labels: ArraySlice<UInt8>
  /// The shape of one image, `[C, H, W]`.
  package let imageShape: [Int]
  package let count: Int

  /// - Parameters:
  ///   - pixels: `[count, C, H, W]`, row after row.
  ///   - labels: The number of each image's class.
  package init(pixels: ArraySlice<UInt8>, labels: ArraySlice<UInt8>, imageShape: [Int]) throws {
    let size = imageShape.reduce(1, *)
    guard pixels.count == labels.count * size else {
      throw TensorError(
        "\(counted(labels.count, "label")) need \(counted(labels.count, "image")) of shape \(imageShape), "
          + "\(counted(labels.count * size, "byte")), and got \(pixels.count)")
    }
    self.pixels = pixels
    self.labels = labels
    self.imageShape = imageShape
    count = labels.count
  }

  /// Images by their numbers: pixels from −1 for black to 1 for white, `[N, C, H, W]` in float32, and class numbers `[N]`.
  package func batch(_ numbers: [Int]) throws -> Batch {
    let size = imageShape.reduce(1, *)
    let images = try Tensor.unwritten([numbers.count] + imageShape, as: Float.self) { to in
      pixels.withUnsafeBufferPointer { pixels in
        for (row, number) in numbers.enumerated() {
          for i in 0..<size { to[row * size + i] = Float(pixels[number * size + i]) * (2 / 255) - 1 }
        }
      }
    }
    let labels = try Tensor(numbers.map { Double(self.labels[self.labels.startIndex + $0]) })
    return Batch(images: images, labels: labels)
  }
}

/// What a step of training or of evaluation looks at.
package struct Batch {
  /// `[N, C, H, W]`, float32.
  package let images: Tensor
  /// Class numbers `[N]`.
  package let labels: Tensor

  package init(images: Tensor, labels: Tensor) {
    self.images = images
    self.labels = labels
  }

  package var count: Int { labels.count }
}
