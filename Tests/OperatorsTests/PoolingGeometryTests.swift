import Operators
import Tensors
import Testing

/// What pooling refuses, and the sentences that say so.
@Suite struct PoolingGeometryTests {
  @Test func whatDoesNotFitIsNamed() throws {
    let x = try ramp([1, 1, 2, 3])
    #expect(message { _ = try maxPool2d(x, size: 3) } == "a window of 3x3 does not fit into an image of 2x3")
    #expect(message { _ = try averagePool2d(x, size: 3) } == "a window of 3x3 does not fit into an image of 2x3")
    #expect(message { _ = try lpPool2d(x, power: 2, size: 3) } == "a window of 3x3 does not fit into an image of 2x3")
    #expect(
      message { _ = try maxPool2d(x, size: 2, padding: 1, dilation: 5) }
        == "a window that covers 6x6 does not fit into an image of 4x5 (with padding)")
    #expect(
      message { _ = try averagePool2d(x, size: [1, 8], padding: [0, 2]) }
        == "a window of 1x8 does not fit into an image of 2x7 (with padding)")
    #expect(
      message { _ = try maxPool1d(ramp([1, 1, 3]), size: 4) } == "a window of 4 does not fit into a sequence of 3")
    #expect(
      message { _ = try maxPool1d(ramp([1, 1, 3]), size: 1_000_000_000) }
        == "a window of 1000000000 does not fit into a sequence of 3")
    #expect(
      message { _ = try maxPool2d(ramp([1, 1, 1, 1]), size: 2, padding: 1, dilation: 2) }
        == "window 0 meets nothing but padding: use less dilation or padding")
  }

  @Test func numbersOutOfRangeAreNamed() throws {
    let x = try ramp([1, 1, 2, 3])
    #expect(message { _ = try maxPool2d(x, size: 0) } == "size must be 1 or more, and got 0")
    #expect(message { _ = try maxPool2d(x, size: 1, stride: 0) } == "stride must be 1 or more, and got 0")
    #expect(message { _ = try maxPool2d(x, size: 1, stride: -1) } == "stride must be 1 or more, and got -1")
    #expect(message { _ = try maxPool2d(x, size: 1, padding: -1) } == "padding must be 0 or more, and got -1")
    #expect(message { _ = try maxPool2d(x, size: 1, dilation: 0) } == "dilation must be 1 or more, and got 0")
    #expect(
      message { _ = try maxPool2d(x, size: 2, padding: 2) }
        == "padding must be at most half of the window, 1 for 2, and got 2")
    #expect(
      message { _ = try averagePool2d(x, size: .max) }
        == "size must be at most 1000000000, and got 9223372036854775807")
    #expect(
      message { _ = try averagePool1d(ramp([1, 1, 3]), size: 1, stride: .min) }
        == "stride must be 1 or more, and got -9223372036854775808")
    #expect(
      message { _ = try maxPool2d(x, size: 2, dilation: .max) }
        == "dilation must be at most 1000000000, and got 9223372036854775807")
  }

  @Test func pairsHaveTwoNumbers() throws {
    let x = try ramp([1, 1, 2, 3])
    #expect(
      message { _ = try maxPool2d(x, size: [2]) } == "size needs 2 numbers, for rows and for columns, and got [2]")
    #expect(
      message { _ = try maxPool2d(x, size: [2, 2], strides: []) }
        == "strides needs 2 numbers, for rows and for columns, and got []")
    #expect(
      message { _ = try averagePool2d(x, size: [2, 2], padding: [1, 1, 1]) }
        == "padding needs 2 numbers, for rows and for columns, and got [1, 1, 1]")
    #expect(
      message { _ = try maxPool2d(x, size: [2, 2], dilations: [1]) }
        == "dilations needs 2 numbers, for rows and for columns, and got [1]")
    #expect(
      message { _ = try adaptiveAveragePool2d(x, size: [1]) }
        == "size needs 2 numbers, for rows and for columns, and got [1]")
    #expect(message { _ = try adaptiveMaxPool2d(x, size: [1, 0]) } == "size must be 1 or more, and got 0")
    #expect(message { _ = try maxPool2d(x, size: [2, -2]) } == "size must be 1 or more, and got -2")
    #expect(
      message { _ = try maxPool2d(x, size: [2, 2], padding: [0, 2]) }
        == "padding must be at most half of the window, 1 for 2, and got 2")
  }

  private static let onImages: [@Sendable (Tensor) throws -> Tensor] = [
    { try maxPool2d($0, size: 1) }, { try maxPool2d($0, size: [1, 1]) },
    { try maxPool2dWithIndices($0, size: 1).values }, { try averagePool2d($0, size: 1) },
    { try averagePool2d($0, size: [1, 1]) }, { try adaptiveAveragePool2d($0, size: [1, 1]) },
    { try adaptiveMaxPool2d($0, size: [1, 1]) }, { try globalAveragePool2d($0) }, { try globalMaxPool2d($0) },
    { try lpPool2d($0, power: 2, size: 1) }, { try maxUnpool2d($0, indices: $0, size: 1) },
    { try upsampleNearest2d($0, factor: 1) }, { try upsampleNearest2d($0, size: [1, 1]) },
    { try upsampleBilinear2d($0, factor: 1) }, { try upsampleBilinear2d($0, size: [1, 1]) },
    { try roiPool($0, boxes: Tensor([[0, 0, 0, 1, 1]]), size: [1, 1]) },
    { try roiAlign($0, boxes: Tensor([[0, 0, 0, 1, 1]]), size: [1, 1]) },
  ]

  @Test func otherShapesAreRefused() throws {
    for function in Self.onImages {
      #expect(
        message { _ = try function(ramp([2, 3])) }
          == "images need 4 axes, [N, C, H, W], but these have shape [2, 3]")
    }
    for function: (Tensor) throws -> Tensor in [{ try maxPool1d($0, size: 1) }, { try averagePool1d($0, size: 1) }] {
      #expect(
        message { _ = try function(ramp([1, 1, 2, 3])) }
          == "sequences need 3 axes, [N, C, L], but these have shape [1, 1, 2, 3]")
    }
  }

  @Test func nothingCannotBePooled() throws {
    let names = [
      "maxPool2d", "maxPool2d", "maxPool2dWithIndices", "averagePool2d", "averagePool2d", "adaptiveAveragePool2d",
      "adaptiveMaxPool2d", "globalAveragePool2d", "globalMaxPool2d", "lpPool2d", "maxUnpool2d", "upsampleNearest2d",
      "upsampleNearest2d", "upsampleBilinear2d", "upsampleBilinear2d", "roiPool", "roiAlign",
    ]
    #expect(names.count == Self.onImages.count)
    for (name, function) in zip(names, Self.onImages) {
      #expect(
        message { _ = try function(Tensor.zeros([2, 0, 3, 3])) }
          == "\(name) needs at least one element, and got a tensor of shape [2, 0, 3, 3]")
    }
  }

  /// A result that is too large is refused before anything is computed.
  @Test func sizesThatNoMemoryHoldsAreRefused() throws {
    let x = try ramp([1, 1, 2, 3])
    let wide = [1_000_000_000, 1_000_000_000]
    let big = "a tensor of shape [100000, 1, 1000000000, 1000000000] has more elements than a computer can count"
    for function: (Tensor) throws -> Tensor in [
      { try adaptiveAveragePool2d($0, size: wide) }, { try adaptiveMaxPool2d($0, size: wide) },
      { try upsampleNearest2d($0, size: wide) }, { try upsampleBilinear2d($0, size: wide) },
    ] {
      #expect(message { _ = try function(Tensor.ones([100_000, 1, 1, 1])) } == big)
      #expect(message { _ = try function(x) }?.hasPrefix("this tensor would need ") == true)
    }
    #expect(message { _ = try upsampleNearest2d(x, factor: 1_000_000_000) }?.hasPrefix("size must be at most") == true)
    #expect(
      message { _ = try upsampleBilinear2d(x, factor: .max) }
        == "factor must be at most 1000000000, and got 9223372036854775807")
  }
}
