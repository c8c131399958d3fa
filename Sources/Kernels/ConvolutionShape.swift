/// Everything about a convolution but its numbers.
package struct ConvolutionShape: Hashable, Sendable {
  package var images: Int
  package var channels: Int
  package var height: Int
  package var width: Int
  package var filters: Int
  package var kernelHeight: Int
  package var kernelWidth: Int
  package var outputHeight: Int
  package var outputWidth: Int
  package var strideY = 1
  package var strideX = 1
  package var dilationY = 1
  package var dilationX = 1
  package var paddingTop = 0
  package var paddingLeft = 0
  package var groups = 1

  package init(
    images: Int, channels: Int, height: Int, width: Int, filters: Int, kernelHeight: Int, kernelWidth: Int,
    outputHeight: Int, outputWidth: Int
  ) {
    self.images = images
    self.channels = channels
    self.height = height
    self.width = width
    self.filters = filters
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.outputHeight = outputHeight
    self.outputWidth = outputWidth
  }

  /// Whether a direct convolution can read its images row by row, `[N, C, H, W]`: it copies those of few channels anyway.
  package var canReadPlanes: Bool { DirectPass.forward(self).copiesSource }

  package var input: PixelLayout {
    PixelLayout(images: images, channels: channels, height: height, width: width)
  }
  package var output: PixelLayout {
    PixelLayout(images: images, channels: filters, height: outputHeight, width: outputWidth)
  }
}
