import Operators
import Tensors
import Testing

@Suite struct ConvolutionTermsTests {
  private static let geometries:
    [(input: [Int], kernel: [Int], strides: [Int], padding: Padding, dilations: [Int], groups: Int)] = [
      ([1, 1, 3, 3], [1, 1, 2, 2], [1, 1], .valid, [1, 1], 1),
      ([2, 4, 5, 4], [6, 2, 2, 3], [2, 1], .zeros(before: [1, 0], after: [2, 1]), [1, 2], 2),
      ([2, 2, 7], [3, 2, 3], [3], .same, [1], 1),
      ([1, 2, 3, 4, 3], [2, 1, 2, 1, 2], [1, 2, 1], .zeros([1, 0, 1]), [2, 1, 1], 2),
    ]

  /// The sums of all elements are what the operators compute, whatever the strides, zeros and groups.
  @Test(arguments: 0..<4)
  func sumsAreWhatTheOperatorsCompute(number: Int) throws {
    let (input, kernel, strides, padding, dilations, groups) = Self.geometries[number]
    let axes = input.count - 2
    let g = try ConvolutionGeometry(
      input: input, kernel: kernel, axes: axes, strides: strides, padding: padding, dilations: dilations,
      groups: groups)
    let (x, k) = (try Tensor.normal(input, seed: 1), try Tensor.normal(kernel, seed: 2))
    let (dy, bias) = (try Tensor.normal(g.outputShape, seed: 3), try Tensor.normal([kernel[0]], seed: 4))
    let shape = [kernel[0]] + [Int](repeating: 1, count: axes)
    let y = try slide(x, k, g, Double.self).adding(bias.reshaped(shape))
    for position in 0..<y.count {
      let terms = try ConvolutionTerms(ofOutput: y.indices(of: position), x, kernel: k, bias: bias, g)
      #expect((terms.sum - y.number(position)).magnitude < 1e-12)
    }
    let dx = try collectForPixels(dy, k, g, Double.self)
    for position in 0..<dx.count {
      let terms = try ConvolutionTerms(ofInputGradient: dx.indices(of: position), dy, kernel: k, g)
      #expect((terms.sum - dx.number(position)).magnitude < 1e-12)
    }
    let dk = try collectForWeights(dy, x, g, Double.self)
    for position in 0..<dk.count {
      let terms = try ConvolutionTerms(ofKernelGradient: dk.indices(of: position), dy, input: x, g)
      #expect((terms.sum - dk.number(position)).magnitude < 1e-12)
    }
  }

  /// A corner of an image with zeros around it: three of the four places are padding.
  @Test func theWindowOfACornerIsWrittenOut() throws {
    let (x, k) = (try ramp([1, 1, 2, 2]), try Tensor([1, 10, 100, 1000], shape: [1, 1, 2, 2]))
    let g = try ConvolutionGeometry(input: x.shape, kernel: k.shape, padding: 1)
    let corner = try ConvolutionTerms(ofOutput: [0, 0, 0, 1], x, kernel: k, bias: Tensor([0.5]), g)
    #expect(corner.gridShape == [1, 2, 2])
    #expect(corner.terms.map(\.place) == [.padding, .padding, .element, .element])
    #expect(corner.terms.map(\.data.indices) == [nil, nil, [0, 0, 0, 0], [0, 0, 0, 1]])
    #expect(corner.terms.map(\.weight.indices) == [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0], [0, 0, 1, 1]])
    #expect(corner.terms.map(\.data.value) == [0, 0, 1, 2])
    #expect(corner.terms.map(\.weight.value) == [1, 10, 100, 1000])
    #expect(corner.terms.map(\.product) == [0, 0, 100, 2000])
    #expect(corner.bias?.value == 0.5)
    #expect(corner.bias?.indices == [0])
    #expect(corner.sum == 2100.5)
  }

