#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Making, copying and destroying blocks.
extension UnsafeMutablePointer where Pointee == HeapState {
  func charge(_ bytes: Int) throws(Fault) {
    let (sum, overflows) = pointee.live.addingReportingOverflow(bytes)
    if overflows || sum > pointee.limit { throw Fault.memory(pointee.limit) }
    // Many large copies take long, and no loop of the program may turn meanwhile.
    if bytes > 1 << 18, let look = pointee.look { try look() }
    pointee.live = sum
  }

  func block(_ bytes: Int) -> Reference {
    pointee.live += bytes
    guard let block = malloc(bytes) else { fatalError("out of memory") }
    return block
  }

  // MARK: Arrays

  func array(_ layout: Layout, capacity: Int = 0) throws(Fault) -> Reference {
    let block = block(MemoryLayout<ArrayBlock>.stride)
    // Buffers of no length are never read; any pointer will do.
    block.assumingMemoryBound(to: ArrayBlock.self).initialize(
      to: ArrayBlock(
        header: Header(count: 1, kind: .array, info: 0), count: 0, capacity: 0,
        words: block.assumingMemoryBound(to: Int.self), references: block.assumingMemoryBound(to: Reference?.self),
        wordStride: Int32(layout.words), referenceStride: Int32(layout.references)))
    if capacity > 0 {
      do { try reserve(block, capacity) } catch {
        release(block)
        throw error
      }
    }
    return block
  }

  /// Makes room for `capacity` elements in all. The new part is not initialised.
  func reserve(_ reference: Reference, _ capacity: Int) throws(Fault) {
    let array = reference.asArray
    guard capacity > array.pointee.capacity else { return }
    let wordStride = Int(array.pointee.wordStride)
    let referenceStride = Int(array.pointee.referenceStride)
    let stride = 8 * (wordStride + referenceStride)
    let (bytes, overflows) = (capacity - array.pointee.capacity).multipliedReportingOverflow(by: Swift.max(stride, 1))
    // Elements without a size take no memory, but they are counted.
    if overflows || (stride == 0 && bytes > pointee.limit) { throw Fault.memory(pointee.limit) }
    try charge(stride == 0 ? 0 : bytes)
    if wordStride > 0 {
      let old = array.pointee.capacity == 0 ? nil : UnsafeMutableRawPointer(array.pointee.words)
      guard let new = realloc(old, capacity * wordStride * 8) else {
        pointee.live -= bytes
        throw Fault.memory(pointee.limit)
      }
      array.pointee.words = new.assumingMemoryBound(to: Int.self)
    }
    if referenceStride > 0 {
      let old = array.pointee.capacity == 0 ? nil : UnsafeMutableRawPointer(array.pointee.references)
      guard let new = realloc(old, capacity * referenceStride * 8) else {
        pointee.live -= bytes
        throw Fault.memory(pointee.limit)
      }
      array.pointee.references = new.assumingMemoryBound(to: Reference?.self)
    }
    array.pointee.capacity = capacity
  }

  /// Room for one more element, doubling as it grows.
  func grow(_ reference: Reference, by count: Int = 1) throws(Fault) {
    let array = reference.asArray
    let needed = array.pointee.count + count
    if needed > array.pointee.capacity {
      try reserve(reference, Swift.max(needed, array.pointee.capacity * 2, 4))
    }
  }

  func copyArray(_ reference: Reference, capacity: Int = 0) throws(Fault) -> Reference {
    let array = reference.asArray
    let layout = array.pointee.layout
    let copy = try self.array(layout, capacity: Swift.max(array.pointee.count, capacity))
    try appendElements(of: array, 0..<array.pointee.count, toNew: copy)
    return copy
  }

  /// How many elements are copied or made between two looks at the clock.
  static var chunk: Int { 1 << 18 }

  /// The same for an array that nobody holds yet: it is released where copying is stopped.
  func appendElements(
    of source: UnsafeMutablePointer<ArrayBlock>, _ range: Range<Int>, toNew target: Reference
  ) throws(Fault) {
    do { try appendElements(of: source, range, to: target.asArray) } catch {
      release(target)
      throw error
    }
  }

