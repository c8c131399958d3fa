import Tensors

/// One element of a convolution, or of one of its gradients, as the sum that it is.
///
/// ```
/// y[n,o,i,j]  = b[o] + Σ c,u,v  x[…] · k[o,c,u,v]     a dot product: the patch under the window, and the kernel
/// dx[n,c,a,b] = Σ o,u,v  dy[…] · k[o,c,u,v]           the outputs that flow into a pixel, and the kernel rotated
/// dk[o,c,u,v] = Σ n,i,j  dy[n,o,i,j] · x[…]           the places that a weight stood on
/// ```
///
/// The terms stand in the order of a grid, `gridShape`, channel (filter, image) by channel: so they can be printed as
/// two patches side by side and their products. A term whose place is not there (in the padding, say) is 0, and says why.
package struct ConvolutionTerms {
  /// What one factor of a term is read from.
  package struct Factor {
    /// Where it stands in its tensor; nil where there is nothing.
    package let indices: [Int]?
    /// 0 where there is nothing; `nan` for symbols.
    package let value: Double
    /// The number, or the formula of a tensor of symbols.
    package let text: String
  }

  /// What there is at the place of a term.
  package enum Place: Equatable {
    case element
    /// The window stands on a zero around the input, or reaches beyond the feature map.
    case padding
    /// Between two windows of a stride above 1: the zeros that are inserted into dy.
    case betweenWindows
  }

  package struct Term {
    /// From x, or from dy for the gradient of the input.
    package let data: Factor
    /// From the kernel, or from dy for the gradient of the kernel.
    package let weight: Factor
    package let product: Double
    package let place: Place
    fileprivate let formula: Formula
  }

  /// The element's indices in its tensor.
  package let indices: [Int]
  package let terms: [Term]
  /// The terms as a grid: channels (filters, images), then the places on each axis.
  package let gridShape: [Int]
  /// What is added to the products of an output element.
  package let bias: Factor?
  /// The element.
  package let sum: Double
  /// The element's formula; its number if there are no symbols.
  package let formula: String

  private init(_ indices: [Int], grid: [Int], bias: Factor? = nil, biasFormula: Formula? = nil, _ terms: [Term]) {
    self.indices = indices
    self.terms = terms
    gridShape = grid
    self.bias = bias
    sum = terms.reduce(bias?.value ?? 0) { $0 + $1.product }
    formula = terms.reduce(biasFormula ?? .zero) { $0 + $1.formula }.description
  }
}

// MARK: - The three sums

extension ConvolutionTerms {
  /// The dot product behind an element of `conv2d` (`conv1d`, `conv3d`): the patch of the input, and the filter.
  package init(
    ofOutput indices: [Int], _ x: Tensor, kernel k: Tensor, bias: Tensor? = nil, _ g: ConvolutionGeometry
  ) throws {
    try Self.require(x, g.inputShape, "the input")
    try Self.require(k, g.kernelShape, "the kernel")
    try Self.require(indices, of: g.outputShape, "an output element")
    let (n, o) = (indices[0], indices[1])
    let group = o / (g.kernelShape[0] / g.groups)
    let terms = try g.places(g.kernelShape[1...]).map { place -> Term in
      let input = zip(g.slidingAxes, zip(indices[2...], place[1...])).map { $0.input(window: $1.0, tap: $1.1) }
      let isInside = zip(input, g.inputShape[2...]).allSatisfy { $0 >= 0 && $0 < $1 }
      let data = isInside ? [n, group * g.kernelShape[1] + place[0]] + input : nil
      return Term(x, data, k, [o] + place, isInside ? .element : .padding)
    }
    try self.init(
      indices, grid: Array(g.kernelShape[1...]), bias: bias.map { Factor($0, [o]) },
      biasFormula: bias.map { try $0.formula(at: [o]) }, terms)
  }

