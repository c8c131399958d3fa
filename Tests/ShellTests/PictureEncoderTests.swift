import Pictures
import Shell
import Tensors
import Testing

@Suite struct PictureEncoderTests {
  private func picture(_ numbers: [Double]) throws -> Picture {
    try .maps(MapPicture(Tensor(numbers, shape: [3, numbers.count / 3]), to: 255))
  }

  /// Black above white above nothing: `▀` in black on white, then `▀` in white on the screen's own.
  @Test func twoPixelsMakeACharacter() throws {
    let numbers = Array(repeating: 0.0, count: 9) + Array(repeating: 255, count: 18)
    let encoder = PictureEncoder(colours: .full, width: 9)
    let lines = try encoder.text(of: picture(numbers)).split(separator: "\n")
    #expect(lines[1] == "\u{1B}[0;38;2;0;0;0;48;2;255;255;255m▀▀▀▀▀▀▀▀▀\u{1B}[0m")
    #expect(lines[2] == "\u{1B}[0;38;2;255;255;255m▀▀▀▀▀▀▀▀▀\u{1B}[0m")
  }

  @Test(arguments: [
    (ColourDepth.full, "38;2;178;24;43"), (.palette, "38;5;124"), (.sixteen, "31"),
  ])
  func coloursAreThoseThatTheTerminalHas(depth: ColourDepth, codes: String) throws {
    #expect(depth.codes(Pixel(178, 24, 43), isBackground: false) == codes)
  }

  @Test func greysAreNearTheirOwn() {
    #expect(ColourDepth.palette.codes(Pixel(128, 128, 128), isBackground: true) == "48;5;244")
    #expect(ColourDepth.sixteen.codes(.white, isBackground: true) == "107")
    #expect(ColourDepth.sixteen.codes(.black, isBackground: false) == "30")
  }

  @Test func withoutColoursThereIsPlainText() throws {
    let picture = try picture([0, 1, 2])
    #expect(PictureEncoder(colours: .none, width: 60).text(of: picture) == picture.text + "\n")
  }

  @Test func coloursAreKnownFromTheEnvironment() {
    #expect(ColourDepth(term: "xterm-256color", colorTerm: "truecolor") == .full)
    #expect(ColourDepth(term: "tmux-256color", colorTerm: "") == .palette)
    #expect(ColourDepth(term: "linux", colorTerm: "") == .sixteen)
  }

  // MARK: - Images

  @Test func answersTellWhatTheTerminalShows() {
    #expect(TerminalImages(answer: "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4c") == .kitty)
    #expect(TerminalImages(answer: "\u{1B}[?62;4;22c") == .sixel)
    #expect(TerminalImages(answer: "\u{1B}[?4;6c") == .blocks)
    #expect(TerminalImages(answer: "\u{1B}[?1;2c") == .blocks)
    #expect(TerminalImages(answer: "") == .blocks)
  }

  @Test func theEnvironmentMayAnswer() {
    func images(_ variables: [String: String]) -> TerminalImages? { TerminalImages { variables[$0] } }
    #expect(images(["TERM_PROGRAM": "iTerm.app"]) == .iterm2)
    #expect(images(["TERM_PROGRAM": "iTerm.app", "TMUX": "/tmp/tmux"]) == nil)
    #expect(images(["CONVBOOK_IMAGES": "blocks", "TERM_PROGRAM": "iTerm.app"]) == .blocks)
    #expect(images(["TERM": "xterm-kitty"]) == nil)
  }

  /// One pixel a column, two a line: a column of red over blue, six rows at a time.
  @Test func sixelsHoldThePixels() {
    var raster = Raster(width: 1, height: 2)
    raster[0, 0] = Pixel(255, 0, 0)
    raster[0, 1] = Pixel(0, 0, 255)
    // Rows 0 to 2 are red, bits 1 + 2 + 4; rows 3 to 5 blue, 8 + 16 + 32. Colours 5 and 180 of the cube.
    #expect(
      raster.sixel(width: 5, height: 6)
        == "\u{1B}P0;1q\"1;1;5;6#5;2;0;0;100#5!5w$#180;2;100;0;0#180!5F$-\u{1B}\\")
  }

  @Test func kittysImagesComeInPieces() throws {
    var raster = Raster(width: 90, height: 90)
    for y in 0..<90 { for x in 0..<90 { raster[x, y] = Pixel(UInt8(x * y % 251), UInt8(x * 7 % 256), UInt8(y)) } }
    let text = raster.kitty(columns: 10, lines: 5)
    let pieces = text.split(separator: "\u{1B}\\")
    #expect(pieces.count > 1)
    #expect(pieces[0].hasPrefix("\u{1B}_Ga=T,f=100,q=2,c=10,r=5,m=1;iVBORw0KGgo"))
    #expect(pieces.dropFirst().dropLast().allSatisfy { $0.hasPrefix("\u{1B}_Gm=1;") })
    #expect(pieces.last?.hasPrefix("\u{1B}_Gm=0;") == true)
  }

  @Test func elementsAreReadAsTheyAreTyped() throws {
    #expect(ElementText("O 0 1") == ElementText("O, 0, 1"))
    #expect(ElementText("O[0, 1]") == ElementText("O 0 1"))
    let full = ElementText("conv2d(x, kernel: f[0], stride: 2) 0 2 1 1")
    #expect(full.expression == "conv2d(x, kernel: f[0], stride: 2)" && full.indices == [0, 2, 1, 1])
    let upstream = ElementText("correlate2d(x, f), dy: dO, 1, 1")
    #expect(upstream.expression == "correlate2d(x, f)" && upstream.second == "dO" && upstream.indices == [1, 1])
    #expect(ElementText("0 1").expression == "" && ElementText("0 1").indices == [0, 1])
    #expect(ElementText("x1 2").expression == "x1" && ElementText("x1 2").indices == [2])
  }
}
