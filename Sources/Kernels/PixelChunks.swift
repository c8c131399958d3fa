/// A layout cut into parts of nearly equal work, for several threads. Depends on the layout only.
struct PixelChunks {
  /// Some pixels of one image.
  struct Part {
    let image: Int
    /// Its number in the image.
    let band: Int
    let firstPixel: Int
    let pixels: Int
  }

  let images: Int
  let pixelsPerImage: Int
  /// How many neighbouring images a chunk has: 1 where images are cut into bands.
  private let imagesPerChunk: Int
  let bandsPerImage: Int
  private let pixelsPerBand: Int

  /// - Parameter size: About how many numbers a chunk has: ten microseconds of work.
  init(_ layout: PixelLayout, size: Int = 16 * 1024) {
    images = layout.images
    pixelsPerImage = layout.height * layout.width
    let numbers = max(pixelsPerImage * layout.step, 1)
    imagesPerChunk = max(size / numbers, 1)
    let bands = imagesPerChunk > 1 ? 1 : (numbers - 1) / size + 1
    pixelsPerBand = max(PixelLayout.padded(pixelsPerImage / bands), 1)
    bandsPerImage = (pixelsPerImage + pixelsPerBand - 1) / pixelsPerBand
  }

  var count: Int { (images + imagesPerChunk - 1) / imagesPerChunk * bandsPerImage }

  /// Calls `body` for each part of a chunk.
  @inline(__always)
  func forEachPart(of chunk: Int, _ body: (Part) -> Void) {
    let (group, band) = chunk.quotientAndRemainder(dividingBy: bandsPerImage)
    let firstPixel = band * pixelsPerBand
    let pixels = min(pixelsPerBand, pixelsPerImage - firstPixel)
    for image in group * imagesPerChunk..<min((group + 1) * imagesPerChunk, images) {
      body(Part(image: image, band: band, firstPixel: firstPixel, pixels: pixels))
    }
  }
}
