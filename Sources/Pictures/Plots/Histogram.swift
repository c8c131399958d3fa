import Tensors

/// Counts how many numbers fall into each of some equally wide bins, and draws the counts as bars.
///
/// ```
/// bin i counts from + i·w ≤ x < from + (i + 1)·w        w = (to − from) / bins; the last bin has its upper end as well
/// ```
///
/// ```swift
/// histogram(Tensor([1, 2, 2, 3, 3, 3, 3, 5]), bins: 4)
/// // 8 elements in 4 bins, mean 2.75, standard deviation 1.09
/// // 1.0 │█████████████▎ 1
/// // 2.0 │██████████████████████████▌ 2
/// // 3.0 │█████████████████████████████████████████████████████ 4
/// // 4.0 │█████████████▎ 1
/// // 5.0 │
/// ```
///
/// - Parameters:
///   - x: Numbers of any shape.
///   - bins: How many bins there are between the smallest and the largest number, 1 to 100.
///   - title: What stands above.
/// - Source: NumPy's `histogram`.
package func histogram(_ x: Tensor, bins: Int = 20, title: String = "") throws {
  try x.requireNumbers(for: "histogram")
  try Easel.show(.histogram(Histogram(count: x.count, bins: bins, title: title) { x.number($0) }))
}

/// Draws a histogram of a list of numbers.
///
/// ```swift
/// histogram([1, 2, 2, 3, 3, 3, 3, 5], bins: 4)
/// // 8 elements in 4 bins, mean 2.75, standard deviation 1.09
/// // 1.0 │█████████████▎ 1
/// // 2.0 │██████████████████████████▌ 2
/// // 3.0 │█████████████████████████████████████████████████████ 4
/// // 4.0 │█████████████▎ 1
/// // 5.0 │
/// ```
///
/// - Parameters:
///   - x: The numbers.
///   - bins: How many bins there are between the smallest and the largest number, 1 to 100.
///   - title: What stands above.
package func histogram(_ x: [Double], bins: Int = 20, title: String = "") throws {
  try Easel.show(.histogram(Histogram(count: x.count, bins: bins, title: title) { x[$0] }))
}

/// How many numbers fall into each bin.
package struct Histogram: Sendable {
  let title: String
  let counts: [Int]
  /// One more than there are bins.
  let edges: [Double]
  let total: Int
  /// Numbers that are not finite are in no bin.
  let leftOut: Int
  let mean: Double
  let deviation: Double

  private static let binLimit = 100

  init(count: Int, bins: Int, title: String, _ number: (Int) -> Double) throws {
    guard (1...Self.binLimit).contains(bins) else {
      throw TensorError("histogram draws 1 to \(Self.binLimit) bins, and \(bins) were asked for")
    }
    var (low, high, finite, sum) = (Double.infinity, -Double.infinity, 0, 0.0)
    try inBlocks(count) { block in
      for index in block {
        let value = number(index)
        guard value.isFinite else { continue }
        finite += 1
        sum += value
        (low, high) = (min(low, value), max(high, value))
      }
    }
    guard finite > 0 else { throw TensorError("histogram needs a finite number, and there is none") }
    self.title = title
    total = finite
    leftOut = count - finite
    let mean = sum / Double(finite)
    self.mean = mean
    // Half on either side of a single number, or as much as changes a large one.
    if low == high {
      let reach = max(0.5, low.magnitude * 1e-9)
      (low, high) = (max(low - reach, -.greatestFiniteMagnitude), min(high + reach, .greatestFiniteMagnitude))
    }
    let width = high / Double(bins) - low / Double(bins)
    let edges = (0..<bins).map { low + Double($0) * width } + [high]
    self.edges = edges
    var counts = Array(repeating: 0, count: bins)
    var squares = 0.0
    try inBlocks(count) { block in
      for index in block {
        let value = number(index)
        guard value.isFinite else { continue }
        squares += (value - mean) * (value - mean)
        let guess = value / width - low / width
        var bin = guess.isFinite ? min(max(Int(guess), 0), bins - 1) : 0
        // Rounding must not carry a number over an edge.
        if value < edges[bin] && bin > 0 { bin -= 1 }
        if value >= edges[bin + 1] && bin < bins - 1 { bin += 1 }
        counts[bin] += 1
      }
    }
    self.counts = counts
    deviation = (squares / Double(finite)).squareRoot()
  }

  // MARK: - Characters

  func lines(width: Int, usesColour: Bool = false) -> [[PictureCell]] {
    var lines = title.isEmpty ? [] : [[PictureCell](title)]
    lines.append([PictureCell](caption))
    if leftOut > 0 { lines.append([PictureCell]("\(leftOut) left out: not finite")) }
    let labels = self.labels
    let labelWidth = labels.map(\.count).max() ?? 0
    let countWidth = counts.map { "\($0)".count }.max() ?? 0
    let room = width - labelWidth - countWidth - 3
    let highest = max(counts.max() ?? 0, 1)
    let (grey, colour) = usesColour ? (Palette.axis, Palette.line(0)) : (nil, nil)
    for (label, count) in zip(labels, counts) {
      let bar = Self.bar(Double(count) / Double(highest) * Double(room))
      lines.append(
        [PictureCell]("\(padding(labelWidth - label.count))\(label) │", grey) + [PictureCell](bar, colour)
          + [PictureCell](" \(count)"))
    }
    let end = labels[labels.count - 1]
    lines.append([PictureCell]("\(padding(labelWidth - end.count))\(end) │", grey))
    return lines
  }

  var caption: String {
    "\(counted(total, "element")) in \(counted(counts.count, "bin")), mean \(captionText(mean)), "
      + "standard deviation \(captionText(deviation))"
  }

  /// Of the edges.
  var labels: [String] {
    let step = edges[edges.count - 1] / Double(counts.count) - edges[0] / Double(counts.count)
    let largest = edges.map(\.magnitude).max() ?? 0
    return edges.map { Axis.text($0, step: step / 10, largest: largest) }
  }

  static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar of so many columns; what is not nothing is seen.
  static func bar(_ length: Double) -> String {
    let eighth = length > 0 ? max(1, Int((length * 8).rounded())) : 0
    return String(repeating: "█", count: eighth / 8) + eighths[eighth % 8]
  }
}
