import Pictures
import Tensors
import Testing

/// Maps as plain text, worked by hand.
@Suite struct MapTextTests {
  /// 0, 1, 2, 3, 4 and 5 of 5 are 0, 0.8, 1.6, 2.4, 3.2 and 4 of 4 shades, rounded.
  @Test func smallMapsHaveNumbersAndShades() throws {
    #expect(
      try drawn { try show(matrix([[0, 1, 2], [3, 4, 5]]), title: "six") }.text == """
        six
        [2, 3] from 0 (blank) to 5 (█)
        ┌──────────┐
        │ 0  1░ 2▒ │
        │ 3▒ 4▓ 5█ │
        └──────────┘
        """)
  }

  /// Signed: -2 of 2 is full, 1 of 2 half, 0.5 a quarter.
  @Test func signedMapsAreShadedByTheDistanceFromZero() throws {
    #expect(
      try drawn { try show(matrix([[-2, 0], [1, 0.5]]), signed: true) }.text == """
        [2, 2] from -2 (-█) to 2 (+█)
        ┌─────────────┐
        │ -2.0█  0.0  │
        │  1.0▒  0.5░ │
        └─────────────┘
        """)
  }

  /// Nine columns are too many for numbers: two characters an element.
  @Test func widerMapsHaveShadesAlone() throws {
    let row = (0..<9).map { Double($0) }
    #expect(
      try drawn { try show(matrix([row])) }.text == """
        [1, 9] from 0 (blank) to 8 (█)
        ┌──────────────────┐
        │  ░░░░▒▒▒▒▓▓▓▓████│
        └──────────────────┘
        """)
    #expect(
      try drawn { try show(matrix([row.map { $0 - 4 }]), signed: true) }.text == """
        [1, 9] from -4 (-█) to 4 (+█)
        ┌──────────────────┐
        │-█-▓-▒-░ ·+░+▒+▓+█│
        └──────────────────┘
        """)
  }

  /// 80 columns are averaged in pairs; 0 and 4 alternate, and their mean is half of the scale.
  @Test func largeMapsAreAveragedAndSaySo() throws {
    let row = (0..<80).map { Double($0 % 2 * 4) }
    #expect(
      try drawn { try show(matrix([row, row])) }.text == """
        [2, 80] from 0 (blank) to 4 (█),
        averaged over 1 x 2 elements
        ┌────────────────────────────────────────┐
        │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│
        │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│
        └────────────────────────────────────────┘
        """)
  }

  @Test func channelsAreBesideEachOtherAndNumbered() throws {
    #expect(
      try drawn { try show(Tensor([0, 4, 1, 2], shape: [2, 1, 2])) }.text == """
        [2, 1, 2] from 0 (blank) to 4 (█)
        ┌0──────┐ ┌1──────┐
        │ 0  4█ │ │ 1░ 2▒ │
        └───────┘ └───────┘
        """)
    let text = try drawn { try show(Tensor(zeros: [2, 2, 1, 2], kind: .float64)) }.text
    #expect(text.contains("┌0,0────┐ ┌0,1────┐ ┌1,0────┐ ┌1,1────┐"))
  }

  /// Red counts 0.299, green 0.587, blue 0.114: 1.196, 2.348 and 0.456 of 4 shades.
  @Test func threeChannelsAreColours() throws {
    let colours = try Tensor([1, 0, 0, 0, 1, 0, 0, 0, 1], shape: [3, 1, 3])
    #expect(
      try drawn { try show(colours) }.text == """
        [3, 1, 3] colours as brightness, from 0 (blank) to 1 (█)
        ┌──────┐
        │░░▒▒  │
        └──────┘
        """)
    #expect(try drawn { try show(colours, colour: false) }.text.hasPrefix("[3, 1, 3] from 0 (blank) to 1 (█)\n┌0"))
  }

  @Test func oddNumbersGetASensiblePicture() throws {
    #expect(
      try drawn { try show(matrix([[7, 7]])) }.text == """
        [1, 2] all elements are 7
        ┌───────┐
        │ 7▒ 7▒ │
        └───────┘
        """)
    #expect(
      try drawn { try show(matrix([[.nan, 0, .infinity, 1]])) }.text == """
        [1, 4] from 0 (blank) to 1 (█),
        ? where a number is not finite
        ┌─────────────────────┐
        │ nan?   0  inf?   1█ │
        └─────────────────────┘
        """)
    let nothing = try drawn { try show(matrix([[.nan]])) }.text
    #expect(nothing.hasPrefix("[1, 1] all elements are 0, ? where a number is not finite\n"))
    #expect(try drawn { try show(Tensor([5.0])) }.text.hasPrefix("[1] all elements are 5"))
    // The distance of the two does not fit into a Double.
    let far = try drawn { try show(matrix([[-.greatestFiniteMagnitude, .greatestFiniteMagnitude]])) }
    #expect(!far.text.isEmpty && !far.png.isEmpty)
  }

  @Test func boundsMayBeGiven() throws {
    let text = try drawn { try show(matrix([[-1, 0.5, 9]]), from: 0, to: 1) }.text
    #expect(text.hasPrefix("[1, 3] from 0 (blank) to 1 (█)\n"))
    #expect(text.contains("│ -1.0   0.5▒  9.0█ │"))
  }

  @Test func hugeTensorsBecomeSmallPictures() throws {
    let text = try drawn { try show(Tensor(zeros: [1, 512, 40, 40], kind: .float32)) }.text
    #expect(text.split(separator: "\n").count <= 40)
    #expect(text.contains("of 512 maps"))
    let large = try drawn { try show(Tensor(zeros: [2000, 2000], kind: .float32)) }.text
    #expect(large.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func whatCannotBeDrawnIsRefusedWithASentence() throws {
    #expect(
      refusal { try show(Tensor(zeros: [1, 1, 1, 2, 2], kind: .float64)) }
        == "show draws tensors of 1 to 4 axes, and this one has shape [1, 1, 1, 2, 2]: choose a part of it, as in x[0]")
    #expect(
      refusal { try show(Tensor(zeros: [0, 3], kind: .float64)) }
        == "show needs elements to draw, and this tensor has shape [0, 3]")
    #expect(
      refusal { try show(Tensor(symbols: "X", shape: [2, 2])) } == "show needs numbers, and this tensor holds symbols")
    #expect(
      refusal { try show(Tensor([1.0]), from: 3, to: 2) } == "show needs 'from' below 'to', and got 3 and 2")
    #expect(refusal { try show(Tensor([1.0]), to: .nan) } == "show needs a finite number for 'from' and 'to', not nan")
  }
}
