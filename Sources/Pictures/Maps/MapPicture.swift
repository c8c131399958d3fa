import Tensors

/// Maps of numbers, ready to be drawn: what `show` makes of a tensor.
package struct MapPicture: Sendable {
  /// How numbers become shades.
  package enum Scale: Sendable, Equatable {
    /// From black to white.
    case grey(from: Double, to: Double)
    /// From blue over nothing to red; the limit is that of both.
    case signed(limit: Double)
    /// Three planes: red, green, blue, each as grey.
    case colour(from: Double, to: Double)
  }

  /// One map, or the three planes of a colour image, row after row.
  struct Map: Sendable {
    let label: String
    let planes: [[Double]]
  }

  let title: String
  /// Of the tensor.
  let shape: [Int]
  package let scale: Scale
  /// The sizes of each map here; the tensor's own unless that is very large.
  let rows: Int
  let columns: Int
  /// How many elements of the tensor each element here is the mean of, along both axes.
  let block: (rows: Int, columns: Int)
  let maps: [Map]
  /// How many maps the tensor has; more than are kept here if there are very many.
  let mapCount: Int
  /// Maps that belong together, the channels of one image; 1 where there are no such groups.
  let groupSize: Int
  /// How many elements are not finite.
  let specials: Int

  /// What is kept at most, so that a picture takes little memory whatever it was made of.
  static let mapLimit = 256
  static let elementLimit = 1 << 20

  package init(
    _ x: Tensor, title: String = "", from: Double? = nil, to: Double? = nil, isSigned: Bool = false,
    usesColour: Bool = true
  ) throws {
    try x.requireNumbers(for: "show")
    guard x.rank <= 4 else {
      throw TensorError(
        "show draws tensors of 1 to 4 axes, and this one has shape \(x.shape): choose a part of it, as in x[0]")
    }
    guard x.count > 0 else { throw TensorError("show needs elements to draw, and this tensor has shape \(x.shape)") }
    let layout = MapLayout(of: x.shape, usesColour: usesColour && !isSigned)
    self.title = title
    shape = x.shape
    mapCount = layout.maps
    groupSize = layout.groupSize
    let range = try NumberRange(of: x)
    specials = range.specials
    scale = try Self.scale(range, from, to, isSigned: isSigned, isColour: layout.planes == 3)

    let kept = min(layout.maps, Self.mapLimit)
    var factor = 1
    while kept * layout.planes * divided(layout.rows, factor) * divided(layout.columns, factor) > Self.elementLimit {
      factor += 1
    }
    let block = (rows: min(factor, layout.rows), columns: min(factor, layout.columns))
    self.block = block
    rows = divided(layout.rows, block.rows)
    columns = divided(layout.columns, block.columns)
    var maps: [Map] = []
    for index in 0..<kept {
      let planes = try (0..<layout.planes).map { plane in
        let start = (index * layout.planes + plane) * layout.rows * layout.columns
        return try averaged(layout.rows, layout.columns, block) { x.number(start + $0) }
      }
      maps.append(Map(label: layout.label(index), planes: planes))
    }
    self.maps = maps
  }

  private static func scale(
    _ range: NumberRange, _ from: Double?, _ to: Double?, isSigned: Bool, isColour: Bool
  ) throws -> Scale {
    for bound in [from, to] {
      if let bound, !bound.isFinite {
        throw TensorError("show needs a finite number for 'from' and 'to', not \(bound)")
      }
    }
    if isSigned {
      let given = max(from?.magnitude ?? 0, to?.magnitude ?? 0)
      return .signed(limit: given > 0 ? given : max(range.low.magnitude, range.high.magnitude))
    }
    let (low, high) = (from ?? min(range.low, to ?? range.low), to ?? max(range.high, from ?? range.high))
    if from != nil && to != nil, low >= high {
      throw TensorError("show needs 'from' below 'to', and got \(shortText(low)) and \(shortText(high))")
    }
    return isColour ? .colour(from: low, to: high) : .grey(from: low, to: high)
  }
}

extension MapPicture {
  /// What a caption says where not every map, or not every element, is drawn.
  ///
  /// - Parameter drawn: How many elements here are drawn as one, besides.
  func remarks(shown: Int, block drawn: (rows: Int, columns: Int)) -> [String] {
    var remarks: [String] = []
    if shown < mapCount { remarks.append("the first \(shown) of \(mapCount) maps") }
    let mean = (block.rows * drawn.rows, block.columns * drawn.columns)
    if mean != (1, 1) { remarks.append("averaged over \(mean.0) x \(mean.1) elements") }
    return remarks
  }

  /// The planes of a map, averaged over blocks.
  func planes(of map: Map, _ block: (rows: Int, columns: Int)) -> [[Double]] {
    map.planes.map { plane in (try? averaged(rows, columns, block) { plane[$0] }) ?? [] }
  }
}

/// Which axes of a tensor are maps, planes of colour, rows and columns.
private struct MapLayout {
  let maps: Int
  let planes: Int
  let rows: Int
  let columns: Int
  let groupSize: Int

  init(of shape: [Int], usesColour: Bool) {
    let padded = Array(repeating: 1, count: 4 - shape.count) + shape
    (rows, columns) = (padded[2], padded[3])
    let isColour = usesColour && padded[1] == 3
    planes = isColour ? 3 : 1
    maps = isColour ? padded[0] : padded[0] * padded[1]
    groupSize = isColour || padded[0] == 1 ? 1 : padded[1]
  }

  /// `5` for channel 5, `2,5` for that of image 2; nothing where there is only one map.
  func label(_ index: Int) -> String {
    if maps == 1 { return "" }
    return groupSize == 1 ? "\(index)" : "\(index / groupSize),\(index % groupSize)"
  }
}

/// The smallest and the largest finite number, 0 and 0 where there is none.
struct NumberRange {
  private(set) var low = 0.0
  private(set) var high = 0.0
  /// How many numbers are not finite.
  private(set) var specials = 0

  init(of x: Tensor) throws {
    var (low, high, specials) = (Double.infinity, -Double.infinity, 0)
    try inBlocks(x.count) { block in
      for position in block {
        let number = x.number(position)
        guard number.isFinite else {
          specials += 1
          continue
        }
        low = min(low, number)
        high = max(high, number)
      }
    }
    self.specials = specials
    if low <= high { (self.low, self.high) = (low, high) }
  }
}

/// `count / size`, rounded up.
func divided(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }

/// The means over blocks of a map, those at the right and lower edge over what is there.
func averaged(
  _ rows: Int, _ columns: Int, _ block: (rows: Int, columns: Int), _ element: (Int) -> Double
) throws -> [Double] {
  if block == (1, 1) { return (0..<rows * columns).map(element) }
  var means: [Double] = []
  var work = 0
  for top in stride(from: 0, to: rows, by: block.rows) {
    for left in stride(from: 0, to: columns, by: block.columns) {
      let (bottom, right) = (min(top + block.rows, rows), min(left + block.columns, columns))
      var sum = 0.0
      for row in top..<bottom { for column in left..<right { sum += element(row * columns + column) } }
      means.append(sum / Double((bottom - top) * (right - left)))
      try Interruption.poll(afterWork: &work, of: (bottom - top) * (right - left))
    }
  }
  return means
}
