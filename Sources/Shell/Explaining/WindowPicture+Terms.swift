import Operators
import Pictures
import Tensors

extension ExplainedConvolution {
  /// The dot product behind an output element.
  ///
  /// - Parameter held: A variable with the result, and the element that it holds: that may be older than its input.
  func window(at indices: [Int], held: (name: String, element: Double)? = nil) throws -> WindowPicture {
    let terms = try ConvolutionTerms(ofOutput: complete(indices), x, kernel: kernel, bias: bias, geometry)
    let corner = zip(geometry.slidingAxes, complete(indices).dropFirst(2)).map { $0.input(window: $1, tap: 0) }
    var introduction = ["output \(indices) of \(name), shape \(shown(geometry.outputShape))"]
    introduction.append("the window begins at \(corner) of the input, shape \(shown(x.shape))" + remarks(terms))
    return picture(
      terms, introduction: introduction,
      headings: ["patch of the input", isTurned ? "kernel, turned" : "kernel", "products"], name: "output \(indices)",
      remark: held.flatMap { held in
        let isSame = abs(held.element - terms.sum) <= 1e-4 * max(abs(terms.sum), 1) || terms.sum.isNaN
        return isSame ? nil : "`\(held.name)` holds \(shortText(held.element)): its input or kernel has changed since"
      })
  }

  /// The outputs that flow into an element of the input's gradient.
  func backward(at indices: [Int], upstream: Tensor?) throws -> WindowPicture {
    let dy: Tensor
    if let upstream {
      guard upstream.shape == shown(geometry.outputShape) else {
        throw Problem(
          message:
            "the upstream gradient has shape \(upstream.shape), and the output has \(shown(geometry.outputShape))")
      }
      dy = try upstream.detached().reshaped(geometry.outputShape)
    } else {
      dy = try Tensor.ones(geometry.outputShape)
    }
    let terms = try ConvolutionTerms(ofInputGradient: complete(indices), dy, kernel: kernel, geometry)
    var introduction = ["gradient of input \(indices) of \(name), shape \(shown(x.shape))"]
    if upstream == nil { introduction.append("with ones upstream, as of a sum") }
    let outputs = terms.terms.filter { $0.place == .element }.count
    introduction.append("\(counted(outputs, "product")) of an output's gradient and the weight it met" + remarks(terms))
    return picture(
      terms, introduction: introduction,
      headings: ["upstream gradient", isTurned ? "kernel" : "kernel, rotated", "products"],
      name: "gradient \(indices)")
  }

  /// What the signs in the first patch mean.
  private func remarks(_ terms: ConvolutionTerms) -> String {
    var remarks = ""
    if terms.terms.contains(where: { $0.place == .padding }) { remarks += "; · is padding" }
    if terms.terms.contains(where: { $0.place == .betweenWindows }) { remarks += "; ∘ is between two windows" }
    return remarks
  }

  private func picture(
    _ terms: ConvolutionTerms, introduction: [String], headings: [String], name: String, remark: String? = nil
  ) -> WindowPicture {
    let isSymbolic = x.isSymbolic || kernel.isSymbolic
    let grid = terms.gridShape
    func number(_ factor: ConvolutionTerms.Factor, _ place: ConvolutionTerms.Place) -> WindowPicture.Number {
      switch place {
      case .padding: .init(0, text: "·")
      case .betweenWindows: .init(0, text: "∘")
      case .element: .init(factor.value, text: isSymbolic || !factor.value.isFinite ? factor.text : nil)
      }
    }
    let products = terms.terms.map { term in
      isSymbolic
        ? WindowPicture.Number(.nan, text: term.place == .element ? term.weight.text + term.data.text : "0")
        : WindowPicture.Number(term.product)
    }
    return WindowPicture(
      introduction: introduction, headings: headings,
      // Sequences have one row, volumes one more layer of channels.
      grid: [grid.dropLast(2).reduce(1, *), grid.count > 2 ? grid[grid.count - 2] : 1, grid[grid.count - 1]],
      data: terms.terms.map { number($0.data, $0.place) },
      weights: terms.terms.map { number($0.weight, .element) }, products: products,
      conclusion: ["\(name) = " + (isSymbolic ? terms.formula : sum(terms))] + [remark].compactMap { $0 })
  }

  /// `3 + 10 - 20 = -7`; of many products those of each channel, or the result alone.
  private func sum(_ terms: ConvolutionTerms) -> String {
    var parts = terms.terms.map(\.product)
    if parts.count > 9 {
      let size = terms.gridShape.dropFirst().reduce(1, *)
      parts = stride(from: 0, to: parts.count, by: max(size, 1)).map { parts[$0..<$0 + size].reduce(0, +) }
    }
    let bias = terms.bias.map { " " + signed($0.value) + " (bias)" } ?? ""
    let result = shortText(terms.sum)
    guard parts.count <= 9, parts.count > 1 || terms.bias != nil, let first = parts.first else { return result }
    let written = parts.dropFirst().reduce(shortText(first)) { $0 + " " + signed($1) }
    return written + bias + " = " + result
  }

  private func signed(_ number: Double) -> String {
    number < 0 ? "- \(shortText(-number))" : "+ \(shortText(number))"
  }
}
