#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Room for small blocks, by size. What is freed is used again by the next block of its size.
struct Pool {
  static let step = 16
  static let largest = 128
  private static let slab = 1 << 15
  /// The first free block of each size; the address of the next one lies in it.
  let firstFree = UnsafeMutablePointer<Reference?>.allocate(capacity: largest / step + 1)
  private var slabs: [Reference] = []

  /// Programs make and drop large buffers again and again: what is freed stays with the process, up to 64 MB, as memory
  /// that comes from the system has to be cleared page by page.
  private static let keepsFreedMemory: Void = {
    guard let process = dlopen(nil, RTLD_LAZY), let address = dlsym(process, "mallopt") else { return }
    let mallopt = unsafeBitCast(address, to: (@convention(c) (CInt, CInt) -> CInt).self)
    let (trimThreshold, mapThreshold): (CInt, CInt) = (-1, -3)
    _ = mallopt(trimThreshold, 64 << 20)
    _ = mallopt(mapThreshold, 32 << 20)
  }()

  init() {
    Self.keepsFreedMemory
    firstFree.initialize(repeating: nil, count: Self.largest / Self.step + 1)
  }

  @inline(__always) static func size(_ bytes: Int) -> Int { (bytes &+ (step - 1)) / step }

  /// Cuts a new slab into blocks.
  mutating func refill(_ size: Int) {
    let (bytes, count) = (size * Self.step, Self.slab / (size * Self.step))
    guard let slab = malloc(bytes * count) else { fatalError("out of memory") }
    slabs.append(slab)
    for index in 0..<count {
      let next = index + 1 < count ? slab + (index + 1) * bytes : firstFree[size]
      (slab + index * bytes).storeBytes(of: next, as: Reference?.self)
    }
    firstFree[size] = slab
  }

  func release() {
    for slab in slabs { free(slab) }
    firstFree.deallocate()
  }
}

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
    let block = room(bytes)
    if let check = pointee.check { check.add(block) }
    return block
  }

  /// The same for what is no block of its own.
  @inline(__always) func room(_ bytes: Int) -> Reference {
    pointee.live += bytes
    guard bytes <= Pool.largest, pointee.check == nil else {
      guard let block = malloc(bytes) else { fatalError("out of memory") }
      return block
    }
    let size = Pool.size(bytes)
    let first = pointee.pool.firstFree + size
    if first.pointee == nil { pointee.pool.refill(size) }
    let block = first.pointee.unsafelyUnwrapped
    first.pointee = block.load(as: Reference?.self)
    return block
  }

  /// Takes back a block of so many bytes.
  @inline(__always) private func freeBlock(_ block: Reference, _ bytes: Int) {
    if let check = pointee.check {
      pointee.live -= bytes
      return check.remove(block, bytes)
    }
    freeRoom(block, bytes)
  }

  @inline(__always) func freeRoom(_ block: Reference, _ bytes: Int) {
    pointee.live -= bytes
    if bytes > Pool.largest || pointee.check != nil { return free(block) }
    let first = pointee.pool.firstFree + Pool.size(bytes)
    block.storeBytes(of: first.pointee, as: Reference?.self)
    first.pointee = block
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

  /// Frees a block nobody owns, and what only it owned, the first first. Chains of any length need no host stack:
  /// blocks that wait are linked through their counts.
  func destroy(_ first: Reference) {
    let header = first.assumingMemoryBound(to: Header.self)
    if case .string = header.pointee.kind, header.pointee.info >= 0 {
      return freeBlock(first, MemoryLayout<StringBlock>.stride)
    }
    var waiting: Reference? = first
    var last: Reference?
    header.pointee.count = 0
    func drop(_ reference: Reference?) {
      guard let reference else { return }
      let header = reference.assumingMemoryBound(to: Header.self)
      header.pointee.count -= 1
      guard header.pointee.count == 0 else { return }
      if case .string = header.pointee.kind, header.pointee.info >= 0 {
        return freeBlock(reference, MemoryLayout<StringBlock>.stride)
      }
      // Behind what the same block owned, before what waited already.
      if let last {
        header.pointee.count = last.asHeader.pointee.count
        last.asHeader.pointee.count = Int(bitPattern: reference)
      } else {
        header.pointee.count = Int(bitPattern: waiting)
        waiting = reference
      }
      last = reference
    }
    while let block = waiting {
      waiting = Reference(bitPattern: block.asHeader.pointee.count)
      last = nil
      if block.asHeader.pointee.flags.contains(.finalizes) {
        postpone(block)
        continue
      }
      switch block.asHeader.pointee.kind {
      case .string:
        freeLongText(of: block)
        freeBlock(block, MemoryLayout<StringBlock>.stride)
      case .array:
        let array = block.asArray
        let (w, r) = (Int(array.pointee.wordStride), Int(array.pointee.referenceStride))
        for index in 0..<array.pointee.count * r { drop(array.pointee.references[index]) }
        if array.pointee.capacity > 0 {
          if w > 0 { free(array.pointee.words) }
          if r > 0 { free(array.pointee.references) }
        }
        pointee.live -= array.pointee.capacity * 8 * (w + r)
        freeBlock(block, MemoryLayout<ArrayBlock>.stride)
      case .record:
        if block.asHeader.pointee.flags.contains(.isReferredToWeakly) { forgetWeakly(block) }
        let record = block.assumingMemoryBound(to: RecordBlock.self)
        let (w, r) = (Int(record.pointee.words), Int(record.pointee.references))
        let references = block.recordReferences
        for index in 0..<r { drop(references[index]) }
        freeBlock(block, RecordBlock.payload + 8 * (w + r))
      case .host:
        block.asHost.deinitialize(count: 1)
        freeBlock(block, MemoryLayout<HostBlock>.stride)
      case .dictionary:
        let dictionary = block.asDictionary
        drop(dictionary.pointee.keys)
        drop(dictionary.pointee.values)
        pointee.live -= dictionary.pointee.tableSize * 4
        free(dictionary.pointee.table)
        freeBlock(block, MemoryLayout<DictionaryBlock>.stride)
      }
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