  /// Appends elements that `target` has room for.
  func appendElements(
    of source: UnsafeMutablePointer<ArrayBlock>, _ range: Range<Int>, to target: UnsafeMutablePointer<ArrayBlock>
  ) throws(Fault) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Swift.min(start + Self.chunk, range.upperBound)
      appendChunk(of: source, start..<end, to: target)
      start = end
      if start < range.upperBound, let look = pointee.look { try look() }
    }
  }

  private func appendChunk(
    of source: UnsafeMutablePointer<ArrayBlock>, _ range: Range<Int>, to target: UnsafeMutablePointer<ArrayBlock>
  ) {
    let (w, r) = (Int(source.pointee.wordStride), Int(source.pointee.referenceStride))
    let start = target.pointee.count
    if w > 0 {
      (target.pointee.words + start * w).update(
        from: source.pointee.words + range.lowerBound * w, count: range.count * w)
    }
    if r > 0 {
      let from = source.pointee.references + range.lowerBound * r
      let to = target.pointee.references + start * r
      for index in 0..<range.count * r {
        let element = from[index]
        element?.retain()
        (to + index).initialize(to: element)
      }
    }
    target.pointee.count = start + range.count
  }

  /// Appends one element; its references become the array's.
  func append(
    words: UnsafeMutablePointer<Int>, references: UnsafeMutablePointer<Reference?>, to reference: Reference
  ) throws(Fault) {
    try grow(reference)
    let array = reference.asArray
    let (w, r) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride))
    let place = array.pointee.count
    for index in 0..<w { array.pointee.words[place * w + index] = words[index] }
    for index in 0..<r { array.pointee.references[place * r + index] = references[index] }
    array.pointee.count = place + 1
  }

  /// Makes the array in a slot the only owner of its elements.
  func makeUnique(_ slot: UnsafeMutablePointer<Reference?>) throws(Fault) -> UnsafeMutablePointer<ArrayBlock> {
    guard let reference = slot.pointee else { throw Fault.overlapping }
    if reference.asHeader.pointee.count == 1 { return reference.asArray }
    let copy = try copyArray(reference)
    reference.asHeader.pointee.count -= 1
    slot.pointee = copy
    return copy.asArray
  }

  // MARK: Records and host objects

  /// A record with zeroed words and empty references.
  func record(words: Int, references: Int, info: Int) -> Reference {
    let bytes = RecordBlock.payload + 8 * (words + references)
    let block = block(bytes)
    block.assumingMemoryBound(to: RecordBlock.self).initialize(
      to: RecordBlock(
        header: Header(count: 1, kind: .record, info: Int32(info)), words: Int32(words), references: Int32(references),
        epoch: pointee.undo.epoch))
    memset(block + RecordBlock.payload, 0, 8 * (words + references))
    return block
  }

  func host(_ object: HostObject) -> Reference {
    let block = block(MemoryLayout<HostBlock>.stride)
    block.assumingMemoryBound(to: HostBlock.self).initialize(
      to: HostBlock(header: Header(count: 1, kind: .host, info: 0), object: object))
    return block
  }

  /// Makes the object in a slot nobody else's, in the machine or outside.
  func makeUniqueHost(_ slot: UnsafeMutablePointer<Reference?>) throws(Fault) -> UnsafeMutablePointer<HostBlock> {
    guard let reference = slot.pointee else { throw Fault.overlapping }
    let host = reference.asHost
    if host.pointee.header.count == 1 {
      host.pointee.makeObjectUnique()
      return host
    }
    if let look = pointee.look { try look() }
    let copy = self.host(host.pointee.object.copied())
    host.pointee.header.count -= 1
    slot.pointee = copy
    return copy.asHost
  }

  // MARK: Releasing

  func release(_ reference: Reference) {
    let header = reference.asHeader
    header.pointee.count -= 1
    if header.pointee.count == 0 { destroy(reference) }
  }

  /// Frees a block nobody owns, and what only it owned. Chains of any length need no host stack: blocks that wait
  /// are linked through their counts.
  func destroy(_ first: Reference) {
    var waiting: Reference? = first
    first.asHeader.pointee.count = 0
    func drop(_ reference: Reference?) {
      guard let reference else { return }
      let header = reference.asHeader
      header.pointee.count -= 1
      if header.pointee.count == 0 {
        header.pointee.count = Int(bitPattern: waiting)
        waiting = reference
      }
    }
    while let block = waiting {
      waiting = Reference(bitPattern: block.asHeader.pointee.count)
      switch block.asHeader.pointee.kind {
      case .string:
        let string = block.assumingMemoryBound(to: StringBlock.self)
        pointee.live -= MemoryLayout<StringBlock>.stride + string.pointee.charged
        string.pointee.tail.bytes?.deallocate()
        string.deinitialize(count: 1)
      case .array:
        let array = block.asArray
        let (w, r) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride))
        for index in 0..<array.pointee.count * r { drop(array.pointee.references[index]) }
        if array.pointee.capacity > 0 {
          if w > 0 { free(array.pointee.words) }
          if r > 0 { free(array.pointee.references) }
        }
        pointee.live -= MemoryLayout<ArrayBlock>.stride + array.pointee.capacity * 8 * (w + r)
      case .record:
        let record = block.assumingMemoryBound(to: RecordBlock.self)
        let (w, r) = (Int(record.pointee.words), Int(record.pointee.references))
        let references = block.recordReferences
        for index in 0..<r { drop(references[index]) }
        pointee.live -= RecordBlock.payload + 8 * (w + r)
      case .host:
        block.asHost.deinitialize(count: 1)
        pointee.live -= MemoryLayout<HostBlock>.stride
      case .dictionary:
        let dictionary = block.asDictionary
        drop(dictionary.pointee.keys)
        drop(dictionary.pointee.values)
        pointee.live -= MemoryLayout<DictionaryBlock>.stride + dictionary.pointee.tableSize * 4
        free(dictionary.pointee.table)
      }
      free(block)
    }
  }
}

extension Reference {
  var asHeader: UnsafeMutablePointer<Header> { assumingMemoryBound(to: Header.self) }
  var asArray: UnsafeMutablePointer<ArrayBlock> { assumingMemoryBound(to: ArrayBlock.self) }
  var asHost: UnsafeMutablePointer<HostBlock> { assumingMemoryBound(to: HostBlock.self) }
  var asDictionary: UnsafeMutablePointer<DictionaryBlock> { assumingMemoryBound(to: DictionaryBlock.self) }
  var asRecord: UnsafeMutablePointer<RecordBlock> { assumingMemoryBound(to: RecordBlock.self) }

  var recordWords: UnsafeMutablePointer<Int> { (self + RecordBlock.payload).assumingMemoryBound(to: Int.self) }
  var recordReferences: UnsafeMutablePointer<Reference?> {
    (self + RecordBlock.payload + 8 * Int(asRecord.pointee.words)).assumingMemoryBound(to: Reference?.self)
  }

  func retain() { asHeader.pointee.count += 1 }
}

extension ArrayBlock {
  var layout: Layout { Layout(words: Int(wordStride), references: Int(referenceStride)) }
}
