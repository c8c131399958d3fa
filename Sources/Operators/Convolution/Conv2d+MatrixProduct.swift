import Tensors

/// The fast path of `conv1d`, `conv2d` and `conv3d` for large work: convolution as a product of matrices, computed by OpenBLAS.
///
/// Each image is copied into a matrix of columns. It has a row for each weight of a filter, and a column for each output
/// position: the inputs that meet the weights there. Then, for each group,
///
/// ```
/// y = k · columns        dcolumns = kᵀ · dy        dk = dy · columnsᵀ
/// ```
///
/// with k as a matrix of a row for each filter. `Conv2d.swift` is the reference that this is tested against.
@specialized(where Element == Float)
@specialized(where Element == Double)
package func slideByMatrixProduct<Element: MatrixElement>(
  _ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry, _ type: Element.Type
) throws -> Tensor {
  try MatrixConvolution(g, type).forward(x, k)
}

@specialized(where Element == Float)
@specialized(where Element == Double)
package func inputGradientByMatrixProduct<Element: MatrixElement>(
  _ dy: Tensor, _ k: Tensor, _ g: ConvolutionGeometry, _ type: Element.Type
) throws -> Tensor {
  try MatrixConvolution(g, type).inputGradient(dy, k)
}

@specialized(where Element == Float)
@specialized(where Element == Double)
package func kernelGradientByMatrixProduct<Element: MatrixElement>(
  _ dy: Tensor, _ x: Tensor, _ g: ConvolutionGeometry, _ type: Element.Type
) throws -> Tensor {
  try MatrixConvolution(g, type).kernelGradient(dy, x)
}

private struct MatrixConvolution<Element: MatrixElement> {
  private let g: ConvolutionGeometry
  /// One filter on one group of one image: its rows of products are the rows of the matrix of columns.
  private let window: ConvolutionGeometry
  private let filters: Int
  private let weights: Int
  private let positions: Int
  private let inputs: Int

  init(_ g: ConvolutionGeometry, _: Element.Type) {
    self.g = g
    window = g.ofOneFilter
    filters = g.kernelShape[0] / g.groups
    weights = g.kernelShape[1...].reduce(1, *)
    positions = g.outputShape[2...].reduce(1, *)
    inputs = window.inputShape.reduce(1, *)
  }

  func forward(_ x: Tensor, _ k: Tensor) throws -> Tensor {
    try withColumns { columns in
      try .computed(g.outputShape, from: x, k, as: Element.self) { y, x, k in
        try forEachBlock { input, kernel, output in
          try gather(x + input, into: columns)
          try Element.multiply(k + kernel, columns, into: y + output, filters, weights, positions)
        }
      }
    }
  }

  func inputGradient(_ dy: Tensor, _ k: Tensor) throws -> Tensor {
    try withColumns { columns in
      try .computed(g.inputShape, from: dy, k, as: Element.self) { dx, dy, k in
        try forEachBlock { input, kernel, output in
          try Element.multiply(
            k + kernel, transposed: true, dy + output, into: columns, weights, filters, positions)
          try scatter(columns, into: dx + input)
        }
      }
    }
  }

  func kernelGradient(_ dy: Tensor, _ x: Tensor) throws -> Tensor {
    try withColumns { columns in
      try .computed(g.kernelShape, from: dy, x, as: Element.self) { dk, dy, x in
        try forEachBlock { input, kernel, output in
          try gather(x + input, into: columns)
          try Element.multiply(
            dy + output, transposed: false, columns, transposed: true, addingTo: dk + kernel, times: 1, filters,
            positions, weights)
        }
      }
    }
  }

  // MARK: - Columns

  /// The places that are never written belong to the padding, and stay zero from image to image.
  private func withColumns(_ body: (UnsafeMutablePointer<Element>) throws -> Tensor) throws -> Tensor {
    var result: Tensor?
    _ = try Tensor.computed([weights, positions], as: Element.self) { columns in result = try body(columns) }
    return try result ?? Tensor(zeros: [], kind: Element.kind)
  }

  /// Calls `body` for each group of each image, with where its inputs, weights and outputs begin.
  private func forEachBlock(_ body: (_ input: Int, _ kernel: Int, _ output: Int) throws -> Void) rethrows {
    for n in 0..<g.inputShape[0] {
      for group in 0..<g.groups {
        let block = n * g.groups + group
        try body(block * inputs, group * filters * weights, block * filters * positions)
      }
    }
  }

  private func gather(_ x: UnsafePointer<Element>, into columns: UnsafeMutablePointer<Element>) throws {
    let stride = g.stride
    try window.forEachRow { row in
      let (column, x) = (columns + row.kernel * positions + row.output, x + row.input)
      for j in 0..<row.count { column[j] = x[j &* stride] }
    }
  }

  private func scatter(_ columns: UnsafePointer<Element>, into dx: UnsafeMutablePointer<Element>) throws {
    let stride = g.stride
    try window.forEachRow { row in
      let (column, dx) = (columns + row.kernel * positions + row.output, dx + row.input)
      for j in 0..<row.count { dx[j &* stride] += column[j] }
    }
  }
}