  /// The outputs that flow into an element of the input's gradient, each by the weight that it met the element with.
  ///
  /// The grid has the kernel rotated by 180 degrees: its first place is the last weight, which met the element in the
  /// first window.
  package init(
    ofInputGradient indices: [Int], _ dy: Tensor, kernel k: Tensor, _ g: ConvolutionGeometry
  ) throws {
    try Self.require(dy, g.outputShape, "dy")
    try Self.require(k, g.kernelShape, "the kernel")
    try Self.require(indices, of: g.inputShape, "an input element")
    let (n, channels, filters) = (indices[0], g.kernelShape[1], g.kernelShape[0] / g.groups)
    let (group, channel) = indices[1].quotientAndRemainder(dividingBy: max(channels, 1))
    let grid = [filters] + g.kernelShape[2...]
    let terms = try g.places(grid[...]).map { place -> Term in
      let o = group * filters + place[0]
      let taps = zip(place[1...], g.kernelShape[2...]).map { $1 - 1 - $0 }
      // i · stride = input + before − tap · dilation: between two windows where that is no multiple of the stride.
      let offsets = zip(g.slidingAxes, zip(indices[2...], taps)).map { $0.before + $1.0 - $1.1 * $0.dilation }
      let windows = zip(g.slidingAxes, offsets).map { axis, offset in offset / axis.stride }
      let fits = zip(g.slidingAxes, offsets).allSatisfy { axis, offset in
        offset >= 0 && offset <= (axis.outputSize - 1) * axis.stride
      }
      let meets = zip(g.slidingAxes, offsets).allSatisfy { axis, offset in offset % axis.stride == 0 }
      return Term(
        dy, fits && meets ? [n, o] + windows : nil, k, [o, channel] + taps,
        !fits ? .padding : meets ? .element : .betweenWindows)
    }
    self.init(indices, grid: grid, terms)
  }

  /// The places that a weight stood on: the input there, and the output's gradient.
  package init(
    ofKernelGradient indices: [Int], _ dy: Tensor, input x: Tensor, _ g: ConvolutionGeometry
  ) throws {
    try Self.require(dy, g.outputShape, "dy")
    try Self.require(x, g.inputShape, "the input")
    try Self.require(indices, of: g.kernelShape, "a weight")
    let (o, group) = (indices[0], indices[0] / (g.kernelShape[0] / g.groups))
    let grid = [g.outputShape[0]] + g.outputShape[2...]
    let terms = try g.places(grid[...]).map { place -> Term in
      let input = zip(g.slidingAxes, zip(place[1...], indices[2...])).map { $0.input(window: $1.0, tap: $1.1) }
      let isInside = zip(input, g.inputShape[2...]).allSatisfy { $0 >= 0 && $0 < $1 }
      let data = isInside ? [place[0], group * g.kernelShape[1] + indices[1]] + input : nil
      return Term(x, data, dy, [place[0], o] + place[1...], isInside ? .element : .padding)
    }
    self.init(indices, grid: grid, terms)
  }
}

extension ConvolutionTerms.Factor {
  fileprivate init(_ tensor: Tensor, _ indices: [Int]?) {
    self.indices = indices
    let formula = indices.map { tensor.formula(at: $0) } ?? .zero
    value = indices.map { tensor.number(tensor.position(of: $0)) } ?? 0
    text = formula.description
  }
}

extension ConvolutionTerms.Term {
  fileprivate init(
    _ tensor: Tensor, _ indices: [Int]?, _ weights: Tensor, _ weightIndices: [Int], _ place: ConvolutionTerms.Place
  ) {
    data = ConvolutionTerms.Factor(tensor, indices)
    weight = ConvolutionTerms.Factor(weights, weightIndices)
    // A place in the padding adds 0, also where the weight is infinite.
    product = indices == nil ? 0 : data.value * weight.value
    formula = indices.map { weights.formula(at: weightIndices) * tensor.formula(at: $0) } ?? .zero
    self.place = place
  }
}

extension ConvolutionTerms {
  /// More terms than this are no explanation.
  package static let termLimit = 100_000

  fileprivate static func require(_ tensor: Tensor, _ shape: [Int], _ name: String) throws {
    guard tensor.shape == shape else {
      throw TensorError("\(name) has shape \(tensor.shape), but this convolution needs \(shape)")
    }
  }

  fileprivate static func require(_ indices: [Int], of shape: [Int], _ name: String) throws {
    guard indices.count == shape.count else {
      throw TensorError("\(name) needs \(counted(shape.count, "index")), and got \(indices)")
    }
    guard zip(indices, shape).allSatisfy({ $0 >= 0 && $0 < $1 }) else {
      throw TensorError("\(name) \(indices) is not there: the shape is \(shape)")
    }
  }
}

extension ConvolutionGeometry {
  /// All index lists of a shape, in order.
  fileprivate func places(_ shape: ArraySlice<Int>) throws -> [[Int]] {
    let count = shape.reduce(1.0) { $0 * Double($1) }
    guard count <= Double(ConvolutionTerms.termLimit) else {
      throw TensorError(
        "this element is a sum of \(shortText(count)) terms, and at most \(ConvolutionTerms.termLimit) are written out")
    }
    return shape.reduce([[]]) { places, size in places.flatMap { place in (0..<size).map { place + [$0] } } }
  }
}

extension Tensor {
  fileprivate func position(of indices: [Int]) -> Int {
    zip(indices, rowMajorStrides(shape)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  fileprivate func formula(at indices: [Int]) -> Formula { formula(position(of: indices)) }
}
