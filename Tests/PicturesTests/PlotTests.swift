import Pictures
import Tensors
import Testing

@Suite struct PlotTests {
  private func lines(_ picture: Picture) -> [String] {
    picture.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// From 0 to 12 in 13 lines: each line is 1, so the marks stand where the numbers say.
  @Test func pointsStandWhereTheirNumbersSay() throws {
    let picture = try drawn { try plot([[0, 12], [12, 0]], x: [0, 1], names: ["up", "down"]) }
    let lines = lines(picture)
    #expect(lines.count == 13 + 2 + 2)
    #expect(lines[0].hasPrefix("15 ┤"))
    let top = lines.firstIndex { $0.hasSuffix("*") }
    let bottom = lines.lastIndex { $0.hasSuffix("o") }
    // 12 of 15 is 9.6 of 12 lines from below, rounded: line 12 - 10 from above.
    #expect(top == 2)
    #expect(bottom == 12)
    #expect(lines[12].hasPrefix(" 0 ┤*"))
    #expect(lines[13].hasPrefix("   └┬──"))
    #expect(lines[14].hasSuffix(" 1"))
    #expect(lines[15...] == ["  * up", "  o down"])
  }

  /// One line is made of dots: on a level line the third row of dots of its character row... of 52 rows row 26.
  @Test func oneLineIsDrawnWithDots() throws {
    let picture = try drawn { try plot([2, 2, 2]) }
    let level = lines(picture).filter { $0.contains { ("\u{2801}"..."\u{28FF}").contains($0) } }
    #expect(level.count == 1)
    #expect(picture.text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func logarithmicAxesHaveDecades() throws {
    let picture = try drawn { try plot([1e-10, 1e-4], x: [1e-8, 1e-2], logX: true, logY: true) }
    let labels = lines(picture).compactMap { $0.contains("┤") ? $0.prefix { $0 != " " || $0 == " " && false } : nil }
    #expect(labels.first == "1e-4" || lines(picture)[0].hasPrefix(" 1e-4 ┤"))
    #expect(lines(picture)[12].hasPrefix("1e-10 ┤"))
    #expect(lines(picture)[14].contains("1e-8") && lines(picture)[14].contains("1e-2"))
  }

  /// A ratio of 100 each: the middle one is in the middle of a logarithmic axis, at the seventh of 13 lines.
  @Test func logarithmsSpaceThePoints() throws {
    let picture = try drawn { try plot([[1, 100, 10000], [1, 1, 1]], x: [0, 1, 2], logY: true) }
    #expect(lines(picture)[6].contains("*"))
    #expect(lines(picture)[6].hasPrefix("  100 ┤"))
  }

  @Test func pointsThatAreNotThereAreCounted() throws {
    let picture = try drawn { try plot([1, .nan, 3, .infinity]) }
    #expect(lines(picture).last == "2 points are left out: not finite")
    let positive = try drawn { try plot([1, 0, 3], logY: true) }
    #expect(lines(positive).last == "1 point is left out: not finite, or not above 0")
  }

  /// Distances and logarithms at the ends of what a Double can say.
  @Test func extremeNumbersAreDrawn() throws {
    for numbers in [
      [-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude], [5e-324, 1e-323],
      [5e-324, .greatestFiniteMagnitude],
      [1e300, 1e300], [1, 1 + 1e-15], [0, 1e-310],
    ] {
      #expect(!(try drawn { try plot(numbers) }.text.isEmpty))
      #expect(
        !(try drawn { try plot(numbers.map(\.magnitude), x: [1, 2], logX: true, logY: numbers[0] > 0) }.text.isEmpty))
      #expect(try !drawn { try histogram(numbers) }.text.isEmpty)
      #expect(try !drawn { try show(Tensor(numbers), signed: true) }.text.isEmpty)
    }
  }

  @Test func longLinesKeepTheirPeaks() throws {
    var numbers = Array(repeating: 0.0, count: 100_000)
    numbers[77_777] = 5
    let picture = try drawn { try plot(numbers) }
    #expect(lines(picture)[2].contains { ("\u{2801}"..."\u{28FF}").contains($0) })
  }

  @Test func tensorsAreSeries() throws {
    let text = try drawn { try plot(matrix([[1, 2], [3, 4]]), x: Tensor([10.0, 20.0])) }.text
    #expect(text.hasSuffix("  * line 0\n  o line 1"))
    #expect(text.contains("10") && text.contains("20"))
  }

  @Test func whatCannotBeDrawnIsRefusedWithASentence() throws {
    #expect(refusal { try plot([Double]()) } == "plot needs a finite point, and there is none")
    #expect(refusal { try plot([-1], logY: true) } == "plot needs a finite point above 0, and there is none")
    #expect(refusal { try plot([[Double]]()) } == "plot needs a line to draw, and got none")
    #expect(
      refusal { try plot([1, 2], x: [1]) } == "plot needs an x for each point: there are 2 points, and x has 1")
    #expect(
      refusal { try plot([[1], [2]], names: ["a"]) } == "plot needs a name for each of 2 lines, and got 1")
    #expect(
      refusal { try plot(Tensor(zeros: [2, 2, 2], kind: .float64)) }
        == "plot draws [n] or [series, n], and this tensor has shape [2, 2, 2]")
    #expect(
      refusal { try plot(Tensor([1.0, 2]), x: Tensor([1.0])) }
        == "plot needs an x for each point, [2], and x has shape [1]")
    #expect(
      refusal { try plot(Tensor(zeros: [40, 2], kind: .float64)) }
        == "plot draws at most 12 lines, and these are 40: choose some of them, as in y[0..<12]")
  }
}
