/// Small convolutions in double precision.
package struct PreciseConvolutionKernels: Sendable {
  /// Four filters, the image that they slide over, and where.
  package struct Slide {
    /// With zeros around it, and after its end as far as windows reach.
    package let image: UnsafePointer<Double>
    /// For each weight those of the four filters, each one twice.
    package let fours: UnsafePointer<Double>
    /// For each weight, where the element under it stands, from the window's corner.
    package let offsets: UnsafePointer<Int>
    package let weights: Int
    /// For each pair of neighbours in an output row: the corner of the left one's window, and the left one's place.
    package let corners: UnsafePointer<Int>
    package let pairs: Int
    /// From a window to the next one on its right.
    package let step: Int
    package let outputWidth: Int
    /// From the map of one filter to the next.
    package let mapStep: Int
    /// How many of the four filters have a map.
    package let filters: Int

    package init(
      image: UnsafePointer<Double>, fours: UnsafePointer<Double>, offsets: UnsafePointer<Int>, weights: Int,
      corners: UnsafePointer<Int>, pairs: Int, step: Int, outputWidth: Int, mapStep: Int, filters: Int
    ) {
      self.image = image
      self.fours = fours
      self.offsets = offsets
      self.weights = weights
      self.corners = corners
      self.pairs = pairs
      self.step = step
      self.outputWidth = outputWidth
      self.mapStep = mapStep
      self.filters = filters
    }
  }

  /// `y[o, place] = Σ w  fours[w, o] · image[corner + offsets[w]]`, in up to four maps.
  package let slide: @Sendable (_ y: UnsafeMutablePointer<Double>, _ slide: Slide) -> Void

  package init(slide: @escaping @Sendable (UnsafeMutablePointer<Double>, Slide) -> Void) {
    self.slide = slide
  }
}
