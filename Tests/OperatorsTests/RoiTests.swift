import Operators
import Tensors
import Testing

/// Pooling of boxes. Numbers from torchvision: `FixtureTests`.
@Suite struct RoiTests {
  @Test func documentedExamples() throws {
    let x = try Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]])
    #expect(try roiPool(x, boxes: Tensor([[0, 1, 0, 3, 1]]), size: [2, 1]).elements == [7, 9])
    let ramp = try Tensor([[[[0, 10, 20], [1, 11, 21]]]])
    #expect(try roiAlign(ramp, boxes: Tensor([[0, 0, 0, 2, 1]]), size: [1, 2], samples: 1).elements == [5.5, 15.5])
  }

  /// A box over the whole image is adaptive max pooling, as Fast R-CNN's paper says of its special case.
  @Test func aBoxOverTheImageIsAdaptivePooling() throws {
    let x = try Tensor.normal([1, 3, 5, 7], seed: 2)
    let boxes = try Tensor([[0, 0, 0, 6, 4]])
    #expect(try roiPool(x, boxes: boxes, size: [2, 3]) == adaptiveMaxPool2d(x, size: [2, 3]))
  }

  /// An aligned box over the whole image, one sample a bin, a bin for each element: nothing changes.
  @Test func anAlignedBoxOverTheImageIsTheImage() throws {
    let x = try Tensor.normal([1, 2, 3, 4], seed: 2)
    let boxes = try Tensor([[0, 0, 0, 4, 3]])
    #expect(try roiAlign(x, boxes: boxes, size: [3, 4], samples: 1, isAligned: true) == x)
    let halves = try Tensor([[0, 0, 0, 8, 6]])
    #expect(try roiAlign(x, boxes: halves, size: [3, 4], scale: 0.5, samples: 1, isAligned: true) == x)
  }

  /// RoI pooling rounds a box that moves by less than half an element away; RoI align sees the difference.
  @Test func poolingRoundsAndAligningDoesNot() throws {
    let x = try ramp([1, 1, 4, 4])
    let (one, other) = (try Tensor([[0, 1, 1, 2, 2]]), try Tensor([[0, 1.25, 1, 2.25, 2]]))
    #expect(try roiPool(x, boxes: one, size: [1, 1]) == roiPool(x, boxes: other, size: [1, 1]))
    // The ramp grows by 1 for each column.
    let moved = try roiAlign(x, boxes: other, size: [1, 1], isAligned: true)
      .subtracting(roiAlign(x, boxes: one, size: [1, 1], isAligned: true))
    #expect(abs(try moved.item() - 0.25) < 1e-14)
  }

  @Test func whatLiesOutsideIsZero() throws {
    let x = try ramp([1, 1, 2, 2])
    #expect(try roiPool(x, boxes: Tensor([[0, 5, 5, 9, 9]]), size: [1, 2]).elements == [0, 0])
    #expect(try roiAlign(x, boxes: Tensor([[0, 5, 5, 9, 9]]), size: [1, 2]).elements == [0, 0])
    #expect(try roiAlign(x, boxes: Tensor([[0, 1, 0, 0, 1]]), size: [1, 1], isAligned: true).elements == [0])
  }

  /// Both boxes lie on the second image: its gradients are added up, and the first image has none.
  @Test func boxesShareTheGradientOfTheirImage() throws {
    let x = try ramp([2, 1, 1, 2]).requiringGradient()
    let boxes = try Tensor([[1, 0, 0, 1, 0], [1, 1, 0, 1, 0]])
    try roiPool(x, boxes: boxes, size: [1, 1]).backward(upstream: Tensor([1, 10], shape: [2, 1, 1, 1]))
    #expect(x.gradient?.elements == [0, 0, 0, 11])
  }

  @Test func symbolsAreSampled() throws {
    let x = try Tensor(symbols: "X", shape: [1, 1, 1, 2])
    let y = try roiAlign(x, boxes: Tensor([[0, 0, 0, 1, 0]]), size: [1, 1], samples: 1)
    #expect(y.formula(0).description == "0.5X₁₁ + 0.5X₁₂")
    #expect(
      message { _ = try roiPool(x, boxes: Tensor([[0, 0, 0, 1, 0]]), size: [1, 1]) }
        == "roiPool needs numbers, and this tensor holds symbols")
  }

  private static let functions: [@Sendable (Tensor, Tensor, [Int], Double) throws -> Tensor] = [
    { try roiPool($0, boxes: $1, size: $2, scale: $3) }, { try roiAlign($0, boxes: $1, size: $2, scale: $3) },
  ]

  @Test func boxesThatCannotBeAreNamed() throws {
    let x = try ramp([2, 1, 2, 2])
    let box = try Tensor([[0, 0, 0, 1, 1]])
    for function in Self.functions {
      #expect(
        message { _ = try function(x, Tensor([[0, 0, 1, 1]]), [1, 1], 1) }
          == "boxes need rows of 5 numbers, [image, x1, y1, x2, y2], but these have shape [1, 4]")
      #expect(
        message { _ = try function(x, Tensor.zeros([0, 5]), [1, 1], 1) }
          == "boxes need rows of 5 numbers, [image, x1, y1, x2, y2], but these have shape [0, 5]")
      for (image, text) in [(2.0, "2"), (-1, "-1"), (0.5, "0.5"), (.nan, "nan")] {
        #expect(
          message { _ = try function(x, Tensor([[0, 0, 0, 1, 1], [image, 0, 0, 1, 1]]), [1, 1], 1) }
            == "box 1 is on image \(text), but there are 2 images, counted from 0")
      }
      #expect(
        message { _ = try function(x.subscripted([0..<1]), Tensor([[1, 0, 0, 1, 1]]), [1, 1], 1) }
          == "box 0 is on image 1, but there is 1 image, counted from 0")
      #expect(
        message { _ = try function(x, Tensor([[0, 0, .nan, 1, 1]]), [1, 1], 1) }
          == "box 0 reaches to 0, nan, 1, 1: its sides must be finite, and within 1000000 elements")
      #expect(
        message { _ = try function(x, Tensor([[0, 0, 0, 1e300, 1]]), [1, 1], 1) }
          == "box 0 reaches to 0, 0, 1.000e+300, 1: its sides must be finite, and within 1000000 elements")
      #expect(
        message { _ = try function(x, box, [1, 1], 0) } == "scale must be more than 0 and finite, and got 0")
      #expect(
        message { _ = try function(x, box, [1, 1], .nan) } == "scale must be more than 0 and finite, and got nan")
      #expect(
        message { _ = try function(x, box, [1], 1) } == "size needs 2 numbers, for rows and for columns, and got [1]")
      #expect(
        message { _ = try function(x, Tensor(symbols: "B", shape: [1, 5]), [1, 1], 1) }?
          .hasSuffix("needs numbers, and this tensor holds symbols") == true)
      #expect(
        message { _ = try function(x, box, [1_000_000_000, 1_000_000_000], 1) }?
          .hasPrefix("this tensor would need ") == true)
    }
    #expect(
      message { _ = try roiAlign(x, boxes: box, size: [1, 1], samples: 0) } == "samples must be 1 or more, and got 0")
  }
}
