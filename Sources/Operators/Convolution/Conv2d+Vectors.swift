internal import Kernels
import Tensors

/// The fast path of small convolutions in double precision, which is what gradient checks compute thousands of.
///
/// ```
/// y[o...o+3, j...j+1] += k[o...o+3, w] · x[j·s + w, (j + 1)·s + w]   for every weight w
/// ```
///
/// Four filters meet two neighbours of an output row in one vector of eight products. For that the weights are put into fours, each one twice, and the image is copied into
/// a wider one with the zeros of the padding around it, so that every load stays inside. `Conv2d.swift` is the reference
/// that this is tested against.
///
/// - Returns: Nil where the image is too large, or the filters are too few.
package func slideByVectors(_ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry) throws -> Tensor? {
  guard let wide = WideImage(g) else { return nil }
  return try .computed(g.outputShape, from: x, k, as: Double.self) { y, x, k in
    try withUnsafeTemporaryAllocation(of: Double.self, capacity: wide.packedCount + wide.count) { memory in
      try withUnsafeTemporaryAllocation(of: Int.self, capacity: wide.weights + 2 * wide.pairs) { places in
        guard let packed = memory.baseAddress, let offsets = places.baseAddress else { return }
        let (image, corners) = (packed + wide.packedCount, offsets + wide.weights)
        image.initialize(repeating: 0, count: wide.count)
        wide.note(offsets, corners: corners)
        try wide.slide(x, k, into: y, image, packed: packed, offsets, corners: corners)
      }
    }
  }
}

/// One group of channels of an image with zeros around it.
private struct WideImage {
  private let axes: (depth: WindowAxis, rows: WindowAxis, columns: WindowAxis)
  private let depth: Int
  private let rows: Int
  private let columns: Int
  private let images: Int
  private let groups: Int
  private let channels: Int
  private let filters: Int
  let weights: Int
  let count: Int
  /// The weights of all filters of a group, in fours, each one twice.
  let packedCount: Int
  /// Pairs of neighbours in one feature map; where a row is odd, the last one has nothing but zeros on its right.
  let pairs: Int
  /// Elements of one channel of the image itself, and of one feature map.
  private let planeCount: Int
  private let outputCount: Int

  /// What fits into the processor's nearest memory.
  private static let countLimit = 4096.0

  init?(_ g: ConvolutionGeometry) {
    axes = g.axes
    images = g.inputShape[0]
    groups = g.groups
    channels = g.kernelShape[1]
    filters = g.kernelShape[0] / g.groups
    // Of four sums, one or two would be for nothing, or more.
    guard filters > 2 && channels > 0 else { return nil }
    depth = Self.size(axes.depth, windows: axes.depth.outputSize)
    rows = Self.size(axes.rows, windows: axes.rows.outputSize)
    columns = Self.size(axes.columns, windows: (axes.columns.outputSize + 1) / 2 * 2)
    let taps = axes.depth.kernelSize * axes.rows.kernelSize * axes.columns.kernelSize
    guard Double(channels) * Double(depth) * Double(rows) * Double(columns) <= Self.countLimit,
      Double(channels) * Double(filters) * Double(taps) <= Self.countLimit
    else { return nil }
    count = channels * depth * rows * columns
    weights = channels * taps
    packedCount = (filters + 3) / 4 * 8 * weights
    let outputRows = axes.depth.outputSize * axes.rows.outputSize
    pairs = outputRows * ((axes.columns.outputSize + 1) / 2)
    planeCount = axes.depth.inputSize * axes.rows.inputSize * axes.columns.inputSize
    outputCount = outputRows * axes.columns.outputSize
  }

  /// Enough for all windows, and for the input where a stride leaves some of it over.
  private static func size(_ axis: WindowAxis, windows: Int) -> Int {
    let covered = (windows - 1) * axis.stride + WindowAxis.covered(kernelSize: axis.kernelSize, dilation: axis.dilation)
    return max(covered, axis.before + axis.inputSize)
  }

  private func row(_ layer: Int, _ row: Int) -> Int { (layer &* rows &+ row) &* columns }

  /// Notes where the element under each weight stands, from the window's corner; and for each pair, where the corner of
  /// its left window stands, and where its left output goes.
  func note(_ offsets: UnsafeMutablePointer<Int>, corners: UnsafeMutablePointer<Int>) {
    var w = 0
    for c in 0..<channels {
      for t in 0..<axes.depth.kernelSize {
        for u in 0..<axes.rows.kernelSize {
          let row = row(c &* depth &+ t &* axes.depth.dilation, u &* axes.rows.dilation)
          for v in 0..<axes.columns.kernelSize {
            offsets[w] = row &+ v &* axes.columns.dilation
            w &+= 1
          }
        }
      }
    }
    var pair = 0
    for d in 0..<axes.depth.outputSize {
      for i in 0..<axes.rows.outputSize {
        let corner = row(d &* axes.depth.stride, i &* axes.rows.stride)
        let output = (d &* axes.rows.outputSize &+ i) &* axes.columns.outputSize
        for j in stride(from: 0, to: axes.columns.outputSize, by: 2) {
          corners[pair] = corner &+ j &* axes.columns.stride
          corners[pair &+ 1] = output &+ j
          pair &+= 2
        }
      }
    }
  }

  /// Copies the channels; the zeros stay.
  private func fill(_ image: UnsafeMutablePointer<Double>, from x: UnsafePointer<Double>) {
    var from = x
    for c in 0..<channels {
      for d in 0..<axes.depth.inputSize {
        for i in 0..<axes.rows.inputSize {
          let to = image + row(c &* depth &+ axes.depth.before &+ d, axes.rows.before &+ i) + axes.columns.before
          for j in 0..<axes.columns.inputSize { to[j] = from[j] }
          from += axes.columns.inputSize
        }
      }
    }
  }

  /// Puts the weights of four filters beside each other, each one twice. The first one stands in for missing filters.
  private func pack(_ kernel: UnsafePointer<Double>, into packed: UnsafeMutablePointer<Double>) {
    for first in stride(from: 0, to: filters, by: 4) {
      let (a, to) = (kernel + first * weights, UnsafeMutableRawPointer(packed + 2 * first * weights))
      let (b, c) = (a + (first + 1 < filters ? weights : 0), a + (first + 2 < filters ? 2 * weights : 0))
      let d = a + (first + 3 < filters ? 3 * weights : 0)
      for w in 0..<weights {
        let four = SIMD8(a[w], a[w], b[w], b[w], c[w], c[w], d[w], d[w])
        to.storeBytes(of: four, toByteOffset: w &* 64, as: SIMD8<Double>.self)
      }
    }
  }

  func slide(
    _ x: UnsafePointer<Double>, _ k: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>,
    _ image: UnsafeMutablePointer<Double>, packed: UnsafeMutablePointer<Double>,
    _ offsets: UnsafePointer<Int>, corners: UnsafePointer<Int>
  ) throws {
    var work = 0
    for group in 0..<groups {
      pack(k + group * filters * weights, into: packed)
      for n in 0..<images {
        let block = n * groups + group
        fill(image, from: x + block * channels * planeCount)
        for first in stride(from: 0, to: filters, by: 4) {
          try Interruption.poll(afterWork: &work, of: weights * outputCount)
          PreciseConvolution.slide(
            y + (block * filters + first) * outputCount,
            .init(
              image: image, fours: packed + 2 * first * weights, offsets: offsets, weights: weights, corners: corners,
              pairs: pairs, step: axes.columns.stride, outputWidth: axes.columns.outputSize, mapStep: outputCount,
              filters: min(filters - first, 4)))
        }
      }
    }
  }
}
