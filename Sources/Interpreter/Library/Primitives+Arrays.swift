extension Primitives {
  private static func array(
    _ signature: String, _ name: String, setter: String? = nil, _ documentation: String, body: PrimitiveBody? = nil
  ) -> Primitive {
    Primitive("Array", signature, "Array." + name, setter: setter.map { "Array." + $0 }, documentation, body: body)
  }

  static let arrays: [Primitive] = [
    array("init()", "init", "An empty array."),
    array("init(repeating element: Element, count: Int)", "init(repeating)", "`count` times the same element.") {
      call in
      let count = call.int(1)
      guard count >= 0 else { throw Fault("an array cannot have \(count) elements") }
      let info = call.info(0)
      let reference = try call.heap.array(info.layout, capacity: count)
      let (from, fromReferences) = (call.wordsOf(0), call.referencesOf(0))
      let array = reference.asArray
      let (w, r) = (info.layout.words, info.layout.references)
      call.give(reference)
      var start = 0
      while start < count {
        let end = min(start + Heap.chunk, count)
        if w == 1 {
          (array.pointee.words + start).update(repeating: from[0], count: end - start)
        } else {
          for index in start * w..<end * w { array.pointee.words[index] = from[index % w] }
        }
        for index in start * r..<end * r {
          let part = fromReferences[index % r]
          part?.retain()
          (array.pointee.references + index).initialize(to: part)
        }
        array.pointee.count = end
        start = end
        if start < count { try call.machine.checkBudget() }
      }
    },
    array(
      "init<S: Sequence>(_ elements: S) where S.Element == Element", "init(sequence)", "The elements of a sequence.",
      body: elements),
    array("var count: Int { get }", "count", "How many elements there are."),
    array("var isEmpty: Bool { get }", "isEmpty", "Whether there are no elements."),
    array("var indices: Range<Int> { get }", "indices", "The numbers of all elements: `0..<count`."),
    array("var startIndex: Int { get }", "startIndex", "0"),
    array("var endIndex: Int { get }", "count", "`count`"),
    array("var first: Element? { get }", "first", "The first element; nil for an empty array.") { call in
      let array = try call.array(0)
      if array.pointee.count == 0 { return call.giveNil() }
      call.giveSome(call.types[0], array.words(at: 0), array.references(at: 0))
    },
    array("var last: Element? { get }", "last", "The last element; nil for an empty array.") { call in
      let array = try call.array(0)
      if array.pointee.count == 0 { return call.giveNil() }
      call.giveSome(
        call.types[0], array.words(at: array.pointee.count - 1), array.references(at: array.pointee.count - 1))
    },
    array("mutating func append(_ element: Element)", "append", "Adds an element at the end."),
    array(
      "mutating func append<S: Sequence>(contentsOf other: S) where S.Element == Element", "append(contentsOf)",
      "Adds the elements of a sequence at the end."
    ) { call in
      let more = try call.elementsOf(1, element: call.types[0])
      defer { call.heap.release(more) }
      try call.append(more, to: call.slot(0))
    },
    array("mutating func insert(_ element: Element, at index: Int)", "insert", "Puts an element before another one.") {
      call in
      let array = try call.heap.makeUnique(call.slot(0))
      let (index, count) = (call.int(2), array.pointee.count)
      guard index >= 0 && index <= count else { throw Fault.index(index, count: count) }
      try call.insert(call.wordsOf(1), call.referencesOf(1), at: index, call.slot(0))
    },
    array("@discardableResult mutating func remove(at index: Int) -> Element", "remove", "Takes an element out.") {
      call in
      try call.remove(at: call.int(1))
    },
    array("@discardableResult mutating func removeLast() -> Element", "removeLast", "Takes the last element out.") {
      call in
      let count = try call.heap.makeUnique(call.slot(0)).pointee.count
      guard count > 0 else { throw Fault("an empty array has no last element to remove") }
      try call.remove(at: count - 1)
    },
    array("@discardableResult mutating func removeFirst() -> Element", "removeFirst", "Takes the first element out.") {
      call in
      let count = try call.heap.makeUnique(call.slot(0)).pointee.count
      guard count > 0 else { throw Fault("an empty array has no first element to remove") }
      try call.remove(at: 0)
    },
    array("mutating func removeLast(_ count: Int)", "removeLast(count)", "Takes the last elements out.") { call in
      let array = try call.heap.makeUnique(call.slot(0))
      let count = try call.removable(call.int(1), of: array)
      try call.removeRange(array.pointee.count - count..<array.pointee.count, array)
    },
    array("mutating func removeFirst(_ count: Int)", "removeFirst(count)", "Takes the first elements out.") { call in
      let array = try call.heap.makeUnique(call.slot(0))
      try call.removeRange(0..<call.removable(call.int(1), of: array), array)
    },
    array("mutating func popLast() -> Element?", "popLast", "Takes the last element out; nil for an empty array.") {
      call in
      let array = try call.heap.makeUnique(call.slot(0))
      let last = array.pointee.count - 1
      if last < 0 { return call.giveNil() }
      call.giveSome(call.types[0], array.words(at: last), array.references(at: last))
      call.heap.removeElement(array, at: last)
    },
    array("mutating func removeAll(keepingCapacity: Bool = false)", "removeAll", "Takes all elements out.") { call in
      let slot = call.slot(0)
      guard let old = slot.pointee else { throw Fault.overlapping }
      call.machine.replace(slot, try call.heap.array(old.asArray.pointee.layout))
    },
    array("mutating func reserveCapacity(_ count: Int)", "reserveCapacity", "Makes room for `count` elements.") {
      call in
      _ = try call.heap.makeUnique(call.slot(0))
      guard let array = call.slot(0).pointee else { throw Fault.overlapping }
      try call.heap.reserve(array, call.int(1))
    },
    array(
      "mutating func _sortPlain() -> Bool", "_sortPlain", "Sorts numbers and texts; false for others.", body: sortPlain),
    array("mutating func swapAt(_ i: Int, _ j: Int)", "swapAt", "Exchanges two elements.") { call in
      let array = try call.heap.makeUnique(call.slot(0))
      let (i, j, count) = (call.int(1), call.int(2), array.pointee.count)
      for index in [i, j] where index < 0 || index >= count { throw Fault.index(index, count: count) }
      for part in 0..<Int(array.pointee.wordStride) {
        swap(&array.words(at: i)[part], &array.words(at: j)[part], i == j)
      }
      for part in 0..<Int(array.pointee.referenceStride) {
        swap(&array.references(at: i)[part], &array.references(at: j)[part], i == j)
      }
    },
    array(
      "subscript(range: Range<Int>) -> ArraySlice<Element> { get set }", "range", setter: "range=",
      "The elements whose indices are in a range.", body: slice(halfOpen)),
    array(
      "subscript(range: ClosedRange<Int>) -> ArraySlice<Element> { get set }", "closedRange", setter: "closedRange=",
      "The elements whose indices are in a range.", body: slice(closed)),
    array(
      "subscript(range: UnboundedRange) -> ArraySlice<Element> { get set }", "all", setter: "all=", "All elements.",
      body: slice(whole)),
    array("var capacity: Int { get }", "capacity", "How many elements there is room for.") { call in
      call.give(try call.array(0).pointee.capacity)
    },
    array(
      "mutating func _replace(_ start: Int, _ end: Int, _ elements: [Element])", "replace",
      "Puts elements in the place of others."
    ) { call in
      let new = try call.array(3)
      try call.replace((call.int(1), call.int(2)), new, 0..<new.pointee.count)
    },
    array(
      "subscript(range: PartialRangeFrom<Int>) -> ArraySlice<Element> { get set }", "from", setter: "from=",
      "The elements from an index on.", body: slice(from)),
    array(
      "subscript(range: PartialRangeUpTo<Int>) -> ArraySlice<Element> { get set }", "upTo", setter: "upTo=",
      "The elements before an index.", body: slice(upTo)),
    array(
      "subscript(range: PartialRangeThrough<Int>) -> ArraySlice<Element> { get set }", "through", setter: "through=",
      "The elements up to an index.", body: slice(through)),
  ]

  static let setters: [String: PrimitiveBody] = [
    "Array.range=": setSlice(halfOpen), "Array.closedRange=": setSlice(closed), "Array.from=": setSlice(from),
    "Array.upTo=": setSlice(upTo), "Array.through=": setSlice(through), "Array.all=": setSlice(whole),
    "Dictionary.value=": setDictionaryValue, "Dictionary.default=": setDictionaryDefault,
  ]

  private static func swap<T>(_ a: inout T, _ b: inout T, _ isSame: Bool) {
    if isSame { return }
    (a, b) = (b, a)
  }

  // MARK: Slices

  /// Bounds of a slice from the words of a range and the array's count.
  private typealias Bounds = @Sendable (UnsafeMutablePointer<Int>, Int) -> (Int, Int)
  private static let halfOpen: Bounds = { range, _ in (range[0], range[1]) }
  private static let closed: Bounds = { range, _ in (range[0], range[1] &+ 1) }
  private static let from: Bounds = { range, count in (range[0], count) }
  private static let upTo: Bounds = { range, _ in (0, range[0]) }
  private static let through: Bounds = { range, _ in (0, range[0] &+ 1) }
  private static let whole: Bounds = { _, count in (0, count) }

  fileprivate static func checked(_ bounds: (Int, Int), _ count: Int) throws(Fault) -> Range<Int> {
    if bounds.0 < 0 { throw .index(bounds.0, count: count) }
    if bounds.1 > count || bounds.0 > count {
      throw Fault(
        "the range \(bounds.0)..<\(bounds.1) is out of bounds: the array has \(counted(count, "element"))")
    }
    guard bounds.0 <= bounds.1 else { throw invalidRange(bounds.0, bounds.1, 1) }
    return bounds.0..<bounds.1
  }

  private static func slice(_ bounds: @escaping Bounds) -> PrimitiveBody {
    { call in
      let array = try call.array(0)
      let range = try checked(bounds(call.wordsOf(1), array.pointee.count), array.pointee.count)
      let base = try call.reference(0)
      base.retain()
      call.give(base)
      (call.resultWords[0], call.resultWords[1]) = (range.lowerBound, range.upperBound)
    }
  }

  private static func setSlice(_ bounds: @escaping Bounds) -> PrimitiveBody {
    { call in
      guard let old = call.slot(0).pointee else { throw Fault.overlapping }
      let (new, part) = try call.machine.slice(call.wordsOf(2), call.referencesOf(2))
      try call.replace(bounds(call.wordsOf(1), old.asArray.pointee.count), new, part)
    }
  }

  // MARK: For the compiler

  /// The elements of any sequence as an array.
  static let elements: PrimitiveBody = { call in
    call.give(try call.elementsOf(0, element: call.types[0]))
  }

  static let concatenateArrays: PrimitiveBody = { call in
    let (left, right) = (try call.array(0), try call.array(1))
    let result = try call.heap.array(left.pointee.layout, capacity: left.pointee.count + right.pointee.count)
    try call.heap.appendElements(of: left, 0..<left.pointee.count, toNew: result)
    try call.heap.appendElements(of: right, 0..<right.pointee.count, toNew: result)
    call.give(result)
  }

  static let appendArray: PrimitiveBody = { call in try call.append(try call.reference(1), to: call.slot(0)) }
}

