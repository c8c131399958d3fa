import Tensors
import Testing

/// Tests that change the process-wide budget, one after the other.
@Suite(.serialized) struct MemoryTests {
  @Test func aTensorBeyondTheBudgetIsRefusedBeforeItIsMade() throws {
    #expect(
      message { _ = try Tensor.zeros([1 << 15, 1 << 15]) } == "this tensor would need 8.0 GB, and 4.0 GB are allowed")
    #expect(
      message { _ = try Tensor.zeros([1 << 40, 1 << 40]) }
        == "a tensor of shape [1099511627776, 1099511627776] has more elements than a computer can count")
    #expect(message { _ = try Tensor.zeros([1 << 62]) }?.hasSuffix("GB, and 4.0 GB are allowed") == true)
    #expect(message { _ = try Tensor.zeros([1 << 40, 1 << 40, 0]) }?.hasSuffix("than a computer can count") == true)
    #expect(try Tensor.zeros([1 << 40, 0]).count == 0)
    #expect(
      message { _ = try Tensor.ones([1]).reshaped([Int](repeating: 1, count: 33)) }
        == "a tensor has at most 32 axes, and this one would have 33")
  }

  @Test func hugePaddingIsRefused() throws {
    #expect(
      message { _ = try Tensor.ones([1, 1]).padded(1 << 35) }?.contains("more elements than a computer can count")
        == true)
    #expect(
      message { _ = try Tensor.ones([1, 1]).padded(.max) }
        == "padded needs 0 zeros or more, and got 9223372036854775807")
  }

  @Test func freedTensorsAreGivenBack() throws {
    // Three quarters of the budget fit again and again, as long as each is freed before the next.
    for _ in 0..<3 { #expect(try Tensor.zeros([20_000, 10_000]).count == 200_000_000) }
  }

  /// Whatever lies between small tensors, about one in sixteen is counted for all.
  @Test(arguments: [16, 48, 144, 160, 256, 320, 4096, 65536])
  func aSampleTellsHowManySmallTensorsThereAre(distance: UInt) {
    let first: UInt = 0x7f12_3456_7890
    let counted = (0..<160_000).count { TensorMemory.isInSample(first + $0 * distance) }
    #expect(counted > 9_500 && counted < 10_500)
  }

  /// Other tests have tensors too, but do not free as many three times in a row.
  @Test func smallTensorsAreCountedToo() throws {
    let counted = try (0..<3).map { _ in
      let before = TensorMemory.used
      let small = try (0..<200_000).map { _ in try Tensor.zeros([3, 3]) }
      return withExtendedLifetime(small) { TensorMemory.used - before }
    }
    #expect(counted.contains { $0 > 200_000 * 150 })
  }
}
