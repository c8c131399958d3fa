import Pictures
import Tensors
import Testing

/// Maps for a screen with colours: which pixels, and which characters.
@Suite struct MapColourTests {
  private func images(_ x: Tensor, width: Int, detail: Int = 1, signed: Bool = false) throws -> [(Raster, Int, Int)] {
    try drawn { try show(x, signed: signed) }.rows(width: width, detail: detail).compactMap {
      if case .image(let raster, let columns, let lines) = $0 { (raster, columns, lines) } else { nil }
    }
  }

  private func texts(_ x: Tensor, width: Int, signed: Bool = false) throws -> [String] {
    try drawn { try show(x, signed: signed) }.rows(width: width).compactMap {
      if case .cells(let cells) = $0 { String(cells.map(\.character)) } else { nil }
    }
  }

  /// Nine elements in a row, three columns each: grey 0, 32, 64, ... 255.
  @Test func elementsAreSquaresOfPixels() throws {
    let (raster, columns, lines) = try #require(images(Tensor((0..<9).map { Double($0) }), width: 60).first)
    #expect((columns, lines) == (27, 2))
    #expect((raster.width, raster.height) == (27, 4))
    #expect(raster[0, 0] == .black && raster[2, 2] == .black)
    #expect(raster[3, 0] == Pixel(32, 32, 32) && raster[26, 2] == .white)
    #expect(raster[0, 3] == .nothing)
  }

  /// Red is above, blue below, zero nearly white, and what is no number magenta.
  @Test func signsAreColours() throws {
    let row = [-8.0, 8, 0, .nan, 0, 0, 0, 0, 0]
    let (raster, _, _) = try #require(images(Tensor(row), width: 9, signed: true).first)
    #expect(raster[0, 0] == Pixel(0x21, 0x66, 0xAC))
    #expect(raster[1, 0] == Pixel(0xB2, 0x18, 0x2B))
    #expect(raster[2, 0] == Pixel(0xF7, 0xF7, 0xF7))
    #expect(raster[3, 0] == Pixel(0xFF, 0x00, 0xFF))
  }

  @Test func coloursAreThoseOfTheChannels() throws {
    var numbers = Array(repeating: 0.0, count: 27)
    numbers[0] = 1
    numbers[9 + 1] = 1
    numbers[18 + 2] = 0.5
    let (raster, _, _) = try #require(images(Tensor(numbers).reshaped([3, 1, 9]), width: 9).first)
    #expect(raster[0, 0] == Pixel(255, 0, 0))
    #expect(raster[1, 0] == Pixel(0, 255, 0))
    #expect(raster[2, 0] == Pixel(0, 0, 128))
  }

  @Test func smallMapsShowTheirNumbersInFields() throws {
    let rows = try drawn { try show(matrix([[0, 10]])) }.rows(width: 60)
    guard case .cells(let cells) = try #require(rows.last) else { return #expect(Bool(false), "no cells") }
    #expect(String(cells.map(\.character)) == "  0  10 ")
    #expect(cells[0].background == .black && cells[0].foreground == .white)
    #expect(cells[7].background == .white && cells[7].foreground == .black)
  }

  @Test func everythingFitsTheScreen() throws {
    for (shape, width) in [
      ([8, 26, 26], 100), ([8, 26, 26], 60), ([64, 56, 56], 60), ([2, 3, 4, 4], 60),
      ([1000, 3], 60), ([3, 1000], 60), ([2, 16, 11, 13], 80), ([5, 3, 9, 9], 60),
    ] {
      let x = try Tensor(zeros: shape, kind: .float64)
      for (raster, columns, lines) in try images(x, width: width) {
        #expect(columns <= width && raster.width == columns && raster.height == 2 * lines, "\(shape)")
      }
      for text in try texts(x, width: width) { #expect(text.count <= max(width, 60), "\(shape): \(text)") }
    }
  }
}
