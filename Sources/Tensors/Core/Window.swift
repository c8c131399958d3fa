/// The part of a tensor that indices select: for each element of the part, its position in the whole.
///
/// Without lists a position is a sum of steps, one for each axis of the part. With lists, one axis of the part has a
/// table of offsets: the lists are read side by side, and pick a place on all of their axes at once.
struct Window {
  /// The shape of the part: axes that were picked by a number are gone.
  let shape: [Int]
  /// The position of the first element.
  private let start: Int
  /// How far apart neighbours are on each axis of the part; 0 on the axis with the table.
  private let steps: [Int]
  private let table: (axis: Int, offsets: [Int])?

  /// One axis of the part.
  private struct Axis {
    var count: Int
    var step: Int
  }

  init(_ indices: [any TensorIndex], of whole: [Int]) throws {
    let strides = rowMajorStrides(whole)
    var axes: [Axis] = []
    var start = 0
    var lists: [(places: [Int], stride: Int)] = []
    // Where the lists' axis will stand, and whether something stands between them.
    var firstList: Int?
    var isApart = false
    var lastList = 0
    var axis = 0
    func noteList() {
      if firstList != nil, lastList != axes.count { isApart = true }
      if firstList == nil { firstList = axes.count }
      lastList = axes.count
    }
    for index in indices {
      guard axis < whole.count || index is NewAxis else { throw Self.tooMany(indices, whole) }
      switch try AxisSelection(index, axis: axis, size: axis < whole.count ? whole[axis] : 0) {
      case .place(let place): start += place * strides[axis]
      case .slice(let first, let count, let step):
        start += count > 0 ? first * strides[axis] : 0
        axes.append(Axis(count: count, step: step * strides[axis]))
      case .list(let places):
        noteList()
        lists.append((places, strides[axis]))
      case .mask(let mask):
        guard mask.rank <= whole.count - axis else { throw Self.tooMany(indices, whole) }
        noteList()
        lists += zip(try Self.places(of: mask, axis: axis, whole), strides[axis..<axis + mask.rank]).map { ($0, $1) }
        axis += mask.rank - 1
      case .newAxis:
        axes.append(Axis(count: 1, step: 0))
        continue
      }
      axis += 1
    }
    for axis in axis..<whole.count { axes.append(Axis(count: whole[axis], step: strides[axis])) }
    var table: (axis: Int, offsets: [Int])?
    if let firstList {
      let offsets = try Self.sideBySide(lists)
      let place = isApart ? 0 : firstList
      axes.insert(Axis(count: offsets.count, step: 0), at: place)
      table = (place, offsets)
    }
    self.start = start
    self.table = table
    shape = axes.map(\.count)
    steps = axes.map(\.step)
  }

  private static func tooMany(_ indices: [any TensorIndex], _ whole: [Int]) -> TensorError {
    let count = indices.reduce(0) { $0 + ($1 is NewAxis ? 0 : ($1 as? Tensor)?.rank ?? 1) }
    return TensorError("this tensor has \(counted(whole.count, "axis")), but \(count) indices were given")
  }

  /// The places that each axis of a mask has a 1 at.
  private static func places(of mask: Tensor, axis: Int, _ whole: [Int]) throws -> [[Int]] {
    try mask.requireNumbers(for: "a mask")
    guard mask.rank > 0, mask.shape == Array(whole[axis..<axis + mask.rank]) else {
      throw TensorError(
        "a mask of shape \(mask.shape) does not fit a tensor of shape \(whole) from axis \(axis) on")
    }
    var lists = [[Int]](repeating: [], count: mask.rank)
    let strides = rowMajorStrides(mask.shape)
    for (position, number) in mask.elements.enumerated() where number != 0 {
      guard number == 1 else {
        throw TensorError(
          "a tensor between brackets is a mask of 0 and 1, and this one holds \(number): taken(indices) picks places")
      }
      for axis in lists.indices { lists[axis].append(position / strides[axis] % mask.shape[axis]) }
    }
    return lists
  }

  /// The offsets of lists that are read side by side; one of a single place goes with all the others.
  private static func sideBySide(_ lists: [(places: [Int], stride: Int)]) throws -> [Int] {
    let counts = lists.map(\.places.count)
    let count = counts.first { $0 != 1 } ?? 1
    guard counts.allSatisfy({ $0 == 1 || $0 == count }) else {
      throw TensorError(
        "lists of places are read side by side, and these have \(counts.map(String.init).joined(separator: " and ")) "
          + "elements")
    }
    return (0..<count).map { number in
      lists.reduce(0) { $0 + $1.places[$1.places.count == 1 ? 0 : number] * $1.stride }
    }
  }

  /// Calls `body` for every row of the part, or for pieces of it: with its place in the part, the position of its first
  /// element in the whole, and how far apart neighbours are there.
  func forEachRow(_ body: (_ row: Int, _ start: Int, _ step: Int, _ count: Int) -> Void) throws {
    guard let table else {
      let step = steps.last ?? 1
      return try Tensors::forEachRow(of: shape, steps) { row, offset, count in body(row, start + offset, step, count) }
    }
    // The axes around the table's, for each of its entries.
    let inner = shape[(table.axis + 1)...].reduce(1, *)
    let (innerShape, innerSteps) = (Array(shape[(table.axis + 1)...]), Array(steps[(table.axis + 1)...]))
    let step = innerSteps.last ?? 1
    var block = 0
    try Tensors::forEachRow(of: Array(shape[..<table.axis]) + [1], Array(steps[..<table.axis]) + [0]) { _, outer, _ in
      for offset in table.offsets {
        let (first, place) = (block * inner, start + outer + offset)
        // Only the outer loop can be interrupted: a piece of it is one row of the tensor at least.
        try? Tensors::forEachRow(of: innerShape, innerSteps) { row, further, count in
          body(first + row, place + further, step, count)
        }
        block += 1
      }
    }
  }

  /// Whether an element may be selected more than once.
  var mayRepeat: Bool {
    guard let table else { return false }
    return Set(table.offsets).count < table.offsets.count
  }

  /// For each element of the part whether no later one is the same element of the whole: writing them in order, its
  /// value is the one that stays.
  func lastOfEach() throws -> [Bool] {
    var last: [Int: Int] = [:]
    try forEachRow { row, start, step, count in
      for i in 0..<count { last[start + i * step] = row + i }
    }
    var isLast = [Bool](repeating: false, count: shape.reduce(1, *))
    for place in last.values { isLast[place] = true }
    return isLast
  }
}
