private protocol SortingEntry: BitwiseCopyable {
  var key: UInt { get }
}
extension UInt: SortingEntry { fileprivate var key: UInt { self } }

/// Orders of elements, by keys or by a comparison. Both are stable, as Swift's are.
enum Sorting {
  private struct Place: SortingEntry {
    var key: UInt
    var index: Int
  }

  /// The indices of `keys` in the order of the keys.
  static func order(of keys: [UInt], look: () throws(Fault) -> Void) throws(Fault) -> [Int] {
    var places = keys.indices.map { Place(key: keys[$0], index: $0) }
    try sort(entries: &places, look: look)
    return places.map(\.index)
  }

  static func sort(_ keys: inout [UInt], look: () throws(Fault) -> Void) throws(Fault) {
    try sort(entries: &keys, look: look)
  }

  /// Byte by byte from the lowest.
  private static func sort<Entry: SortingEntry>(
    entries: inout [Entry], look: () throws(Fault) -> Void
  ) throws(Fault) {
    let count = entries.count
    guard let first = entries.first?.key else { return }
    var histograms = [Int](repeating: 0, count: 8 * 256)
    var other = entries
    // Bytes in which all keys agree decide nothing.
    var differing: UInt = 0
    for entry in entries { differing |= entry.key ^ first }
    let digits = (0..<8).filter { differing >> UInt($0 << 3) & 255 != 0 }
    for entry in entries {
      for digit in digits { histograms[digit << 8 | Int(entry.key >> UInt(digit << 3) & 255)] += 1 }
    }
    for digit in digits {
      let shift = UInt(digit << 3)
      var sum = 0
      for value in 0..<256 {
        let size = histograms[digit << 8 | value]
        histograms[digit << 8 | value] = sum
        sum += size
      }
      var start = 0
      while start < count {
        try look()
        let end = min(start + 1 << 16, count)
        entries.withUnsafeBufferPointer { from in
          other.withUnsafeMutableBufferPointer { to in
            histograms.withUnsafeMutableBufferPointer { places in
              for index in start..<end {
                let value = digit << 8 | Int(from[index].key >> shift & 255)
                to[places[value]] = from[index]
                places[value] += 1
              }
            }
          }
        }
        start = end
      }
      swap(&entries, &other)
    }
  }

  /// The indices below `count` in the order of `isLess`, by merging.
  static func order(
    count: Int, look: () throws(Fault) -> Void, by isLess: (Int, Int) throws(Fault) -> Bool
  ) throws(Fault) -> [Int] {
    var from = Array(0..<count)
    var to = from
    var width = 1
    while width < count {
      var start = 0
      while start < count {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        var (left, right) = (start, middle)
        for place in start..<end {
          if place & 4095 == 0 { try look() }
          var takesLeft = left < middle
          if takesLeft && right < end { takesLeft = try !isLess(from[right], from[left]) }
          if takesLeft {
            to[place] = from[left]
            left += 1
          } else {
            to[place] = from[right]
            right += 1
          }
        }
        start = end
      }
      swap(&from, &to)
      width *= 2
    }
    return from
  }
}

extension Machine {
  /// The order of the elements of an array of numbers or texts; nil for other types.
  func sortedOrder(
    _ element: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>, descending: Bool = false
  ) throws(Fault) -> [Int]? {
    let count = array.pointee.count
    let look = { () throws(Fault) in try self.checkBudget() }
    if case .string = element.shape {
      var texts = (0..<count).map { array.pointee.references[$0]?.text ?? "" }
      let starts = texts.indices.map { texts[$0].startingBytes }
      return try Sorting.order(count: count, look: look) { (a, b) throws(Fault) in
        let (a, b) = descending ? (b, a) : (a, b)
        if let left = starts[a], let right = starts[b], left != right { return left < right }
        return texts[a] < texts[b]
      }
    }
    guard let keys = sortingKeys(element, array) else { return nil }
    return try Sorting.order(of: descending ? keys.map { ~$0 } : keys, look: look)
  }

