// Only what stands in the same file is inlined.
@inline(__always) private func asDictionary(_ reference: Reference) -> UnsafeMutablePointer<DictionaryBlock> {
  reference.assumingMemoryBound(to: DictionaryBlock.self)
}
@inline(__always) private func asArray(_ reference: Reference) -> UnsafeMutablePointer<ArrayBlock> {
  reference.assumingMemoryBound(to: ArrayBlock.self)
}

/// Dictionaries and sets: keys and values in the order of insertion, found through a table of places.
extension Machine {
  typealias Dictionary = UnsafeMutablePointer<DictionaryBlock>

  func newDictionary(key: TypeInfo, value: TypeInfo) throws(Fault) -> Reference {
    let keys = try heap.array(key.layout)
    let values = try heap.array(value.layout)
    return heap.dictionary(keys: keys, values: values, info: key.index, keyForm: key.keyForm, tableSize: 0)
  }

  private func hash(_ key: TypeInfo, _ words: Words, _ references: References) -> Int {
    switch key.keyForm {
    case .word: return words[0].scrambled
    case .text: return references[0]?.textHash ?? 0
    case .other:
      var hasher = Hasher()
      hash(key, words, references, into: &hasher)
      return hasher.finalize()
    }
  }

  /// Where a key is: its place among the keys.
  func find(_ dictionary: Dictionary, _ key: TypeInfo, _ words: Words, _ references: References) throws(Fault) -> Int? {
    let place: Int
    switch key.keyForm {
    case .word: place = dictionary.place(of: words[0])
    case .text: place = references[0].map { dictionary.place(ofText: $0) } ?? -1
    case .other: place = try search(dictionary, key, words, references)
    }
    return place < 0 ? nil : place
  }

  /// Goes through the places of equal hashes. `==` may be the learner's, who may change the dictionary meanwhile: then
  /// they get a copy of it, because this one has one more owner.
  private func search(
    _ dictionary: Dictionary, _ key: TypeInfo, _ words: Words, _ references: References
  ) throws(Fault) -> Int {
    let size = dictionary.pointee.tableSize
    guard size > 0 else { return -1 }
    let block = Reference(dictionary)
    block.retain()
    defer { heap.release(block) }
    let keys = dictionary.pointee.keys.asArray
    var slot = hash(key, words, references) & (size - 1)
    while true {
      let place = Int(dictionary.pointee.table[slot])
      if place < 0 { return -1 }
      if try equal(key, keys.words(at: place), keys.references(at: place), words, references) { return place }
      slot = (slot + 1) & (size - 1)
    }
  }

  /// For the loop: where a key in registers is, or -1.
  func place(in dictionary: Dictionary, _ words: Words, _ references: References) throws(Fault) -> Int {
    switch dictionary.pointee.keyForm {
    case .word: return dictionary.place(of: words[0])
    case .text: return references[0].map { dictionary.place(ofText: $0) } ?? -1
    case .other:
      return try search(dictionary, program.types.all[Int(dictionary.pointee.header.info)], words, references)
    }
  }

  /// For the loop: addresses of the value for a key, which is about to change, and whether there is one.
  func valueAddress(
    in slot: References, _ words: Words, _ references: References, into target: Words
  ) throws(Fault) {
    guard let reference = slot.pointee else { throw .overlapping }
    let dictionary = asDictionary(reference)
    let found: Int
    switch dictionary.pointee.keyForm {
    case .word: found = dictionary.place(of: words[0])
    case .text: found = references[0].map { dictionary.place(ofText: $0) } ?? -1
    case .other: found = try place(in: dictionary, words, references)
    }
    target[2] = found < 0 ? 0 : 1
    guard found >= 0 else { return }
    // Comparing keys may have run the learner's code.
    guard slot.pointee == reference else { throw .overlapping }
    var values = asArray(dictionary.pointee.values)
    let owners = dictionary.pointee.header.count | asArray(dictionary.pointee.keys).pointee.header.count
    if (owners | values.pointee.header.count) != 1 { values = asArray(try makeUniqueDictionary(slot).pointee.values) }
    target[0] = Int(bitPattern: values.pointee.words + found * Int(values.pointee.wordStride))
    target[1] = Int(bitPattern: values.pointee.references + found * Int(values.pointee.referenceStride))
  }

