import Operators
import Tensors
import Testing

@Suite struct PaddingTests {
  /// With a stride of 1 every size is kept, by even and odd kernels; with others a window stands on every s-th element.
  @Test(arguments: 1...5, 1...3)
  func sameKeepsTheSize(taps: Int, stride: Int) throws {
    for size in 1...7 {
      let y = try conv1d(
        ramp([1, 1, size]), kernel: ramp([1, 1, taps]), strides: [stride], padding: .same, dilations: [2])
      #expect(y.shape == [1, 1, (size + stride - 1) / stride])
    }
  }

  /// torch.nn.functional.conv2d(arange(1., 7).reshape(1, 1, 2, 3), arange(1., 9).reshape(1, 1, 2, 4), padding="same"):
  /// of an odd number of zeros, one more comes after the image.
  @Test func sameIsPyTorchs() throws {
    let y = try conv2d(ramp([1, 1, 2, 3]), kernel: ramp([1, 1, 2, 4]), padding: .same)
    #expect(y.elements == [127, 106, 69, 47, 32, 17])
  }

  @Test func sidesArePutWhereTheyAreNamed() throws {
    let one = try Tensor.ones([1, 1, 1, 1])
    let y = try conv2d(one, kernel: one, padding: .zeros(before: [1, 0], after: [0, 2]))
    #expect(y.shape == [1, 1, 2, 3])
    #expect(y.elements == [0, 0, 0, 1, 0, 0])
  }

  @Test func describesItself() {
    let all: [Padding] = [.valid, .same, .zeros(2), .zeros([1, 0]), .zeros(before: [1, 0], after: [0, 2])]
    #expect(
      all.map(\.description)
        == ["valid", "same", "zeros(2)", "zeros([1, 0])", "zeros(before: [1, 0], after: [0, 2])"])
    #expect(Padding.zeros([1, 2]) == .zeros(before: [1, 2], after: [1, 2]))
  }

  @Test func wrongSizesAreNamed() {
    func sentence(
      strides: [Int] = [1, 1], padding: Padding = .valid, dilations: [Int] = [1, 1], groups: Int = 1
    ) -> String? {
      message {
        _ = try conv2d(
          ramp([1, 1, 4, 4]), kernel: ramp([1, 1, 2, 2]), strides: strides, padding: padding, dilations: dilations,
          groups: groups)
      }
    }
    #expect(sentence(strides: [1]) == "strides needs 2 numbers, one for each axis, and got [1]")
    #expect(sentence(strides: [1, 0]) == "strides must be 1 or more on each axis, and got [1, 0]")
    #expect(
      sentence(strides: [.max, 1])
        == "strides must be at most 1000000000 on each axis, and got [9223372036854775807, 1]")
    #expect(sentence(dilations: []) == "dilations needs 2 numbers, one for each axis, and got []")
    #expect(
      sentence(dilations: [.min, 1]) == "dilations must be 1 or more on each axis, and got [-9223372036854775808, 1]")
    #expect(sentence(padding: .zeros(-1)) == "padding must be 0 or more, and got -1")
    #expect(sentence(padding: .zeros([1, 2, 3])) == "padding needs 2 numbers, one for each axis, and got [1, 2, 3]")
    #expect(
      sentence(padding: .zeros(before: [0, 0], after: [0])) == "padding needs 2 numbers, one for each axis, and got [0]"
    )
    #expect(
      sentence(padding: .zeros(before: [-1, 0], after: [0, 0]))
        == "padding must be 0 or more on each axis, and got [-1, 0]")
    #expect(
      sentence(padding: .zeros(.max)) == "padding must be at most 1000000000, and got 9223372036854775807")
    #expect(sentence(groups: 0) == "groups must be 1 or more, and got 0")
    #expect(
      sentence(padding: .zeros([1_000_000_000, 1_000_000_000]))
        == "this tensor would need 4294967296 GB, and 4.0 GB are allowed")
  }
}
