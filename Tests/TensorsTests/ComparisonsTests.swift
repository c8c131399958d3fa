import Tensors
import Testing

@Suite struct ComparisonsTests {
  @Test func notANumberIsUnequalToEverything() throws {
    let (x, one) = (try Tensor([.nan, 1]), try Tensor([1, 1]))
    #expect(try less(x, one).elements == [0, 0])
    #expect(try lessOrEqual(x, one).elements == [0, 1])
    #expect(try greater(x, one).elements == [0, 0])
    #expect(try greaterOrEqual(x, one).elements == [0, 1])
    #expect(try equal(x, x).elements == [0, 1])
    #expect(try notEqual(x, x).elements == [1, 0])
  }

  @Test func numbersCompareWithEveryElement() throws {
    let x = try Tensor([1, 2, 3])
    #expect(try x.isLess(than: 2).elements == [1, 0, 0])
    #expect(try x.isLessOrEqual(to: 2).elements == [1, 1, 0])
    #expect(try x.isGreater(than: 2).elements == [0, 0, 1])
    #expect(try x.isGreaterOrEqual(to: 2).elements == [0, 1, 1])
    #expect(try x.isEqual(to: 2).elements == [0, 1, 0])
    #expect(try x.isNotEqual(to: 2).elements == [1, 0, 1])
  }

  @Test func comparisonsAreNotRecordedAndKeepTheDtype() throws {
    let x = try ramp([2], dtype: .float32).requiringGradient()
    let mask = try x.isGreater(than: 1)
    #expect(!mask.isRecorded)
    #expect(mask.dtype == .float32)
    #expect(try less(x, ramp([2])).dtype == .float64)
  }

  @Test func whatCannotBeComparedIsNamed() throws {
    #expect(
      message { _ = try less(ramp([2]), ramp([3])) }
        == "shapes [2] and [3] do not fit together: sizes 2 and 3 meet on axis 0")
    #expect(
      message { _ = try greater(ramp([2]), Tensor(symbols: "X", shape: [2])) }
        == ".> needs numbers, and this tensor holds symbols")
  }
}