  /// Makes the dictionary in a slot nobody else's, and its arrays.
  func makeUniqueDictionary(_ slot: References) throws(Fault) -> Dictionary {
    guard let reference = slot.pointee else { throw .overlapping }
    let dictionary = asDictionary(reference)
    if dictionary.pointee.header.count == 1 {
      let (keys, values) = (asArray(dictionary.pointee.keys), asArray(dictionary.pointee.values))
      if keys.pointee.header.count == 1 && values.pointee.header.count == 1 { return dictionary }
      _ = try withUnsafeMutablePointer(to: &dictionary.pointee.keys) { (p) throws(Fault) in try makeUnique(p) }
      _ = try withUnsafeMutablePointer(to: &dictionary.pointee.values) { (p) throws(Fault) in try makeUnique(p) }
      return dictionary
    }
    let keys = try heap.copyArray(dictionary.pointee.keys)
    let values: Reference
    do throws(Fault) { values = try heap.copyArray(dictionary.pointee.values) } catch {
      heap.release(keys)
      throw error
    }
    let copy = heap.dictionary(
      keys: keys, values: values, info: Int(dictionary.pointee.header.info),
      keyForm: dictionary.pointee.keyForm, tableSize: dictionary.pointee.tableSize)
    copy.asDictionary.pointee.table.update(from: dictionary.pointee.table, count: dictionary.pointee.tableSize)
    replace(slot, copy)
    return copy.asDictionary
  }

  private func makeUnique(_ slot: UnsafeMutablePointer<Reference>) throws(Fault) {
    if slot.pointee.asHeader.pointee.count == 1 { return }
    let copy = try heap.copyArray(slot.pointee)
    heap.release(slot.pointee)
    slot.pointee = copy
  }

