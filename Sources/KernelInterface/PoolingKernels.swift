/// Pooling of images in `PixelLayout`. All pointers are at the beginning of an image.
package struct PoolingKernels: Sendable {
  /// Windows along the rows or the columns: window `i` has the elements `i · stride − padding + u · dilation`.
  package struct Axis: Hashable, Sendable {
    package let input: Int
    package let output: Int
    package let window: Int
    package let stride: Int
    package let padding: Int
    package let dilation: Int

    package init(input: Int, output: Int, window: Int, stride: Int, padding: Int, dilation: Int) {
      (self.input, self.output, self.window) = (input, output, window)
      (self.stride, self.padding, self.dilation) = (stride, padding, dilation)
    }
  }

  package struct Windows: Hashable, Sendable {
    package let rows: Axis
    package let columns: Axis
    /// From one pixel to the next.
    package let step: Int

    package init(rows: Axis, columns: Axis, step: Int) {
      (self.rows, self.columns, self.step) = (rows, columns, step)
    }
  }

  /// The largest elements in the given rows of the output. With `winners`, their numbers in the window, `u · width + v`;
  /// the first one of several.
  package typealias Maximum =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ winners: UnsafeMutablePointer<UInt8>?, _ x: UnsafePointer<Float>,
      _ windows: Windows, _ rows: Range<Int>
    ) -> Void
  /// `dx` in the given rows of the input.
  package typealias MaximumGradient =
    @Sendable (
      _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ winners: UnsafePointer<UInt8>,
      _ windows: Windows, _ rows: Range<Int>
    ) -> Void
  /// The means of windows in the given rows of the output, or `dx` in the given rows of the input.
  package typealias Average =
    @Sendable (
      _ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ windows: Windows, _ countsPadding: Bool,
      _ rows: Range<Int>
    ) -> Void

  package let maximum: Maximum
  package let maximumGradient: MaximumGradient
  package let average: Average
  package let averageGradient: Average

  package init(
    maximum: @escaping Maximum, maximumGradient: @escaping MaximumGradient, average: @escaping Average,
    averageGradient: @escaping Average
  ) {
    self.maximum = maximum
    self.maximumGradient = maximumGradient
    self.average = average
    self.averageGradient = averageGradient
  }
}
