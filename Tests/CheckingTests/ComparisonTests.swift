import Checking
import Tensors
import Testing

@Suite struct ComparisonTests {
  @Test func equalTensorsAgree() throws {
    let comparison = Comparison(try Tensor([1, 2]), expected: try Tensor([1, 2 + 1e-12]))
    #expect(comparison.agrees)
    #expect(comparison.first == nil && comparison.differingCount == 0)
    #expect(comparison.description == "right in all 2 elements")
  }

  @Test func firstAndWorstElementAreFound() throws {
    let comparison = Comparison(try Tensor([[1, 2, 3], [4, 5, 60]]), expected: try Tensor([[1, 2, 4], [4, 5, 6]]))
    #expect(!comparison.agrees)
    #expect(comparison.differingCount == 2)
    #expect(comparison.comparedCount == 6)
    #expect(comparison.first == .init(indices: [0, 2], answer: 3, expected: 4))
    #expect(comparison.worst == .init(indices: [1, 2], answer: 60, expected: 6))
    #expect(comparison.maximumAbsoluteError == 54)
    #expect(comparison.description == "wrong in 2 of 6 elements, the first at [0, 2]: 3 instead of 4")
  }

  @Test func theRelativeErrorIsThatOfTheWhole() throws {
    let comparison = Comparison(try Tensor([3, 0]), expected: try Tensor([0, 4]))
    #expect(comparison.relativeError == 5.0 / 4)
    #expect(Comparison(try Tensor([0, 0]), expected: try Tensor([0, 0])).relativeError == 0)
  }

  @Test func toleranceGrowsWithTheNumber() throws {
    let (answer, expected) = (try Tensor([1000.5]), try Tensor([1000]))
    #expect(Comparison(answer, expected: expected, atol: 0, rtol: 1e-3).agrees)
    #expect(!Comparison(answer, expected: expected, atol: 0, rtol: 1e-4).agrees)
    #expect(Comparison(answer, expected: expected, atol: 0.5, rtol: 0).agrees)
  }

  @Test func otherShapesAreNotCompared() throws {
    let comparison = Comparison(try Tensor([1, 2]), expected: try Tensor([[1, 2]]))
    #expect(!comparison.agrees)
    #expect(comparison.description == "the shape is [2], and should be [1, 2]")
    #expect(comparison.comparedCount == 0)
  }

  @Test func missingNumbersDiffer() throws {
    let comparison = Comparison(try Tensor([.nan, 1, 2]), expected: try Tensor([0, 1, 2]))
    #expect(comparison.nanCount == 1 && comparison.differingCount == 1)
    #expect(comparison.maximumAbsoluteError == .infinity)
    #expect(comparison.description == "wrong in 1 of 3 elements, the first at [0]: nan instead of 0")
    #expect(Comparison(try Tensor([Double.nan]), expected: try Tensor([Double.nan])).agrees)
    #expect(Comparison(try Tensor([Double.infinity]), expected: try Tensor([Double.infinity])).agrees)
    #expect(!Comparison(try Tensor([1]), expected: try Tensor([Double.infinity])).agrees)
    #expect(!Comparison(try Tensor([-Double.infinity]), expected: try Tensor([Double.infinity])).agrees)
    #expect(!Comparison(try Tensor([1]), expected: try Tensor([Double.nan])).agrees)
  }

  @Test func leftOutElementsDoNotCount() throws {
    let (answer, expected) = (try Tensor([1, 9]), try Tensor([1, 2]))
    let comparison = Comparison(answer, expected: expected, leftOut: [1])
    #expect(comparison.agrees && comparison.comparedCount == 1 && comparison.leftOutCount == 1)
    let nothing = Comparison(answer, expected: expected, leftOut: [0, 1])
    #expect(!nothing.agrees)
    #expect(nothing.description == "nothing could be compared")
  }

  @Test func nearNumbersAreShownApart() throws {
    let comparison = Comparison(try Tensor([1.00000001]), expected: try Tensor([1]), atol: 0, rtol: 0)
    #expect(comparison.description == "wrong in 1 of 1 element, the first at [0]: 1.00000001 instead of 1")
    let scalar = Comparison(try Tensor(2), expected: try Tensor(3))
    #expect(scalar.description == "wrong in 1 of 1 element: 2 instead of 3")
  }

  @Test func formulasAreComparedAsFormulas() throws {
    let (x, f) = (try Tensor(symbols: "X", shape: [2, 2]), try Tensor(symbols: "F", shape: [2, 2]))
    #expect(Comparison(try x.multiplied(by: f), expected: try f.multiplied(by: x)).agrees)
    let comparison = Comparison(f, expected: try f.rotated180())
    #expect(comparison.description == "wrong in 4 of 4 elements, the first at [0, 0]: F₁₁ instead of F₂₂")
  }

  @Test func emptyTensorsAgree() throws {
    #expect(Comparison(try Tensor.zeros([0]), expected: try Tensor.zeros([0])).agrees)
  }
}
