import Testing

/// Commands that draw: through a pipe, where pictures are text, and in a pseudo-terminal.
@Suite(.serialized) struct PictureCommandTests {
  private let home = Program.temporaryFolder()

  private static let setUp = """
    let x = Tensor([[1, 2, 0], [3, 1, 4], [0, 5, 2]])
    let f = Tensor([[1, 10], [100, 1000]])
    let O = correlate2d(x, f)
    let dO = Tensor([[1, 2], [3, 4]])
    let images = Tensor.arange(0, 25).reshaped([1, 1, 5, 5])
    let y = conv2d(images, kernel: f.reshaped([1, 1, 2, 2]), bias: Tensor([7]), stride: 2, padding: 1)

    """

  /// What the last of the lines gives, without its prompt.
  private func answer(to line: String, after lines: String = "") -> String {
    let result = Program.run(["learn", "5.1", "--home", home], input: Self.setUp + lines + line + "\n:quit\n")
    let output = result.output + result.errors
    guard let start = output.ranges(of: line + "\n").last?.upperBound else { return output }
    return output[start...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.contains("▸") }.joined(separator: "\n")
  }

  /// By hand: 3·1 + 1·10 + 0·100 + 5·1000.
  @Test(arguments: [
    ":window O 1 0", ":window O[1, 0]", ":window correlate2d(x, f) 1, 0", ":window correlate2d(x, f)[1, 0]",
  ])
  func windowShowsTheProductsBehindAnOutput(line: String) {
    #expect(
      answer(to: line) == """
        output [1, 0] of correlate2d, shape [2, 2]
        the window begins at [1, 0] of the input, shape [3, 3]

        patch of the input     kernel         products
                3         1  ×     1    10  =     3    10
                0         5      100  1000        0  5000

        output [1, 0] = 3 + 10 + 0 + 5000 = 5013
        """)
  }

  /// By hand: the pixel in the middle met the last weight in the first window, ..., the first weight in the last one.
  @Test func backwardShowsTheOutputsThatFlowIntoAnInput() {
    #expect(
      answer(to: ":backward O dO 1 1") == """
        gradient of input [1, 1] of correlate2d, shape [3, 3]
        4 products of an output's gradient and the weight it met

        upstream gradient    kernel, rotated    products
               1        2  ×    1000     100  =  1000   200
               3        4         10       1       30     4

        gradient [1, 1] = 1000 + 200 + 30 + 4 = 1234
        """)
  }

  /// Stride 2 and padding 1: the window of output [0, 1] begins at [-1, 1]: padding above, images 1 and 2 below.
  @Test func stridePaddingAndBiasCount() {
    #expect(
      answer(to: ":window y 0 0 0 1") == """
        output [0, 0, 0, 1] of conv2d, shape [1, 1, 3, 3]
        the window begins at [-1, 1] of the input, shape [1, 1, 5, 5]; · is padding

        patch of the input     kernel         products
                ·         ·  ×     1    10  =     0     0
                1         2      100  1000      100  2000

        output [0, 0, 0, 1] = 0 + 0 + 100 + 2000 + 7 (bias) = 2107
        """)
    // Pixel [1, 2] stands under row 0 of window 1, since 1 + 1 = 1·2 + 0; column 2 under tap 1 of window 1.
    #expect(
      answer(to: ":backward y 0 0 1 2") == """
        gradient of input [0, 0, 1, 2] of conv2d, shape [1, 1, 5, 5]
        with ones upstream, as of a sum
        1 product of an output's gradient and the weight it met; ∘ is between two windows

        upstream gradient    kernel, rotated    products
               ∘        ∘  ×    1000     100  =    0    0
               1        ∘         10       1      10    0

        gradient [0, 0, 1, 2] = 0 + 0 + 10 + 0 = 10
        """)
  }

  @Test func theLastConvolutionIsMeantWhereNoneIsNamed() {
    #expect(answer(to: ":window 0 0", after: "print(correlate2d(x, f))\n").hasSuffix("= 1 + 20 + 300 + 1000 = 1321"))
  }

  @Test func aResultThatIsOlderThanItsInputIsNoticed() {
    let text = answer(to: ":window P 0 0", after: "var a = x\nlet P = correlate2d(a, f)\na[0, 0] = 50\n")
    #expect(text.contains("= 50 + 20 + 300 + 1000 = 1370\n`P` holds 1321: its input or kernel has changed since"))
  }

  @Test(arguments: [
    (":window O 5 0", "an output element [5, 0] is not there: the shape is [2, 2]"),
    (":window O 1", "an output element of shape [2, 2] has 2 indices, and got [1]"),
    (
      ":window relu(x) 0 0",
      "`:window` explains conv2d, correlate2d, convolve2d, conv1d and conv3d, and this\nis `relu`"
    ),
    (
      ":window q 0 0",
      "no cell says how `q` was computed: write the convolution, as in\n`:window conv2d(x, kernel: f, stride: 2) 0 0 1 1`"
    ),
    (":backward O Tensor([1]) 1 1", "the upstream gradient has shape [1], and the output has [2, 2]"),
    (":show x > x.jpg", "a picture is written to a `.png` or `.svg` file, and 'x.jpg' is neither"),
    (":show x > /nowhere/x.png", "'/nowhere/x.png' cannot be written"),
    (":hist", "`:hist` takes an expression, such as `:hist x`"),
  ])
  func whatCannotBeShownIsSaid(line: String, sentence: String) {
    #expect(answer(to: line).replacing("`", with: "") == sentence.replacing("`", with: ""))
  }

  @Test func picturesAreWrittenToFiles() {
    let file = home + "/x.svg"
    #expect(answer(to: ":show x, signed: true > \(file)") == "written to \(file)")
    #expect(Program.read(file).hasPrefix("<svg "))
    _ = answer(to: ":plot [1, 2, 4] > \(home)/p.png")
    #expect(Program.read(home + "/p.png").contains("IHDR"))
  }

  // MARK: - In a terminal

  private static let colours = ["NO_COLOR": "", "TERM": "xterm-256color", "COLORTERM": "truecolor"]
  private static let question = Array("\u{1B}_Gi=31".utf8)

  private func terminal(_ arguments: [String], _ environment: [String: String]) -> PseudoTerminal {
    let terminal = PseudoTerminal(
      arguments + ["learn", "5.1"], home: home, environment: Self.colours.merging(environment) { $1 })
    terminal.expect("▸ ")
    return terminal
  }

  /// Nobody answers the question what the terminal can show: half blocks come after a moment.
  @Test func aTerminalThatDoesNotAnswerGetsHalfBlocks() {
    let terminal = terminal([], [:])
    let clock = ContinuousClock()
    let start = clock.now
    terminal.enter("show(Tensor.zeros([20, 20]))")
    terminal.expect("▀▀▀▀")
    #expect(clock.now - start < .seconds(5))
    #expect(terminal.bytes.firstRange(of: Self.question) != nil)
    terminal.enter(":quit")
    #expect(terminal.finish() == 0)
  }

  @Test func plainTerminalsAreNotAskedAndGetText() {
    let terminal = terminal(["--plain"], [:])
    terminal.enter("show(Tensor.zeros([1, 2]))")
    terminal.expect("│ 0▒ 0▒ │")
    #expect(terminal.bytes.firstRange(of: Self.question) == nil)
  }

  @Test func imagesAreSentAsTheTerminalWantsThem() {
    let terminal = terminal([], ["CONVBOOK_IMAGES": "sixel"])
    terminal.enter("show(Tensor.zeros([20, 20]))")
    terminal.enter("print(\"behind\" + \" it\")")
    terminal.expect("behind it\n")
    #expect(terminal.bytes.firstRange(of: Array("\u{1B}P0;1q".utf8)) != nil)
    #expect(terminal.bytes.firstRange(of: Self.question) == nil)
  }
}
