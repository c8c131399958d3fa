import Tensors

/// Puts every element back to where `maxPool2dWithIndices` found the largest one, and zeros everywhere else.
///
/// ```
/// y[n,c] at the place indices[n,c,i,j] = x[n,c,i,j]        dx[n,c,i,j] = dy[n,c] at that place
/// ```
///
/// ```swift
/// let (y, indices) = maxPool2dWithIndices(Tensor([[[[1, 7, 3, 4], [5, 6, 2, 9]]]]), size: 2)
/// maxUnpool2d(y * 10, indices: indices, size: 2).elements  // [0.0, 70.0, 0.0, 0.0, 0.0, 0.0, 0.0, 90.0]
/// ```
///
/// - Parameters:
///   - x: Pooled images, `[N, C, H, W]`.
///   - indices: For each element its place in its channel of the result, `row · columns + column`.
///   - size: Rows and columns of the window that was pooled with, k.
///   - stride: How far the window moved, s; as far as it is large if nothing is given.
///   - padding: As it was when pooling, p.
///   - outputSize: Rows and columns of the result, where pooling left some out.
/// - Returns: `[N, C, (H − 1)·s − 2p + k, (W − 1)·s − 2p + k]`. Where two elements have one place, the later one is
///   kept, and the earlier one gets no gradient.
/// - Source: V. Badrinarayanan, A. Kendall and R. Cipolla, "SegNet", 2017.
package func maxUnpool2d(
  _ x: Tensor, indices: Tensor, size: Int, stride: Int? = nil, padding: Int = 0, outputSize: [Int]? = nil
) throws -> Tensor {
  try requireImages(x.shape, for: "maxUnpool2d")
  guard indices.shape == x.shape else {
    throw TensorError("maxUnpool2d needs an index for each element, and got shapes \(x.shape) and \(indices.shape)")
  }
  let output = try outputSize ?? unpooledSize(x.shape, size: size, stride: stride ?? size, padding: padding)
  try requirePair(output, "outputSize", atLeast: 1)
  let sources = try sources(of: indices, rows: output[0], columns: output[1])
  return try Selection(function: "maxUnpool2d", inputShape: x.shape, outputShape: sources.shape, places: sources)
    .gathered(from: x)
}

private func unpooledSize(_ shape: [Int], size: Int, stride: Int, padding: Int) throws -> [Int] {
  try requireSize(size, "size", atLeast: 1)
  try requireSize(stride, "stride", atLeast: 1)
  try requireSize(padding, "padding", atLeast: 0)
  let output = shape.suffix(2).map { ($0 - 1) * stride - 2 * padding + size }
  guard output.allSatisfy({ $0 >= 1 }) else {
    throw TensorError(
      "with padding \(padding), nothing would be left: the result would have \(output[0])x\(output[1]) elements")
  }
  return output
}

/// For each place of the result, the element that goes there, or −1.
private func sources(of indices: Tensor, rows: Int, columns: Int) throws -> Tensor {
  try indices.requireNumbers(for: "maxUnpool2d")
  let shape = Array(indices.shape.prefix(2)) + [rows, columns]
  let pooled = indices.shape[2] * indices.shape[3]
  return try .computed(shape, from: indices, as: Double.self) { sources, indices in
    let planeSize = rows * columns
    let planes = shape[0] * shape[1]
    try inBlocks(planes * planeSize) { for place in $0 { sources[place] = -1 } }
    var work = 0
    for i in 0..<planes * pooled {
      try Interruption.poll(afterWork: &work, of: 8)
      let index = indices[i]
      guard index >= 0 && index < Double(planeSize) && index == index.rounded() else {
        throw TensorError(
          "index \(shortText(index)) is no place of a result of \(rows)x\(columns): its places are 0 to \(planeSize - 1)"
        )
      }
      sources[i / pooled * planeSize + Int(index)] = Double(i)
    }
  }
}
