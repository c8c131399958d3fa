import Tensors

/// The fast path of small convolutions in double precision, which is what gradient checks compute thousands of.
///
/// ```
/// y[o...o+3, j] += k[o...o+3, w] · x[j·s + w]   for every weight w, and three neighbours j at a time
/// ```
///
/// Four filters meet three places of an output row, and the twelve sums stay in registers. For that the weights are put
/// into fours, and the image is copied into a wider one with the zeros of the padding around it, so that every load
/// stays inside. `Conv2d.swift` is the reference that this is tested against.
///
/// - Returns: Nil where the image is too large, or the filters are too few.
package func slideByVectors(_ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry) throws -> Tensor? {
  guard let wide = WideImage(g) else { return nil }
  return try .computed(g.outputShape, from: x, k, as: Double.self) { y, x, k in
    try withUnsafeTemporaryAllocation(of: Double.self, capacity: wide.count + wide.packedCount) { memory in
      try withUnsafeTemporaryAllocation(of: Int.self, capacity: wide.weights) { offsets in
        guard let image = memory.baseAddress, let offsets = offsets.baseAddress else { return }
        image.initialize(repeating: 0, count: memory.count)
        wide.note(offsets)
        try wide.slide(x, k, into: y, image, packed: image + wide.count, offsets)
      }
    }
  }
}

/// One group of channels of an image with zeros around it.
private struct WideImage {
  private let g: ConvolutionGeometry
  private let axes: (depth: WindowAxis, rows: WindowAxis, columns: WindowAxis)
  private let depth: Int
  private let rows: Int
  private let columns: Int
  private let channels: Int
  private let filters: Int
  let weights: Int
  let count: Int
  /// The weights of all filters of a group, in fours.
  let packedCount: Int
  /// Elements of one channel of the image itself, and of one feature map.
  private let planeCount: Int
  private let outputCount: Int

  /// What fits into the processor's nearest memory.
  private static let countLimit = 4096.0

  init?(_ g: ConvolutionGeometry) {
    self.g = g
    axes = g.axes
    channels = g.kernelShape[1]
    filters = g.kernelShape[0] / g.groups
    // Of four sums, one or two would be for nothing, or more.
    guard filters > 2 else { return nil }
    depth = Self.size(axes.depth, windows: axes.depth.outputSize)
    rows = Self.size(axes.rows, windows: axes.rows.outputSize)
    columns = Self.size(axes.columns, windows: (axes.columns.outputSize + 2) / 3 * 3)
    let taps = axes.depth.kernelSize * axes.rows.kernelSize * axes.columns.kernelSize
    guard Double(channels) * Double(depth) * Double(rows) * Double(columns) <= Self.countLimit,
      Double(channels) * Double(filters) * Double(taps) <= Self.countLimit
    else { return nil }
    count = channels * depth * rows * columns
    weights = channels * taps
    packedCount = (filters + 3) / 4 * 4 * weights
    planeCount = axes.depth.inputSize * axes.rows.inputSize * axes.columns.inputSize
    outputCount = axes.depth.outputSize * axes.rows.outputSize * axes.columns.outputSize
  }

  /// Enough for all windows, and for the input where a stride leaves some of it over.
  private static func size(_ axis: WindowAxis, windows: Int) -> Int {
    let covered = (windows - 1) * axis.stride + WindowAxis.covered(kernelSize: axis.kernelSize, dilation: axis.dilation)
    return max(covered, axis.before + axis.inputSize)
  }

  private func row(_ layer: Int, _ row: Int) -> Int { (layer * rows + row) * columns }

  /// Notes where the element under each weight stands, from the window's corner.
  func note(_ offsets: UnsafeMutablePointer<Int>) {
    var w = 0
    for c in 0..<channels {
      for t in 0..<axes.depth.kernelSize {
        for u in 0..<axes.rows.kernelSize {
          let row = row(c * depth + t * axes.depth.dilation, u * axes.rows.dilation)
          for v in 0..<axes.columns.kernelSize {
            offsets[w] = row + v * axes.columns.dilation
            w += 1
          }
        }
      }
    }
  }

  /// Copies the channels; the zeros stay.
  private func fill(_ image: UnsafeMutablePointer<Double>, from x: UnsafePointer<Double>) {
    let width = axes.columns.inputSize
    for c in 0..<channels {
      for d in 0..<axes.depth.inputSize {
        for i in 0..<axes.rows.inputSize {
          let from = x + ((c * axes.depth.inputSize + d) * axes.rows.inputSize + i) * width
          let to = image + row(c * depth + axes.depth.before + d, axes.rows.before + i) + axes.columns.before
          for j in 0..<width { to[j] = from[j] }
        }
      }
    }
  }

  /// Puts the weights of filters beside each other, four by four.
  private func pack(_ kernel: UnsafePointer<Double>, into packed: UnsafeMutablePointer<Double>) {
    for f in 0..<filters {
      let (from, to) = (kernel + f * weights, packed + f / 4 * 4 * weights + f % 4)
      for w in 0..<weights { to[4 &* w] = from[w] }
    }
  }

  func slide(
    _ x: UnsafePointer<Double>, _ k: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>,
    _ image: UnsafeMutablePointer<Double>, packed: UnsafeMutablePointer<Double>, _ offsets: UnsafePointer<Int>
  ) throws {
    let (step, width) = (axes.columns.stride, axes.columns.outputSize)
    var work = 0
    for group in 0..<g.groups {
      pack(k + group * filters * weights, into: packed)
      for n in 0..<g.inputShape[0] {
        let block = n * g.groups + group
        fill(image, from: x + block * channels * planeCount)
        for first in stride(from: 0, to: filters, by: 4) {
          try Interruption.poll(afterWork: &work, of: weights * outputCount)
          let weightsOfFour = UnsafeRawPointer(packed + first * weights)
          let maps = y + (block * filters + first) * outputCount
          let mapCount = min(4, filters - first)
          for d in 0..<axes.depth.outputSize {
            for i in 0..<axes.rows.outputSize {
              let corner = image + row(d * axes.depth.stride, i * axes.rows.stride)
              let outputRow = maps + (d * axes.rows.outputSize + i) * width
              for j in stride(from: 0, to: width, by: 3) {
                let places = corner + j * step
                var (a, b, c) = (SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>())
                for w in 0..<weights {
                  let four = weightsOfFour.loadUnaligned(fromByteOffset: w &* 32, as: SIMD4<Double>.self)
                  let place = places + offsets[w]
                  a += place[0] * four
                  b += place[step] * four
                  c += place[2 &* step] * four
                }
                for map in 0..<mapCount {
                  let output = outputRow + map * outputCount + j
                  output[0] = a[map]
                  if j + 1 < width { output[1] = b[map] }
                  if j + 2 < width { output[2] = c[map] }
                }
              }
            }
          }
        }
      }
    }
  }
}