  /// What the lesson teaches: under a pixel lie outputs in their order and the kernel rotated by 180 degrees; with a
  /// stride of 2 there are zeros between the outputs.
  @Test func theOutputsThatFlowIntoAPixelMeetTheKernelRotated() throws {
    let dy = try Tensor([1, 2, 3], shape: [1, 1, 1, 3])
    let k = try Tensor([1, 10, 100], shape: [1, 1, 1, 3])
    let g = try ConvolutionGeometry(input: [1, 1, 1, 7], kernel: k.shape, stride: 2)
    let pixel = try ConvolutionTerms(ofInputGradient: [0, 0, 0, 2], dy, kernel: k, g)
    #expect(pixel.terms.map(\.weight.value) == [100, 10, 1])
    #expect(pixel.terms.map(\.data.indices) == [[0, 0, 0, 0], nil, [0, 0, 0, 1]])
    #expect(pixel.terms.map(\.place) == [.element, .betweenWindows, .element])
    #expect(pixel.sum == 102)
    let last = try ConvolutionTerms(ofInputGradient: [0, 0, 0, 6], dy, kernel: k, g)
    #expect(last.terms.map(\.place) == [.element, .padding, .padding])
    #expect(last.sum == 300)
  }

  @Test func symbolsGiveTheFormulasOfTheLecture() throws {
    let (x, f) = (
      try Tensor(symbols: "X", shape: [1, 1, 3, 3]), try Tensor(symbols: "F", shape: [1, 1, 2, 2])
    )
    let dy = try Tensor(symbols: "∂E/∂O", shape: [1, 1, 2, 2])
    let g = try ConvolutionGeometry(input: x.shape, kernel: f.shape)
    let output = try ConvolutionTerms(ofOutput: [0, 0, 0, 0], x, kernel: f, g)
    #expect(output.formula == "F₁₁X₁₁ + F₁₂X₁₂ + F₂₁X₂₁ + F₂₂X₂₂")
    #expect(output.terms.map(\.data.text) == ["X₁₁", "X₁₂", "X₂₁", "X₂₂"])
    #expect(output.sum.isNaN)
    let pixel = try ConvolutionTerms(ofInputGradient: [0, 0, 1, 1], dy, kernel: f, g)
    #expect(pixel.formula == "∂E/∂O₁₁·F₂₂ + ∂E/∂O₁₂·F₂₁ + ∂E/∂O₂₁·F₁₂ + ∂E/∂O₂₂·F₁₁")
    #expect(pixel.terms.map(\.weight.text) == ["F₂₂", "F₂₁", "F₁₂", "F₁₁"])
    let weight = try ConvolutionTerms(ofKernelGradient: [0, 0, 0, 1], dy, input: x, g)
    #expect(weight.formula == "∂E/∂O₁₁·X₁₂ + ∂E/∂O₁₂·X₁₃ + ∂E/∂O₂₁·X₂₂ + ∂E/∂O₂₂·X₂₃")
  }

  @Test func whatIsNotThereIsNamed() throws {
    let (x, k) = (try ramp([1, 1, 3, 3]), try ramp([1, 1, 2, 2]))
    let g = try ConvolutionGeometry(input: x.shape, kernel: k.shape)
    #expect(
      message { _ = try ConvolutionTerms(ofOutput: [0, 0, 2, 1], x, kernel: k, g) }
        == "an output element [0, 0, 2, 1] is not there: the shape is [1, 1, 2, 2]")
    #expect(
      message { _ = try ConvolutionTerms(ofOutput: [0, 2], x, kernel: k, g) }
        == "an output element needs 4 indices, and got [0, 2]")
    #expect(
      message { _ = try ConvolutionTerms(ofInputGradient: [0, 0, -1, 1], ramp([1, 1, 2, 2]), kernel: k, g) }
        == "an input element [0, 0, -1, 1] is not there: the shape is [1, 1, 3, 3]")
    #expect(
      message { _ = try ConvolutionTerms(ofKernelGradient: [0, 0, 0, 0], k, input: k, g) }
        == "the input has shape [1, 1, 2, 2], but this convolution needs [1, 1, 3, 3]")
    let large = try ConvolutionGeometry(input: [1, 1, 400, 400], kernel: [1, 1, 1, 1])
    let image = try Tensor.zeros([1, 1, 400, 400])
    #expect(
      message { _ = try ConvolutionTerms(ofKernelGradient: [0, 0, 0, 0], image, input: image, large) }
        == "this element is a sum of 160000 terms, and at most 100000 are written out")
  }
}