  /// Makes the new table beside the old one, which stays if this is stopped.
  private func rebuild(_ dictionary: Dictionary, _ key: TypeInfo, size: Int) throws(Fault) {
    try heap.charge(size * 4)
    let table = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    table.update(repeating: -1, count: size)
    let keys = dictionary.pointee.keys.asArray
    for place in 0..<keys.pointee.count {
      var slot = hash(key, keys.words(at: place), keys.references(at: place)) & (size - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = Int32(place)
      guard place & 0xFFFF == 0xFFFF, let look = heap.pointee.look else { continue }
      do throws(Fault) { try look() } catch {
        table.deallocate()
        heap.pointee.live -= size * 4
        throw error
      }
    }
    heap.pointee.live -= dictionary.pointee.tableSize * 4
    dictionary.pointee.table.deallocate()
    dictionary.pointee.table = table
    dictionary.pointee.tableSize = size
  }

  private func enter(_ place: Int, _ dictionary: Dictionary, _ key: TypeInfo, _ words: Words, _ references: References)
  {
    let mask = dictionary.pointee.tableSize - 1
    var slot = hash(key, words, references) & mask
    while dictionary.pointee.table[slot] >= 0 { slot = (slot + 1) & mask }
    dictionary.pointee.table[slot] = Int32(place)
  }

  /// The place of a key, entered with a zeroed value if it is new. The key's references are copied.
  func findOrInsert(
    _ dictionary: Dictionary, _ key: TypeInfo, _ words: Words, _ references: References
  ) throws(Fault) -> (place: Int, isNew: Bool) {
    if let place = try find(dictionary, key, words, references) { return (place, false) }
    let keys = dictionary.pointee.keys
    let values = dictionary.pointee.values
    let place = keys.asArray.pointee.count
    guard place < Int(Int32.max) else { throw .memory(heap.pointee.limit) }
    if (place + 1) * 3 > dictionary.pointee.tableSize * 2 {
      try rebuild(dictionary, key, size: max(8, dictionary.pointee.tableSize * 2))
    }
    try heap.grow(keys)
    try heap.grow(values)
    for index in 0..<key.layout.references { references[index]?.retain() }
    try heap.append(words: words, references: references, to: keys)
    let valueArray = values.asArray
    let (w, r) = (Int(valueArray.pointee.wordStride), Int(valueArray.pointee.referenceStride))
    for index in 0..<w { valueArray.pointee.words[place * w + index] = 0 }
    for index in 0..<r { (valueArray.pointee.references + place * r + index).initialize(to: nil) }
    valueArray.pointee.count = place + 1
    enter(place, dictionary, key, words, references)
    return (place, true)
  }

  /// Removes the entry at a place; the last one moves there.
  func removeEntry(_ dictionary: Dictionary, _ key: TypeInfo, at place: Int) throws(Fault) {
    let keys = dictionary.pointee.keys.asArray
    let last = keys.pointee.count - 1
    let mask = dictionary.pointee.tableSize - 1
    let table = dictionary.pointee.table
    func slot(of place: Int) -> Int {
      var slot = hash(key, keys.words(at: place), keys.references(at: place)) & mask
      while Int(table[slot]) != place { slot = (slot + 1) & mask }
      return slot
    }
    // Entries behind the hole move into it, unless that would put them before the slot of their hash.
    var hole = slot(of: place)
    if place != last { table[slot(of: last)] = Int32(place) }
    var next = (hole + 1) & mask
    while table[next] >= 0 {
      let entry = Int(table[next]) == place && place != last ? last : Int(table[next])
      let home = hash(key, keys.words(at: entry), keys.references(at: entry)) & mask
      if (next - home) & mask >= (next - hole) & mask {
        table[hole] = table[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    table[hole] = -1
    heap.moveLast(of: keys, to: place)
    heap.moveLast(of: dictionary.pointee.values.asArray, to: place)
  }

  /// Enters one pair of the border's values.
  func storeEntry(
    _ slot: References, _ key: TypeInfo, _ keyValue: Value, _ value: TypeInfo?, _ content: Value?
  ) throws(Fault) {
    let words = Words.allocate(capacity: max(key.layout.words, 1))
    let references = References.allocate(capacity: max(key.layout.references, 1))
    references.initialize(repeating: nil, count: max(key.layout.references, 1))
    defer {
      clearWindow(references, 0, key.layout.references)
      words.deallocate()
      references.deallocate()
    }
    try store(keyValue, key, words, references)
    let dictionary = try makeUniqueDictionary(slot)
    let place = try findOrInsert(dictionary, key, words, references).place
    if let value, let content {
      let values = dictionary.pointee.values.asArray
      try store(
        content, value, values.pointee.words + place * value.layout.words,
        values.pointee.references + place * value.layout.references)
    }
  }

  func equalDictionaries(_ info: TypeInfo, _ left: Reference?, _ right: Reference?) throws(Fault) -> Bool {
    guard let left = left?.asDictionary, let right = right?.asDictionary else { return false }
    let key: TypeInfo
    var value: TypeInfo?
    switch info.shape {
    case .dictionary(let keyInfo, let valueInfo): (key, value) = (keyInfo, valueInfo)
    case .set(let element): key = element
    default: return false
    }
    let keys = left.pointee.keys.asArray
    guard keys.pointee.count == right.pointee.keys.asArray.pointee.count else { return false }
    if left == right { return true }
    for index in 0..<keys.pointee.count {
      if index & 0xFFF == 0xFFF { try checkBudget() }
      guard
        let other = try find(
          right, key, keys.pointee.words + index * key.layout.words,
          keys.pointee.references + index * key.layout.references)
      else { return false }
      guard let value else { continue }
      let (a, b) = (left.pointee.values.asArray, right.pointee.values.asArray)
      guard
        try equal(
          value, a.pointee.words + index * value.layout.words, a.pointee.references + index * value.layout.references,
          b.pointee.words + other * value.layout.words, b.pointee.references + other * value.layout.references)
      else { return false }
    }
    return true
  }
}

extension UnsafeMutablePointer where Pointee == HeapState {
  /// Takes over the arrays.
  func dictionary(keys: Reference, values: Reference, info: Int, keyForm: KeyForm, tableSize: Int) -> Reference {
    let block = block(MemoryLayout<DictionaryBlock>.stride)
    pointee.live += tableSize * 4
    let table = UnsafeMutablePointer<Int32>.allocate(capacity: Swift.max(tableSize, 1))
    block.assumingMemoryBound(to: DictionaryBlock.self).initialize(
      to: DictionaryBlock(
        header: Header(count: 1, kind: .dictionary, info: Int32(info)), keys: keys, values: values, keyForm: keyForm,
        table: table, tableSize: tableSize))
    return block
  }

  /// Removes one element of an array that has no other owner.
  func removeElement(_ array: UnsafeMutablePointer<ArrayBlock>, at place: Int) {
    let (w, r) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride))
    let last = array.pointee.count - 1
    for index in 0..<r {
      if let old = array.pointee.references[place * r + index] { release(old) }
    }
    array.words(at: place).update(from: array.words(at: place + 1), count: (last - place) * w)
    array.references(at: place).update(from: array.references(at: place + 1), count: (last - place) * r)
    array.pointee.count = last
  }

  /// Takes one element out of an array that has no other owner; the last one takes its place.
  func moveLast(of array: UnsafeMutablePointer<ArrayBlock>, to place: Int) {
    let (w, r) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride))
    let last = array.pointee.count - 1
    for index in 0..<r { if let old = array.references(at: place)[index] { release(old) } }
    for index in 0..<w { array.words(at: place)[index] = array.words(at: last)[index] }
    for index in 0..<r { array.references(at: place)[index] = array.references(at: last)[index] }
    array.pointee.count = last
  }
}

