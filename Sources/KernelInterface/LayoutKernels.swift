/// Between planes (one channel after the other, NCHW) and pixels (one pixel's channels side by side, NHWC).
package struct LayoutKernels: Sendable {
  /// Part of an image: `channels` of `pixels`. A plane is `planeStep` numbers behind the one before, a pixel
  /// `pixelStep`.
  package struct Part: Sendable {
    package let channels: Int
    package let pixels: Int
    package let planeStep: Int
    package let pixelStep: Int

    package init(channels: Int, pixels: Int, planeStep: Int, pixelStep: Int) {
      (self.channels, self.pixels) = (channels, pixels)
      (self.planeStep, self.pixelStep) = (planeStep, pixelStep)
    }
  }

  package typealias Change =
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ part: Part
    ) -> Void

  /// `y[pixel][channel] = x[channel][pixel]`, and zeros behind the last channel.
  package let pixelsFromPlanes: Change
  /// `y[channel][pixel] = x[pixel][channel]`
  package let planesFromPixels: Change

  package init(pixelsFromPlanes: @escaping Change, planesFromPixels: @escaping Change) {
    self.pixelsFromPlanes = pixelsFromPlanes
    self.planesFromPixels = planesFromPixels
  }
}
