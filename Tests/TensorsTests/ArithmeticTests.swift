import Tensors
import Testing

@Suite struct ArithmeticTests {
  @Test func operandsAreNotExchanged() throws {
    let (a, b) = (try Tensor([[1, 2], [3, 4]]), try Tensor([10, 20]))
    #expect(try a.adding(b).elements == [11, 22, 13, 24])
    #expect(try a.subtracting(b).elements == [-9, -18, -7, -16])
    #expect(try a.multiplied(by: b).elements == [10, 40, 30, 80])
    #expect(try a.divided(by: Tensor([2, 4])).elements == [0.5, 0.5, 1.5, 1])
    #expect(try a.adding(10).elements == [11, 12, 13, 14])
    #expect(try a.subtracting(10).elements == [-9, -8, -7, -6])
    #expect(try a.subtracted(from: 10).elements == [9, 8, 7, 6])
    #expect(try a.multiplied(by: 10).elements == [10, 20, 30, 40])
    #expect(try a.divided(by: 4).elements == [0.25, 0.5, 0.75, 1])
    #expect(try a.dividing(12).elements == [12, 6, 4, 3])
    #expect(try a.negated().elements == [-1, -2, -3, -4])
  }

  @Test func axesOfSizeOneAreRepeated() throws {
    let (column, row) = (try Tensor([[1], [2]]), try Tensor([[10, 20, 30]]))
    #expect(try column.adding(row).elements == [11, 21, 31, 12, 22, 32])
    #expect(try row.subtracting(column).elements == [9, 19, 29, 8, 18, 28])
    #expect(try ramp([2, 2, 2]).multiplied(by: Tensor([[1], [10]])).elements == [1, 2, 30, 40, 5, 6, 70, 80])
    #expect(try Tensor(2).multiplied(by: Tensor([3, 4])).elements == [6, 8])
    #expect(try Tensor.zeros([0, 3]).adding(Tensor([1, 2, 3])).shape == [0, 3])
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    #expect(
      message { _ = try ramp([2, 3]).adding(ramp([2, 4])) }
        == "shapes [2, 3] and [2, 4] do not fit together: sizes 3 and 4 meet on axis 1")
    #expect(
      message { _ = try ramp([2, 3]).adding(ramp([2])) }
        == "shapes [2, 3] and [2] do not fit together: sizes 3 and 2 meet on axis 1")
  }

  @Test func mixedKindsBecomeFloat64() throws {
    let (single, double) = (try Tensor([0.1], shape: [1], dtype: .float32), try Tensor([0.1]))
    #expect(try single.adding(single).dtype == .float32)
    #expect(try single.adding(double).dtype == .float64)
    #expect(try single.multiplied(by: 2).dtype == .float32)
    #expect(try single.adding(double).elements == [Double(Float(0.1)) + 0.1])
  }

  @Test func float32IsRoundedAsFloatIs() throws {
    let values = try Tensor.uniform([200], low: -3, high: 3, seed: 4)
    let a = values.elements[..<100].map { Float($0) }
    let b = values.elements[100...].map { Float($0) }
    let x = try Tensor(a.map { Double($0) }, shape: [100], dtype: .float32)
    let y = try Tensor(b.map { Double($0) }, shape: [100], dtype: .float32)
    #expect(try x.adding(y).elements == zip(a, b).map { Double($0 + $1) })
    #expect(try x.multiplied(by: y).elements == zip(a, b).map { Double($0 * $1) })
    #expect(try x.divided(by: y).elements == zip(a, b).map { Double($0 / $1) })
  }

  @Test func equalityLooksAtShapeAndElements() throws {
    #expect(try Tensor([1, 2]) == Tensor([1, 2]))
    #expect(try Tensor([1, 2]) != Tensor([1, 3]))
    #expect(try Tensor([1, 2]) != Tensor([[1, 2]]))
    #expect(try Tensor([Double.nan]) != Tensor([Double.nan]))
    #expect(try Tensor([1, 2], shape: [2], dtype: .float32) == Tensor([1, 2]))
  }
}
