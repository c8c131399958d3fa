import Tensors

/// Writes a convolution as a matrix C: the product of C and all elements of the image is the feature map.
///
/// ```
/// C[(o·H' + i)·W' + j, (c·H + a)·W + b] = k[o,c,u,v]   where a = i·s + u·d − p and b = j·s + v·d − p, else 0
/// ```
///
/// The gradient goes back through the transposed matrix, `dx = Cᵀ · dy`, and a transposed convolution is that product.
///
/// ```swift
/// let c = convolutionMatrix(Tensor([[1, 10]]), inputShape: [1, 3])
/// c.elements  // [1.0, 10.0, 0.0, 0.0, 1.0, 10.0]
/// matmul(c, Tensor([[3], [4], [5]])).elements  // [43.0, 54.0]
/// ```
///
/// - Parameters:
///   - kernel: One kernel, `[U, V]`, or filters, `[O, C/groups, U, V]`; also for sequences and volumes.
///   - inputShape: The shape of one image, `[H, W]` for a kernel or `[C, H, W]` for filters.
///   - stride: As in `conv2d`.
///   - padding: As in `conv2d`.
///   - dilation: As in `conv2d`.
///   - groups: As in `conv2d`.
/// - Returns: `[O·H'·W', C·H·W]`, at most a million elements, nearly all of them 0.
/// - Source: [TUM] "Backprop through CNN Layers".
package func convolutionMatrix(
  _ kernel: Tensor, inputShape: [Int], stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1
) throws -> Tensor {
  let (image, filters) = try oneImage(inputShape, kernel.shape)
  let g = try ConvolutionGeometry(
    input: image, kernel: filters, axes: image.count - 2, stride: stride, padding: padding, dilation: dilation,
    groups: groups)
  let (rows, overflow) = g.outputShape.reduce((1, false)) { product, size in
    let (next, overflow) = product.0.multipliedReportingOverflow(by: size)
    return (next, overflow || product.1)
  }
  let columns = image.reduce(1.0) { $0 * Double($1) }
  guard !overflow, Double(rows) * columns <= elementLimit else {
    let shape = columns < 1e15 && !overflow ? "\(rows) rows and \(Int(columns)) columns" : "too many rows and columns"
    throw TensorError(
      "the matrix of this convolution would have \(shape), and at most 1000000 elements are written out: "
        + "use conv\(g.axisCount)d, or smaller \(ConvolutionWords.ofAxes(g.axisCount).many)")
  }
  return try matrix(of: kernel, g)
}

private let elementLimit = 1_000_000.0

/// The shapes with the axes of images and channels.
private func oneImage(_ image: [Int], _ kernel: [Int]) throws -> (image: [Int], kernel: [Int]) {
  switch (kernel.count, image.count) {
  case (1...3, kernel.count): return ([1, 1] + image, [1, 1] + kernel)
  case (3...5, kernel.count - 1): return ([1] + image, kernel)
  default:
    throw TensorError(
      "convolutionMatrix needs a kernel [U, V] and an image [H, W], or filters [O, C, U, V] and an image [C, H, W], "
        + "and got shapes \(kernel) and \(image)")
  }
}

// MARK: - Weights and matrix, each the gradient of the other

private func matrix(of kernel: Tensor, _ g: ConvolutionGeometry) throws -> Tensor {
  let c = try spread(kernel, g, kernel.kind.type)
  if !kernel.isRecording { return c }
  let shape = kernel.shape
  return try record("convolutionMatrix", c, .gradient(to: kernel) { dc in try weights(of: dc, shape, g) })
}

private func weights(of c: Tensor, _ shape: [Int], _ g: ConvolutionGeometry) throws -> Tensor {
  let k = try collected(c, shape, g, c.kind.type)
  if !c.isRecording { return k }
  return try record("convolutionMatrixGradient", k, .gradient(to: c) { dk in try matrix(of: dk, g) })
}

/// `c[output, input] = k`
private func spread<Element: TensorElement>(_ k: Tensor, _ g: ConvolutionGeometry, _: Element.Type) throws -> Tensor {
  let (rows, columns) = (g.outputShape.reduce(1, *), g.inputShape.reduce(1, *))
  return try .computed([rows, columns], from: k, as: Element.self) { c, k in
    try g.forEachRow { row in
      for j in 0..<row.count { c[(row.output + j) * columns + row.input + j * g.stride] = k[row.kernel] }
    }
  }
}

/// `k += c[output, input]`
private func collected<Element: TensorElement>(
  _ c: Tensor, _ shape: [Int], _ g: ConvolutionGeometry, _: Element.Type
) throws -> Tensor {
  let columns = g.inputShape.reduce(1, *)
  return try .computed(shape, from: c, as: Element.self) { k, c in
    try g.forEachRow { row in
      for j in 0..<row.count { k[row.kernel] += c[(row.output + j) * columns + row.input + j * g.stride] }
    }
  }
}
