import Kernels
import Testing

@Suite struct LayoutChangeTests {
  @Test(arguments: [
    (2, 3, 5, 7), (1, 1, 28, 28), (3, 16, 4, 4), (2, 17, 9, 5), (1, 64, 56, 56), (40, 33, 1, 1), (5, 3, 224, 3),
    (0, 4, 3, 3), (2, 0, 3, 3), (300, 20, 2, 3),
  ])
  func pixelsHoldTheChannelsOfTheirPlaces(images: Int, channels: Int, height: Int, width: Int) {
    let layout = PixelLayout(images: images, channels: channels, height: height, width: width)
    let rows = randomNumbers(images * channels * height * width)
    var pixels = [Float](repeating: .nan, count: layout.count)
    LayoutChange.pixels(&pixels, fromRows: rows, layout: layout)
    #expect(pixels == pixelOrder(rows, layout))

    var back = [Float](repeating: .nan, count: rows.count)
    LayoutChange.rows(&back, fromPixels: pixels, layout: layout)
    #expect(back == rows)
  }
}