extension PrimitiveCall {
  /// Puts elements of another array in the place of some of the array at the address in the first argument.
  func replace(
    _ bounds: (Int, Int), _ new: UnsafeMutablePointer<ArrayBlock>, _ part: Range<Int>
  ) throws {
    guard let old = slot(0).pointee else { throw Fault.overlapping }
    let array = old.asArray
    let range = try Primitives.checked(bounds, array.pointee.count)
    let result = try heap.array(array.pointee.layout, capacity: array.pointee.count - range.count + part.count)
    try heap.appendElements(of: array, 0..<range.lowerBound, toNew: result)
    try heap.appendElements(of: new, part, toNew: result)
    try heap.appendElements(of: array, range.upperBound..<array.pointee.count, toNew: result)
    machine.replace(slot(0), result)
  }

  func append(_ more: Reference, to slot: UnsafeMutablePointer<Reference?>) throws {
    more.retain()
    defer { heap.release(more) }
    _ = try heap.makeUnique(slot)
    guard let target = slot.pointee else { throw Fault.overlapping }
    let count = more.asArray.pointee.count
    try heap.grow(target, by: count)
    try heap.appendElements(of: more.asArray, 0..<count, to: target.asArray)
  }

  func insert(
    _ words: UnsafeMutablePointer<Int>, _ references: UnsafeMutablePointer<Reference?>, at index: Int,
    _ slot: UnsafeMutablePointer<Reference?>
  ) throws {
    guard let reference = slot.pointee else { throw Fault.overlapping }
    try heap.grow(reference)
    let array = reference.asArray
    let (w, r, count) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride), array.pointee.count)
    try machine.spend((count - index) * (w + r))
    (array.pointee.words + (index + 1) * w).update(from: array.pointee.words + index * w, count: (count - index) * w)
    (array.pointee.references + (index + 1) * r).update(
      from: array.pointee.references + index * r, count: (count - index) * r)
    for part in 0..<w { array.pointee.words[index * w + part] = words[part] }
    for part in 0..<r {
      references[part]?.retain()
      array.pointee.references[index * r + part] = references[part]
    }
    array.pointee.count = count + 1
  }

  /// Gives the element and takes it out of the array at the address in the first argument.
  func remove(at index: Int) throws {
    let array = try heap.makeUnique(slot(0))
    guard index >= 0 && index < array.pointee.count else { throw Fault.index(index, count: array.pointee.count) }
    try machine.spend(array.pointee.count - index)
    giveCopy(types[0], array.words(at: index), array.references(at: index))
    heap.removeElement(array, at: index)
  }

  func removable(_ count: Int, of array: UnsafeMutablePointer<ArrayBlock>) throws -> Int {
    guard count >= 0 && count <= array.pointee.count else {
      throw Fault("\(count) elements cannot be removed from an array of \(counted(array.pointee.count, "element"))")
    }
    return count
  }

  func removeRange(_ range: Range<Int>, _ array: UnsafeMutablePointer<ArrayBlock>) throws {
    let (w, r, count) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride), array.pointee.count)
    for place in range.lowerBound * r..<range.upperBound * r {
      if let old = array.pointee.references[place] { heap.release(old) }
    }
    for place in range.upperBound * r..<count * r {
      array.pointee.references[place - range.count * r] = array.pointee.references[place]
    }
    for place in range.upperBound * w..<count * w {
      array.pointee.words[place - range.count * w] = array.pointee.words[place]
    }
    array.pointee.count = count - range.count
  }

  /// A new array of the elements of a sequence argument.
  func elementsOf(_ index: Int, element: TypeInfo) throws(Fault) -> Reference {
    try machine.elements(info(index), wordsOf(index), referencesOf(index), element)
  }
}

