import Tensors

/// The fast path of small convolutions in double precision, which is what gradient checks compute thousands of.
///
/// ```
/// y[o, i, j...j+7] += k[o, w] · x[i, j...j+7]   for every weight w, two filters at a time
/// ```
///
/// Eight neighbours of an output row are summed in registers. For that the image is copied into a wider one, with the
/// zeros of the padding around it, and seven more at the right, so that every load of eight elements stays inside.
/// `Conv2d.swift` is the reference that this is tested against.
///
/// - Returns: Nil where the image is too large, or the stride lets neighbours in the output meet no neighbours.
package func slideByVectors(_ x: Tensor, _ k: Tensor, _ g: ConvolutionGeometry) throws -> Tensor? {
  guard let wide = WideImage(g) else { return nil }
  let (depth, rows, columns) = g.axes
  let (channels, filters) = (g.kernelShape[1], g.kernelShape[0] / g.groups)
  return try .computed(g.outputShape, from: x, k, as: Double.self) { y, x, k in
    try withUnsafeTemporaryAllocation(of: Double.self, capacity: wide.count) { image in
      guard let image = image.baseAddress else { return }
      image.initialize(repeating: 0, count: wide.count)
      let taps = wide.offsets(of: g)
      try taps.withUnsafeBufferPointer { taps in
        guard let offsets = taps.baseAddress else { return }
        let weights = taps.count
        var work = 0
        for n in 0..<g.inputShape[0] {
          for group in 0..<g.groups {
            wide.fill(image, from: x + (n * g.groups + group) * channels * wide.planeCount, channels)
            for first in stride(from: 0, to: filters, by: 2) {
              try Interruption.poll(afterWork: &work, of: weights * wide.outputCount)
              let o = group * filters + first
              let (kernel, y) = (k + o * weights, y + (n * filters * g.groups + o) * wide.outputCount)
              // The last filter of an odd number is its own partner.
              let hasPartner = first + 1 < filters
              let partner = hasPartner ? kernel + weights : kernel
              for d in 0..<depth.outputSize {
                for i in 0..<rows.outputSize {
                  let row = (d * rows.outputSize + i) * columns.outputSize
                  let corner = image + wide.row(d * depth.stride, i * rows.stride)
                  for j in stride(from: 0, to: columns.outputSize, by: 8) {
                    var (sum, partnerSum) = (SIMD8<Double>(), SIMD8<Double>())
                    for w in 0..<weights {
                      let neighbours = UnsafeRawPointer(corner + offsets[w] + j).loadUnaligned(as: SIMD8<Double>.self)
                      sum += kernel[w] * neighbours
                      partnerSum += partner[w] * neighbours
                    }
                    let count = min(8, columns.outputSize - j)
                    for lane in 0..<count { y[row + j + lane] = sum[lane] }
                    if hasPartner {
                      for lane in 0..<count { y[wide.outputCount + row + j + lane] = partnerSum[lane] }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// One group of channels of an image with zeros around it.
private struct WideImage {
  private let rows: Int
  private let columns: Int
  private let depth: Int
  private let axes: (depth: WindowAxis, rows: WindowAxis, columns: WindowAxis)
  let count: Int
  /// Elements of one channel of the image itself, and of one feature map.
  let planeCount: Int
  let outputCount: Int

  /// What fits into the processor's nearest memory.
  private static let countLimit = 4096.0

  init?(_ g: ConvolutionGeometry) {
    guard g.stride == 1 else { return nil }
    axes = g.axes
    depth = Self.size(g.axes.depth, windows: g.axes.depth.outputSize)
    rows = Self.size(g.axes.rows, windows: g.axes.rows.outputSize)
    // The last eight outputs of a row may reach seven beyond it.
    columns = Self.size(g.axes.columns, windows: (g.axes.columns.outputSize + 7) / 8 * 8)
    guard Double(g.kernelShape[1]) * Double(depth) * Double(rows) * Double(columns) <= Self.countLimit else {
      return nil
    }
    count = g.kernelShape[1] * depth * rows * columns
    planeCount = g.axes.depth.inputSize * g.axes.rows.inputSize * g.axes.columns.inputSize
    outputCount = g.axes.depth.outputSize * g.axes.rows.outputSize * g.axes.columns.outputSize
  }

  /// Enough for all windows, and for the input where a stride leaves some of it over.
  private static func size(_ axis: WindowAxis, windows: Int) -> Int {
    let covered = (windows - 1) * axis.stride + WindowAxis.covered(kernelSize: axis.kernelSize, dilation: axis.dilation)
    return max(covered, axis.before + axis.inputSize)
  }

  func row(_ layer: Int, _ row: Int) -> Int { (layer * rows + row) * columns }

  /// Where the element under each weight stands, from the window's corner.
  func offsets(of g: ConvolutionGeometry) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(g.kernelShape[1] * axes.depth.kernelSize * axes.rows.kernelSize * axes.columns.kernelSize)
    for c in 0..<g.kernelShape[1] {
      for t in 0..<axes.depth.kernelSize {
        for u in 0..<axes.rows.kernelSize {
          let row = row(c * depth + t * axes.depth.dilation, u * axes.rows.dilation)
          for v in 0..<axes.columns.kernelSize { offsets.append(row + v * axes.columns.dilation) }
        }
      }
    }
    return offsets
  }

  /// Copies the channels; the zeros stay.
  func fill(_ image: UnsafeMutablePointer<Double>, from x: UnsafePointer<Double>, _ channels: Int) {
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
}
