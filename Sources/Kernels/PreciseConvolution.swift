package import KernelInterface

/// Small convolutions in double precision, as gradient checks compute them by the thousand.
package enum PreciseConvolution {
  package typealias Slide = PreciseConvolutionKernels.Slide

  /// `y[o, place] = Σ w  fours[w, o] · image[corner + offsets[w]]`, in up to four maps.
  package static func slide(_ y: UnsafeMutablePointer<Double>, _ slide: Slide) {
    ProcessorLevel.table.preciseConvolution.slide(y, slide)
  }
}