extension UnsafeMutablePointer where Pointee == DictionaryBlock {
  /// Where a key of one word is among the keys, or -1.
  @inline(__always) func place(of word: Int) -> Int {
    let mask = pointee.tableSize - 1
    if mask < 0 { return -1 }
    let (table, keys) = (pointee.table, asArray(pointee.keys).pointee.words)
    var slot = word.scrambled & mask
    while true {
      let place = Int(table[slot])
      if place < 0 || keys[place] == word { return place }
      slot = (slot + 1) & mask
    }
  }

  /// Mostly it is known.
  @inline(__always) private func hash(ofText text: Reference) -> Int {
    let known = text.assumingMemoryBound(to: StringBlock.self).pointee.hash
    return known != 0 ? known : text.textHash
  }

  @inline(__always) func place(ofText key: Reference) -> Int {
    let mask = pointee.tableSize - 1
    if mask < 0 { return -1 }
    let (table, keys) = (pointee.table, asArray(pointee.keys).pointee.references)
    let hash = hash(ofText: key)
    var slot = hash & mask
    while true {
      let place = Int(table[slot])
      if place < 0 { return -1 }
      if let other = keys[place], other == key || (self.hash(ofText: other) == hash && other.hasEqualText(key)) {
        return place
      }
      slot = (slot + 1) & mask
    }
  }
}

extension Int {
  /// A cheap hash of whole numbers (Fibonacci hashing).
  fileprivate var scrambled: Int {
    let product = UInt(bitPattern: self) &* 0x9E37_79B9_7F4A_7C15
    return Int(bitPattern: product ^ (product >> 32))
  }
}