extension Machine {
  /// The elements of a value of any built-in sequence type, as an array of its own.
  func elements(
    _ info: TypeInfo, _ words: Words, _ references: References, _ element: TypeInfo
  ) throws(Fault) -> Reference {
    switch info.shape {
    case .array:
      guard let reference = references[0] else { throw .overlapping }
      reference.retain()
      return reference
    case .set:
      guard let keys = references[0]?.asDictionary.pointee.keys else { throw .overlapping }
      keys.retain()
      return keys
    case .dictionary(let key, let value):
      guard let reference = references[0] else { throw .overlapping }
      return try pairs(reference.asDictionary, key, value)
    case .string:
      return try characters(of: references[0]?.text ?? "")
    case .structure where info.view != nil:
      if let view = info.view { return try elements(of: view, words, references) }
    case .range(let form, let parts):
      switch parts.first?.info.shape {
      case .integer?: return try numbers(form, words)
      case .double?: return try decimals(form, words, read: Self.double, write: Self.word)
      case .float?:
        return try decimals(form, words, read: { Double(Self.float($0)) }, write: { Int(Float($0).bitPattern) })
      default: break
      }
    default: break
    }
    throw Fault("a value of type '\(info.type)' cannot be gone through here")
  }

  private func pairs(_ dictionary: Dictionary, _ key: TypeInfo, _ value: TypeInfo) throws(Fault) -> Reference {
    let (keys, values) = (dictionary.pointee.keys.asArray, dictionary.pointee.values.asArray)
    let count = keys.pointee.count
    let result = try heap.array(key.layout + value.layout, capacity: count)
    let array = result.asArray
    for index in 0..<count {
      let (words, references) = (array.words(at: index), array.references(at: index))
      for part in 0..<key.layout.references + value.layout.references { (references + part).initialize(to: nil) }
      copy(key.layout, keys.words(at: index), keys.references(at: index), words, references)
      copy(
        value.layout, values.words(at: index), values.references(at: index), words + key.layout.words,
        references + key.layout.references)
      array.pointee.count = index + 1
    }
    return result
  }

