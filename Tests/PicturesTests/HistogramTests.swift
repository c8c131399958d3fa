import Pictures
import Tensors
import Testing

@Suite struct HistogramTests {
  private func counts(_ picture: Picture) -> [Int] {
    picture.text.split(separator: "\n").filter { $0.contains("│") }.dropLast()
      .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
  }

  /// numpy.histogram([...], bins=6)[0], and of [i / 10 for i in range(11)] with 10 bins: 0.3 is below 3 · 0.1.
  @Test func countsAreNumPys() throws {
    let numbers = [0.1, 0.2, 0.3, 0.7, 0.9, 1.0, 1.0, -0.5, 0.25]
    #expect(try counts(drawn { try histogram(numbers, bins: 6) }) == [1, 0, 2, 2, 1, 3])
    #expect(try counts(drawn { try histogram(Tensor(numbers), bins: 6) }) == [1, 0, 2, 2, 1, 3])
    let tenths = (0...10).map { Double($0) / 10 }
    #expect(try counts(drawn { try histogram(tenths, bins: 10) }) == [1, 1, 2, 0, 1, 2, 1, 0, 1, 2])
    #expect(try counts(drawn { try histogram([3, 3], bins: 4) }) == [0, 0, 2, 0])
  }

  /// The longest bar takes the room, 60 - 1 - 1 - 3 columns; half of it ends with a half block.
  @Test func barsAreAsLongAsTheCountsSay() throws {
    #expect(
      try drawn { try histogram([0, 2, 2], bins: 2, title: "three") }.text == """
        three
        3 elements in 2 bins, mean 1.333, standard deviation 0.9428
          0 │██████████████████████████▌ 1
        1.0 │█████████████████████████████████████████████████████ 2
        2.0 │
        """)
  }

  @Test func numbersThatAreNotFiniteAreLeftOut() throws {
    let text = try drawn { try histogram([1, .nan, 2, -.infinity], bins: 1) }.text
    #expect(text.contains("2 elements in 1 bin, mean 1.5, standard deviation 0.5\n2 left out: not finite\n"))
  }

  @Test func whatCannotBeDrawnIsRefusedWithASentence() throws {
    #expect(refusal { try histogram([1], bins: 0) } == "histogram draws 1 to 100 bins, and 0 were asked for")
    #expect(refusal { try histogram([Double]()) } == "histogram needs a finite number, and there is none")
    #expect(
      refusal { try histogram(Tensor(symbols: "X", shape: [2])) }
        == "histogram needs numbers, and this tensor holds symbols")
  }
}