  /// Whole numbers in the order of the elements; nil for other types, and where equal numbers have different bits.
  private func sortingKeys(_ element: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>) -> [UInt]? {
    let words = UnsafeBufferPointer(start: array.pointee.words, count: array.pointee.count)
    func isPlain(_ value: Double) -> Bool { value == value && !(value == 0 && value.sign == .minus) }
    switch element.shape {
    case .integer(let kind):
      let sign = kind.isSigned ? Self.sign : 0
      return words.map { UInt(bitPattern: $0) ^ sign }
    case .double:
      guard words.allSatisfy({ isPlain(Self.double($0)) }) else { return nil }
      return words.map { Self.key(ofBits: UInt(bitPattern: $0)) }
    case .float:
      guard words.allSatisfy({ isPlain(Double(Self.float($0))) }) else { return nil }
      return words.map { Self.key(ofBits: UInt(Double(Self.float($0)).bitPattern)) }
    default: return nil
    }
  }

  private static let sign: UInt = 1 << 63
  private static func key(ofBits bits: UInt) -> UInt { bits & sign != 0 ? ~bits : bits | sign }
  private static func bits(ofKey key: UInt) -> UInt { key & sign != 0 ? key & ~sign : ~key }

  /// The elements of an array of numbers in their order, as a new array; nil for other types.
  fileprivate func sortedNumbers(
    _ element: TypeInfo, _ array: UnsafeMutablePointer<ArrayBlock>
  ) throws(Fault) -> Reference? {
    guard var keys = sortingKeys(element, array) else { return nil }
    try Sorting.sort(&keys) { () throws(Fault) in try self.checkBudget() }
    let result = try heap.array(array.pointee.layout, capacity: keys.count)
    let words = result.asArray.pointee.words
    func fill(_ word: (UInt) -> Int) { for (place, key) in keys.enumerated() { words[place] = word(key) } }
    switch element.shape {
    case .integer(let kind):
      let sign = kind.isSigned ? Self.sign : 0
      fill { Int(bitPattern: $0 ^ sign) }
    case .float: fill { Int(Float(Double(bitPattern: UInt64(Self.bits(ofKey: $0)))).bitPattern) }
    default: fill { Int(bitPattern: Self.bits(ofKey: $0)) }
    }
    result.asArray.pointee.count = keys.count
    return result
  }

  /// The elements in another order, as a new array.
  func reordered(_ array: UnsafeMutablePointer<ArrayBlock>, _ order: [Int]) throws(Fault) -> Reference {
    let result = try heap.array(array.pointee.layout, capacity: order.count)
    let target = result.asArray
    let (w, r) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride))
    for (place, index) in order.enumerated() {
      for part in 0..<w { target.pointee.words[place * w + part] = array.pointee.words[index * w + part] }
      for part in 0..<r {
        let reference = array.pointee.references[index * r + part]
        reference?.retain()
        (target.pointee.references + place * r + part).initialize(to: reference)
      }
    }
    target.pointee.count = order.count
    return result
  }
}

extension String {
  /// The first eight bytes as a number in the order of the texts, if all bytes are ASCII: only then is the order of the
  /// bytes that of the characters.
  fileprivate var startingBytes: UInt64? {
    mutating get {
      withUTF8 { bytes in
        var result: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
          if byte >= 0x80 { return nil }
          if index < 8 { result |= UInt64(byte) << UInt64(56 - 8 * index) }
        }
        return result
      }
    }
  }
}

extension Primitives {
  /// Sorts an array of numbers or texts; false, and nothing is done, for other elements.
  static let sortPlain: PrimitiveBody = { call in
    let slot = call.slot(0)
    guard let reference = slot.pointee else { throw Fault.overlapping }
    if let sorted = try call.machine.sortedNumbers(call.types[0], reference.asArray) {
      call.machine.replace(slot, sorted)
      return call.give(true)
    }
    guard let order = try call.machine.sortedOrder(call.types[0], reference.asArray) else { return call.give(false) }
    call.machine.replace(slot, try call.machine.reordered(reference.asArray, order))
    call.give(true)
  }

  /// Elements, their keys, whether the largest comes first.
  static let sortByKeys: PrimitiveBody = { call in
    let (elements, keys) = (try call.array(0), try call.array(1))
    let descending = call.int(2) != 0
    let machine = call.machine
    var order = try machine.sortedOrder(call.types[1], keys, descending: descending)
    if order == nil {
      let info = call.types[1]
      order = try Sorting.order(count: keys.pointee.count) { () throws(Fault) in
        try machine.checkBudget()
      } by: { (a, b) throws(Fault) in
        let (a, b) = descending ? (b, a) : (a, b)
        return try machine.less(
          info, keys.words(at: a), keys.references(at: a), keys.words(at: b), keys.references(at: b))
      }
    }
    call.give(try machine.reordered(elements, order ?? []))
  }
}