  /// The numbers of a stride, `start + i * step`.
  private func decimals(
    _ form: TypeInfo.RangeForm, _ words: Words, read: (Int) -> Double, write: (Double) -> Int
  ) throws(Fault) -> Reference {
    let (start, end, step) = (read(words[0]), read(words[1]), read(words[2]))
    let result = try heap.array(.word)
    var value = start
    while step > 0 ? (form == .strideTo ? value < end : value <= end) : (form == .strideTo ? value > end : value >= end)
    {
      try heap.grow(result)
      let array = result.asArray
      array.pointee.words[array.pointee.count] = write(value)
      array.pointee.count += 1
      value = read(write(start + Double(array.pointee.count) * step))
    }
    return result
  }

  private func numbers(_ form: TypeInfo.RangeForm, _ words: Words) throws(Fault) -> Reference {
    let start = words[0]
    let count: Int
    var step = 1
    switch form {
    case .halfOpen, .closed:
      let (distance, overflows) = words[1].subtractingReportingOverflow(start)
      if overflows || (form == .closed && distance == Int.max) { throw Fault.uncountableRange }
      count = form == .closed ? distance + 1 : distance
    case .strideTo, .strideThrough:
      step = words[2]
      let isEmpty = step > 0 ? words[1] < start : start < words[1]
      // Distances and steps may be as long as all of Int: they are counted without a sign.
      let distance = UInt(bitPattern: step > 0 ? words[1] &- start : start &- words[1])
      let (rounds, rest) = distance.quotientAndRemainder(dividingBy: step.magnitude)
      let isOneMore = form == .strideThrough || rest > 0
      guard isEmpty || rounds < UInt(Int.max) else { throw Fault.uncountableRange }
      count = isEmpty ? 0 : Int(rounds) + (isOneMore ? 1 : 0)
    case .from, .upTo, .through, .unbounded: throw Fault("this range has no end")
    }
    let result = try heap.array(.word, capacity: count)
    let array = result.asArray
    for index in 0..<count {
      array.pointee.words[index] = start &+ index &* step
      if index & 0x3FFFF == 0x3FFFF {
        do { try checkBudget() } catch {
          heap.release(result)
          throw error
        }
      }
    }
    array.pointee.count = count
    return result
  }
}
