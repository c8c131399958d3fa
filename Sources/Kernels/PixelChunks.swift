/// A layout cut into parts of nearly equal work, for several threads. Depends on the layout only.
struct PixelChunks {
  /// Some pixels of one image.
  struct Part {
    let image: Int
    let firstPixel: Int
    let pixels: Int
  }

  /// Numbers in one chunk: some ten microseconds of work.
  private static let size = 16 * 1024

  let images: Int
  let pixelsPerImage: Int
  /// How many neighbouring images a chunk has: 1 where images are cut into bands.
  private let imagesPerChunk: Int
  private let bandsPerImage: Int
  private let pixelsPerBand: Int

  init(_ layout: PixelLayout) {
    images = layout.images
    pixelsPerImage = layout.height * layout.width
    let numbers = max(pixelsPerImage * layout.step, 1)
    imagesPerChunk = max(Self.size / numbers, 1)
    let bands = imagesPerChunk > 1 ? 1 : (numbers + Self.size - 1) / Self.size
    pixelsPerBand = max((pixelsPerImage / bands + 15) & ~15, 1)
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
      body(Part(image: image, firstPixel: firstPixel, pixels: pixels))
    }
  }
}
