// This file is longer than 500 lines: the loop is one `switch`, and without whole-module optimisation only what stands
// in the same file is inlined into it.
//
// First come the parts: what one instruction does, where several cases need it. Then comes the loop, with its cases in
// the order of `Opcode`. Those under "Runs" do several instructions in one step; they only put parts together, and hand on
// what one part makes for the next one (`FunctionCompiler.isChain` sees to it that it is the next one's).

/// A call that waits for the one above it.
struct Frame {
  var next: UnsafeMutablePointer<Instruction>
  var words: UnsafeMutablePointer<Int>
  var references: UnsafeMutablePointer<Reference?>
  var code: UnsafeMutablePointer<Code>

  @inline(__always) func resume(
    _ next: inout UnsafeMutablePointer<Instruction>, _ words: inout UnsafeMutablePointer<Int>,
    _ references: inout UnsafeMutablePointer<Reference?>, _ code: inout UnsafeMutablePointer<Code>
  ) {
    next = self.next
    words = self.words
    references = self.references
    code = self.code
  }
}

@inline(__always) private func asDouble(_ word: Int) -> Double { Double(bitPattern: UInt64(bitPattern: Int64(word))) }
@inline(__always) private func asWord(_ value: Double) -> Int { Int(Int64(bitPattern: value.bitPattern)) }
@inline(__always) private func asFloat(_ word: Int) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: word)) }
@inline(__always) private func asWord(_ value: Float) -> Int { Int(value.bitPattern) }
@inline(__always) private func asWord(_ value: Bool) -> Int { value ? 1 : 0 }

@inline(__always) private func retain(_ reference: Reference?) {
  if let reference { reference.assumingMemoryBound(to: Header.self).pointee.count += 1 }
}
@inline(__always) private func release(_ reference: Reference?, _ heap: Heap) {
  guard let reference else { return }
  let header = reference.assumingMemoryBound(to: Header.self)
  let count = header.pointee.count - 1
  header.pointee.count = count
  if count == 0 { heap.destroy(reference) }
}
/// Before a record is written to: what an earlier cell left in it may be needed again.
@inline(__always) private func keepContent(_ record: Reference, _ heap: Heap) {
  if record.assumingMemoryBound(to: RecordBlock.self).pointee.epoch != heap.pointee.undo.epoch {
    heap.keepContent(of: record)
  }
}
/// Registers that must hold something do; this is what keeps a mistake in the compiler from reading wild memory.
@inline(__always) private func owned(_ reference: Reference?) throws(Fault) -> Reference {
  guard let reference else { throw Fault.uninitialised }
  return reference
}
@inline(__always) private func array(_ reference: Reference) -> UnsafeMutablePointer<ArrayBlock> {
  reference.assumingMemoryBound(to: ArrayBlock.self)
}
@inline(__always) private func array(at word: Int) -> UnsafeMutablePointer<ArrayBlock> {
  UnsafeMutablePointer(bitPattern: word).unsafelyUnwrapped
}
@inline(__always) private func wordsAt(_ word: Int) -> UnsafeMutablePointer<Int> {
  UnsafeMutablePointer(bitPattern: word).unsafelyUnwrapped
}
@inline(__always) private func referencesAt(_ word: Int) -> UnsafeMutablePointer<Reference?> {
  UnsafeMutablePointer(bitPattern: word).unsafelyUnwrapped
}

/// Ticks that reading a text takes: none for short ones.
@inline(__always) private func work(of text: Reference) -> Int {
  text.assumingMemoryBound(to: StringBlock.self).pointee.charged >> 7
}

/// An element of a host object that lies in memory; nil for others, and for indices that do not fit.
@inline(__always) private func plainElement(
  _ elements: UnsafeMutablePointer<PlainElements>, _ indices: UnsafeMutablePointer<Int>, _ count: Int
) -> Double? {
  func isOutside(_ axis: Int, _ size: Int) -> Bool { UInt(bitPattern: indices[axis]) >= UInt(bitPattern: size) }
  guard elements.pointee.rank == count, count > 0 else { return nil }
  if isOutside(0, elements.pointee.sizes.0) { return nil }
  var position = indices[0]
  if count > 1 {
    if isOutside(1, elements.pointee.sizes.1) { return nil }
    position = position &* elements.pointee.sizes.1 &+ indices[1]
  }
  if count > 2 {
    if isOutside(2, elements.pointee.sizes.2) { return nil }
    position = position &* elements.pointee.sizes.2 &+ indices[2]
  }
  if count > 3 {
    if isOutside(3, elements.pointee.sizes.3) { return nil }
    position = position &* elements.pointee.sizes.3 &+ indices[3]
  }
  if let doubles = elements.pointee.doubles { return doubles[position] }
  if let floats = elements.pointee.floats { return Double(floats[position]) }
  return nil
}

// MARK: Parts

// What one instruction does, for those that also stand in runs. Who goes on to the next one moves the loop's `next`
// first: a fault is told at the place of the instruction before it.

private typealias Step = UnsafeMutablePointer<Instruction>
private typealias Words = UnsafeMutablePointer<Int>
private typealias References = UnsafeMutablePointer<Reference?>

@inline(__always) private func move(_ at: Step, _ w: Words) { w[Int(at.pointee.a)] = w[Int(at.pointee.b)] }
@inline(__always) @discardableResult private func setWord(_ at: Step, _ w: Words) -> Int {
  let word = Int(at.pointee.b) &<< 32 | Int(UInt32(bitPattern: at.pointee.c))
  w[Int(at.pointee.a)] = word
  return word
}
@inline(__always) private func loadGlobalWord(_ at: Step, _ w: Words, _ globals: Words) {
  w[Int(at.pointee.a)] = globals[Int(at.pointee.b)]
}

@inline(__always) @discardableResult private func addInt(_ at: Step, _ w: Words) throws(Fault) -> Int {
  let (left, right) = (w[Int(at.pointee.b)], w[Int(at.pointee.c)])
  let (sum, overflows) = left.addingReportingOverflow(right)
  if overflows { throw Fault.overflow(left, "+", right, .int) }
  w[Int(at.pointee.a)] = sum
  return sum
}
@inline(__always) @discardableResult private func subtractInt(_ at: Step, _ w: Words) throws(Fault) -> Int {
  let (left, right) = (w[Int(at.pointee.b)], w[Int(at.pointee.c)])
  let (difference, overflows) = left.subtractingReportingOverflow(right)
  if overflows { throw Fault.overflow(left, "-", right, .int) }
  w[Int(at.pointee.a)] = difference
  return difference
}
@inline(__always) @discardableResult private func multiplyInt(_ at: Step, _ w: Words) throws(Fault) -> Int {
  let (left, right) = (w[Int(at.pointee.b)], w[Int(at.pointee.c)])
  let (product, overflows) = left.multipliedReportingOverflow(by: right)
  if overflows { throw Fault.overflow(left, "*", right, .int) }
  w[Int(at.pointee.a)] = product
  return product
}
@inline(__always) @discardableResult private func addConstant(_ at: Step, _ w: Words) throws(Fault) -> Int {
  let left = w[Int(at.pointee.b)]
  let (sum, overflows) = left.addingReportingOverflow(Int(at.pointee.c))
  if overflows { throw constantOverflow(left, Int(at.pointee.c)) }
  w[Int(at.pointee.a)] = sum
  return sum
}
@inline(__always) @discardableResult private func multiplyConstant(_ at: Step, _ w: Words) throws(Fault) -> Int {
  let left = w[Int(at.pointee.b)]
  let (product, overflows) = left.multipliedReportingOverflow(by: Int(at.pointee.c))
  if overflows { throw Fault.overflow(left, "*", Int(at.pointee.c), .int) }
  w[Int(at.pointee.a)] = product
  return product
}

@inline(__always) private func addDouble(_ at: Step, _ w: Words) {
  w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) + asDouble(w[Int(at.pointee.c)]))
}
@inline(__always) private func subtractDouble(_ at: Step, _ w: Words) {
  w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) - asDouble(w[Int(at.pointee.c)]))
}
@inline(__always) private func multiplyDouble(_ at: Step, _ w: Words) {
  w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) * asDouble(w[Int(at.pointee.c)]))
}
@inline(__always) private func multiplyAddDouble(_ at: Step, _ w: Words) {
  let product = asDouble(w[Int(at.pointee.b)]) * asDouble(w[Int(at.pointee.c)])
  w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.a)]) + product)
}
@inline(__always) private func multiplyAddFloat(_ at: Step, _ w: Words) {
  let product = asFloat(w[Int(at.pointee.b)]) * asFloat(w[Int(at.pointee.c)])
  w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.a)]) + product)
}

/// Goes where a jump leads.
@inline(__always) private func jump(_ at: Step, _ next: inout Step, if condition: Bool) {
  if condition { next += Int(at.pointee.c) }
}
@inline(__always) private func tick(_ ticks: inout Int, _ machine: Machine) throws(Fault) {
  ticks &-= 1
  if ticks < 0 { ticks = try machine.renewTicks() }
}
@inline(__always) private func forNext(
  _ at: Step, _ w: Words, _ next: inout Step, _ ticks: inout Int, _ machine: Machine
) throws(Fault) {
  guard countUp(at, w) else { return }
  next += Int(at.pointee.c)
  try tick(&ticks, machine)
}
@inline(__always) private func strideNext(
  _ at: Step, _ w: Words, _ next: inout Step, _ ticks: inout Int, _ machine: Machine
) throws(Fault) {
  guard stepOn(at, w) else { return }
  next += Int(at.pointee.c)
  try tick(&ticks, machine)
}
/// Whether the loop of a `forNext` goes on.
@inline(__always) private func countUp(_ at: Step, _ w: Words) -> Bool {
  let value = w[Int(at.pointee.a)] &+ 1
  w[Int(at.pointee.a)] = value
  return value < w[Int(at.pointee.b)]
}
/// Whether the loop of a `strideNext` goes on.
@inline(__always) private func stepOn(_ at: Step, _ w: Words) -> Bool {
  let value = w + Int(at.pointee.a)
  let step = value[2]
  let (sum, overflows) = value[0].addingReportingOverflow(step)
  guard !overflows, step > 0 ? sum <= value[1] : sum >= value[1] else { return false }
  value[0] = sum
  return true
}

/// The next turns of a loop that does nothing but store one word in elements that stand `step` apart: as many as fit and
/// are granted, but not the last one. Gives what the variable of the loop, whose last value is `last`, and the ticks are
/// then. Not inlined: the registers of this loop are missing in the other one.
@inline(never) private func fill(
  _ reference: Reference?, with word: Int, from index: Int, step: Int, last: Int, _ ticks: Int
) -> (index: Int, ticks: Int) {
  guard let reference, step > 0, index >= 0, last >= index else { return (index, ticks) }
  let block = array(reference)
  let (end, words) = (min(last - step, block.pointee.count - 1), block.pointee.words)
  var (place, left) = (index, ticks)
  while place <= end && left > 0 {
    words[place] = word
    place &+= step
    left &-= 1
  }
  return (place, left)
}

/// An index that fits.
@inline(__always) private func checked(
  _ index: Int, _ block: UnsafeMutablePointer<ArrayBlock>
) throws(Fault) -> Int {
  if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
    throw Fault.index(index, count: block.pointee.count)
  }
  return index
}
/// The block of an array that is about to change, of which nobody else has a share.
@inline(__always) private func unshared(
  _ block: UnsafeMutablePointer<ArrayBlock>, _ slot: References, _ heap: Heap
) throws(Fault) -> UnsafeMutablePointer<ArrayBlock> {
  block.pointee.header.count == 1 ? block : try heap.makeUnique(slot)
}

@inline(__always) @discardableResult private func loadElementWord(
  _ at: Step, _ w: Words, of block: UnsafeMutablePointer<ArrayBlock>, at index: Int
) throws(Fault) -> Int {
  let word = block.pointee.words[try checked(index, block)]
  w[Int(at.pointee.a)] = word
  return word
}
@inline(__always) @discardableResult private func loadElementWord(
  _ at: Step, _ w: Words, _ r: References, at index: Int
) throws(Fault) -> Int {
  try loadElementWord(at, w, of: array(owned(r[Int(at.pointee.b)])), at: index)
}
@inline(__always) @discardableResult private func loadElementWord(
  _ at: Step, _ w: Words, _ r: References
) throws(Fault) -> Int {
  try loadElementWord(at, w, r, at: w[Int(at.pointee.c)])
}
/// From the block that the part before found.
@inline(__always) @discardableResult private func loadElementWord(
  _ at: Step, _ w: Words, of block: UnsafeMutablePointer<ArrayBlock>
) throws(Fault) -> Int {
  try loadElementWord(at, w, of: block, at: w[Int(at.pointee.c)])
}
@inline(__always) private func loadElementPart(_ at: Step, _ w: Words, _ r: References) throws(Fault) {
  let block = try array(owned(r[Int(at.pointee.b)]))
  let index = try checked(w[Int(at.pointee.c)], block)
  w[Int(at.pointee.a)] = block.pointee.words[index &* Int(block.pointee.wordStride) &+ Int((at + 1).pointee.a)]
}
@inline(__always) @discardableResult private func peekElement(
  _ at: Step, _ w: Words, _ r: References, at index: Int
) throws(Fault) -> UnsafeMutablePointer<ArrayBlock> {
  let block = try array(owned(r[Int(at.pointee.b)]))
  let element = try owned(block.pointee.references[try checked(index, block)])
  w[Int(at.pointee.a)] = Int(bitPattern: element)
  return array(element)
}
@inline(__always) @discardableResult private func peekElement(
  _ at: Step, _ w: Words, _ r: References
) throws(Fault) -> UnsafeMutablePointer<ArrayBlock> {
  try peekElement(at, w, r, at: w[Int(at.pointee.c)])
}
@inline(__always) @discardableResult private func peekRecord(
  _ at: Step, _ w: Words, _ r: References
) throws(Fault) -> UnsafeMutablePointer<ArrayBlock> {
  let record = try owned(r[Int(at.pointee.b)])
  let count = Int(record.assumingMemoryBound(to: RecordBlock.self).pointee.words)
  let payload = (record + MemoryLayout<RecordBlock>.stride + 8 * count).assumingMemoryBound(to: Reference?.self)
  let reference = try owned(payload[Int(at.pointee.c)])
  w[Int(at.pointee.a)] = Int(bitPattern: reference)
  return array(reference)
}
@inline(__always) @discardableResult private func peekGlobal(
  _ at: Step, _ w: Words, _ globals: References
) throws(Fault) -> UnsafeMutablePointer<ArrayBlock> {
  guard let reference = globals[Int(at.pointee.b)] else { throw Fault.overlapping }
  w[Int(at.pointee.a)] = Int(bitPattern: reference)
  return array(reference)
}
@inline(__always) private func recordReferences(
  _ at: Step, _ w: Words, _ r: References, _ heap: Heap
) throws(Fault) {
  let record = try owned(r[Int(at.pointee.b)])
  keepContent(record, heap)
  let count = Int(record.assumingMemoryBound(to: RecordBlock.self).pointee.words)
  w[Int(at.pointee.a)] = Int(bitPattern: record + MemoryLayout<RecordBlock>.stride + 8 * count)
}
@inline(__always) private func referenceAddress(_ at: Step, _ w: Words, _ r: References) {
  w[Int(at.pointee.a)] = Int(bitPattern: r + Int(at.pointee.b))
}
@inline(__always) private func elementAddress(_ at: Step, _ w: Words, _ heap: Heap) throws(Fault) {
  let slot = referencesAt(w[Int(at.pointee.b)])
  guard let reference = slot.pointee else { throw Fault.overlapping }
  let index = try checked(w[Int(at.pointee.c)], array(reference))
  let block = try unshared(array(reference), slot, heap)
  w[Int(at.pointee.a)] = Int(bitPattern: block.pointee.words + index * Int(block.pointee.wordStride))
  w[Int(at.pointee.a) + 1] = Int(bitPattern: block.pointee.references + index * Int(block.pointee.referenceStride))
}
@inline(__always) private func storeElementWord(
  _ at: Step, _ w: Words, _ r: References, _ word: Int, _ heap: Heap
) throws(Fault) {
  let slot = r + Int(at.pointee.a)
  let shared = try array(owned(slot.pointee))
  let index = try checked(w[Int(at.pointee.b)], shared)
  try unshared(shared, slot, heap).pointee.words[index] = word
}
@inline(__always) private func storeElementWord(
  _ at: Step, _ w: Words, _ r: References, _ heap: Heap
) throws(Fault) {
  try storeElementWord(at, w, r, w[Int(at.pointee.c)], heap)
}
@inline(__always) private func storeElementWordVia(_ at: Step, _ w: Words, _ heap: Heap) throws(Fault) {
  let slot = referencesAt(w[Int(at.pointee.a)])
  guard let reference = slot.pointee else { throw Fault.overlapping }
  let index = try checked(w[Int(at.pointee.b)], array(reference))
  try unshared(array(reference), slot, heap).pointee.words[index] = w[Int(at.pointee.c)]
}
@inline(__always) private func storeRecordElementWord(
  _ at: Step, _ w: Words, _ r: References, at index: Int, _ word: Int, _ heap: Heap
) throws(Fault) {
  let record = try owned(r[Int(at.pointee.a)])
  keepContent(record, heap)
  let count = Int(record.assumingMemoryBound(to: RecordBlock.self).pointee.words)
  let slot = (record + MemoryLayout<RecordBlock>.stride + 8 * count).assumingMemoryBound(to: Reference?.self)
  guard let reference = slot.pointee else { throw Fault.overlapping }
  let place = try checked(index, array(reference))
  try unshared(array(reference), slot, heap).pointee.words[place] = word
}
@inline(__always) private func storeElementPart(
  _ at: Step, _ w: Words, _ r: References, _ heap: Heap
) throws(Fault) {
  let slot = r + Int(at.pointee.a)
  let shared = try array(owned(slot.pointee))
  let index = try checked(w[Int(at.pointee.b)], shared)
  let block = try unshared(shared, slot, heap)
  block.pointee.words[index &* Int(block.pointee.wordStride) &+ Int((at + 1).pointee.a)] = w[Int(at.pointee.c)]
}

/// The index that a path's step gives: `w[b]`, or `w[b] + w[c]` where `a` is 1. `next` stands behind the step.
@inline(__always) private func pathIndex(_ next: inout Step, _ w: Words) throws(Fault) -> Int {
  let step = next
  next = step + 1
  let left = w[Int(step.pointee.b)]
  if step.pointee.a == 0 { return left }
  let right = w[Int(step.pointee.c)]
  let (sum, overflows) = left.addingReportingOverflow(right)
  if overflows { throw Fault.overflow(left, "+", right, .int) }
  // The place of the sum is that of its step; the place of the subscript that of the one behind it.
  next = step + 2
  return sum
}
/// The address of the block at the end of a path whose steps begin at `first`; 0 if there is none.
@inline(__always) private func fixedBlock(_ root: Reference?, _ first: Step, _ end: Step, _ w: Words) -> Int {
  var (reference, step) = (root, first)
  while let current = reference, step < end {
    let right = step.pointee.a == 0 ? 0 : w[Int(step.pointee.c)]
    let (index, overflows) = w[Int(step.pointee.b)].addingReportingOverflow(right)
    let block = array(current)
    if overflows || UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) { return 0 }
    reference = block.pointee.references[index]
    step += 1
  }
  return Int(bitPattern: reference)
}
/// Whether the element is there.
@inline(__always) private func loadFixed(_ at: Step, _ w: Words, _ index: Int) -> Bool {
  guard let block = UnsafeMutablePointer<ArrayBlock>(bitPattern: w[Int(at.pointee.b)]),
    UInt(bitPattern: index) < UInt(bitPattern: block.pointee.count)
  else { return false }
  w[Int(at.pointee.a)] = block.pointee.words[index]
  return true
}
@inline(__always) private func loadFixed(_ at: Step, _ w: Words) -> Bool {
  loadFixed(at, w, w[Int(at.pointee.c)])
}
@inline(__always) private func loadFixedSum(_ at: Step, _ w: Words) -> Bool {
  let (index, overflows) = w[Int(at.pointee.c)].addingReportingOverflow(w[Int((at + 1).pointee.b)])
  return !overflows && loadFixed(at, w, index)
}
/// The element at the end of a path through arrays of arrays, which ends at `end`.
@inline(__always) private func pathElement(
  _ root: UnsafeMutablePointer<ArrayBlock>, _ next: inout Step, _ end: Step, _ w: Words
) throws(Fault) -> Int {
  var block = root
  while true {
    let index = try checked(try pathIndex(&next, w), block)
    if next == end { return block.pointee.words[index] }
    block = try array(owned(block.pointee.references[index]))
  }
}

extension Machine {
  /// Runs a function whose arguments lie in the window at `startWords` and `startReferences`, until it returns.
  /// The result is left there.
  func execute(
    _ entry: UnsafeMutablePointer<Code>, _ startWords: UnsafeMutablePointer<Int>,
    _ startReferences: UnsafeMutablePointer<Reference?>
  ) throws(Unwinding) {
    var w = startWords
    var r = startReferences
    var code = entry
    var next = entry.pointee.instructions
    let heap = self.heap
    let functions = self.functions
    let constants = self.constants
    let globalWords = self.words
    let globalReferences = self.references
    let wordLimit = self.wordLimit
    let referenceLimit = self.referenceLimit
    let firstFrame = self.frames + depth
    let lastFrame = self.frames + maximumDepth
    var frame = firstFrame
    var ticks = self.ticks

    if w + code.pointee.words > wordLimit || r + code.pointee.references > referenceLimit || frame >= lastFrame {
      throw Unwinding.fault(diagnostic(for: depthFault(), code, nil))
    }

    running: while true {
      do throws(Fault) {
        while true {
          var at = next
          next = at + 1
          switch at.pointee.opcode {
          // MARK: Moves
          case .move:
            move(at, w)
          case .moveMany:
            (w + Int(at.pointee.a)).update(from: w + Int(at.pointee.b), count: Int(at.pointee.c))
          case .copy:
            let new = r[Int(at.pointee.b)]
            retain(new)
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .copyMany:
            for part in 0..<Int(at.pointee.c) {
              let new = r[Int(at.pointee.b) &+ part]
              retain(new)
              let slot = r + (Int(at.pointee.a) &+ part)
              let old = slot.pointee
              slot.pointee = new
              release(old, heap)
            }
          case .take:
            let new = r[Int(at.pointee.b)]
            r[Int(at.pointee.b)] = nil
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .clear:
            var slot = r + Int(at.pointee.a)
            let end = slot + Int(at.pointee.c)
            while slot < end {
              let old = slot.pointee
              slot.pointee = nil
              slot += 1
              release(old, heap)
            }
          case .word:
            setWord(at, w)
          case .twoWords:
            w[Int(at.pointee.a)] = Int(at.pointee.b)
            w[Int(at.pointee.a) + 1] = Int(at.pointee.c)
          case .constant:
            let new = constants[Int(at.pointee.b)]
            retain(new)
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .extra:
            break

          // MARK: Globals and memory
          case .loadGlobalWord:
            loadGlobalWord(at, w, globalWords)
          case .storeGlobalWord:
            globalWords[Int(at.pointee.a)] = w[Int(at.pointee.b)]
          case .loadGlobalReference:
            let new = globalReferences[Int(at.pointee.b)]
            if new == nil && at.pointee.c == 1 { throw Fault.overlapping }
            retain(new)
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .storeGlobalReference:
            let new = r[Int(at.pointee.b)]
            r[Int(at.pointee.b)] = nil
            let slot = globalReferences + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .globalWordAddress:
            w[Int(at.pointee.a)] = Int(bitPattern: globalWords + Int(at.pointee.b))
          case .globalReferenceAddress:
            w[Int(at.pointee.a)] = Int(bitPattern: globalReferences + Int(at.pointee.b))
          case .wordAddress:
            w[Int(at.pointee.a)] = Int(bitPattern: w + Int(at.pointee.b))
          case .referenceAddress:
            referenceAddress(at, w, r)
          case .loadWord:
            w[Int(at.pointee.a)] = wordsAt(w[Int(at.pointee.b)])[Int(at.pointee.c)]
          case .storeWord:
            wordsAt(w[Int(at.pointee.a)])[Int(at.pointee.c)] = w[Int(at.pointee.b)]
          case .addConstantAt:
            let place = wordsAt(w[Int(at.pointee.a)]) + Int(at.pointee.c)
            let (sum, overflows) = place.pointee.addingReportingOverflow(Int(at.pointee.b))
            if overflows { throw constantOverflow(place.pointee, Int(at.pointee.b)) }
            place.pointee = sum
          case .loadReference:
            let new = referencesAt(w[Int(at.pointee.b)])[Int(at.pointee.c)]
            retain(new)
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .storeReference:
            let new = r[Int(at.pointee.b)]
            r[Int(at.pointee.b)] = nil
            let slot = referencesAt(w[Int(at.pointee.a)]) + Int(at.pointee.c)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .takeReference:
            let source = referencesAt(w[Int(at.pointee.b)]) + Int(at.pointee.c)
            let new = source.pointee
            source.pointee = nil
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .newRecord:
            let new = heap.record(
              words: Int(at.pointee.c), references: Int(next.pointee.a), info: Int(at.pointee.b))
            if next.pointee.b != 0 { new.asHeader.pointee.flags = .finalizes }
            next += 1
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .finalize:
            if at.pointee.a != 0 { r[Int(at.pointee.b)]?.asHeader.pointee.flags.remove(.finalizes) }
            if heap.pointee.dying.isEmpty { continue }
            depth = frame - frames
            self.ticks = ticks
            topWords = w + code.pointee.words
            topReferences = r + code.pointee.references
            try finalizeObjects()
            ticks = self.ticks
          case .recordWord:
            let record = try owned(r[Int(at.pointee.b)]) + MemoryLayout<RecordBlock>.stride
            w[Int(at.pointee.a)] = record.assumingMemoryBound(to: Int.self)[Int(at.pointee.c)]
          case .recordReference:
            let record = try owned(r[Int(at.pointee.b)])
            let count = Int(record.assumingMemoryBound(to: RecordBlock.self).pointee.words)
            let payload = (record + MemoryLayout<RecordBlock>.stride + 8 * count)
              .assumingMemoryBound(to: Reference?.self)
            let new = payload[Int(at.pointee.c)]
            retain(new)
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .setRecordWord:
            let record = try owned(r[Int(at.pointee.a)])
            keepContent(record, heap)
            let payload = record + MemoryLayout<RecordBlock>.stride
            payload.assumingMemoryBound(to: Int.self)[Int(at.pointee.c)] = w[Int(at.pointee.b)]
          case .setRecordReference:
            let record = try owned(r[Int(at.pointee.a)])
            keepContent(record, heap)
            let count = Int(record.assumingMemoryBound(to: RecordBlock.self).pointee.words)
            let payload = (record + MemoryLayout<RecordBlock>.stride + 8 * count)
              .assumingMemoryBound(to: Reference?.self)
            let new = r[Int(at.pointee.b)]
            r[Int(at.pointee.b)] = nil
            let slot = payload + Int(at.pointee.c)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .recordWords:
            let record = try owned(r[Int(at.pointee.b)])
            keepContent(record, heap)
            w[Int(at.pointee.a)] = Int(bitPattern: record + MemoryLayout<RecordBlock>.stride)
          case .recordReferences:
            try recordReferences(at, w, r, heap)

          // MARK: Whole numbers
          case .addInt:
            try addInt(at, w)
          case .subtractInt:
            try subtractInt(at, w)
          case .multiplyInt:
            try multiplyInt(at, w)
          case .divideInt:
            let (left, right) = (w[Int(at.pointee.b)], w[Int(at.pointee.c)])
            if right == 0 { throw Fault.divisionByZero }
            let (quotient, overflows) = left.dividedReportingOverflow(by: right)
            if overflows { throw Fault.overflow(left, "/", right, .int) }
            w[Int(at.pointee.a)] = quotient
          case .remainderInt:
            let (left, right) = (w[Int(at.pointee.b)], w[Int(at.pointee.c)])
            if right == 0 { throw Fault.remainderByZero }
            let (remainder, overflows) = left.remainderReportingOverflow(dividingBy: right)
            if overflows { throw Fault.overflow(left, "%", right, .int) }
            w[Int(at.pointee.a)] = remainder
          case .negateInt:
            let value = w[Int(at.pointee.b)]
            if value == Int.min { throw Fault.negation(value, .int) }
            w[Int(at.pointee.a)] = 0 &- value
          case .addConstant:
            try addConstant(at, w)
          case .multiplyConstant:
            try multiplyConstant(at, w)
          case .divideConstant:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] / Int(at.pointee.c)
          case .remainderConstant:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] % Int(at.pointee.c)
          case .bitAndConstant:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] & Int(at.pointee.c)
          case .shiftLeftConstant:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] &<< Int(at.pointee.c)
          case .shiftRightConstant:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] &>> Int(at.pointee.c)
          case .wrappingAdd:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] &+ w[Int(at.pointee.c)]
          case .wrappingSubtract:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] &- w[Int(at.pointee.c)]
          case .wrappingMultiply:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] &* w[Int(at.pointee.c)]
          case .bitAnd:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] & w[Int(at.pointee.c)]
          case .bitOr:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] | w[Int(at.pointee.c)]
          case .bitXor:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] ^ w[Int(at.pointee.c)]
          case .bitNot:
            w[Int(at.pointee.a)] = ~w[Int(at.pointee.b)]
          case .shiftLeft:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] << w[Int(at.pointee.c)]
          case .shiftRight:
            w[Int(at.pointee.a)] = w[Int(at.pointee.b)] >> w[Int(at.pointee.c)]
          case .integerOperation:
            w[Int(at.pointee.a)] = try integerOperation(
              w[Int(at.pointee.b)], w[Int(at.pointee.c)], kind: next.pointee.a, operation: next.pointee.b)
            next += 1
          case .absInt:
            let value = w[Int(at.pointee.b)]
            if value == Int.min { throw Fault.negation(value, .int) }
            w[Int(at.pointee.a)] = abs(value)
          case .minInt:
            w[Int(at.pointee.a)] = min(w[Int(at.pointee.b)], w[Int(at.pointee.c)])
          case .maxInt:
            w[Int(at.pointee.a)] = max(w[Int(at.pointee.b)], w[Int(at.pointee.c)])

          // MARK: Floating point
          case .addDouble:
            addDouble(at, w)
          case .subtractDouble:
            subtractDouble(at, w)
          case .multiplyDouble:
            multiplyDouble(at, w)
          case .divideDouble:
            w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) / asDouble(w[Int(at.pointee.c)]))
          case .negateDouble:
            w[Int(at.pointee.a)] = asWord(-asDouble(w[Int(at.pointee.b)]))
          case .addFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) + asFloat(w[Int(at.pointee.c)]))
          case .subtractFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) - asFloat(w[Int(at.pointee.c)]))
          case .multiplyFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) * asFloat(w[Int(at.pointee.c)]))
          case .divideFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) / asFloat(w[Int(at.pointee.c)]))
          case .negateFloat:
            w[Int(at.pointee.a)] = asWord(-asFloat(w[Int(at.pointee.b)]))
          case .squareRoot:
            w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]).squareRoot())
          case .absDouble:
            w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]).magnitude)
          case .minDouble:
            // As Swift's min(x, y): y < x ? y : x
            let (left, right) = (asDouble(w[Int(at.pointee.b)]), asDouble(w[Int(at.pointee.c)]))
            w[Int(at.pointee.a)] = asWord(right < left ? right : left)
          case .maxDouble:
            // As Swift's max(x, y): y >= x ? y : x
            let (left, right) = (asDouble(w[Int(at.pointee.b)]), asDouble(w[Int(at.pointee.c)]))
            w[Int(at.pointee.a)] = asWord(right >= left ? right : left)
          case .multiplyAddDouble:
            multiplyAddDouble(at, w)
          case .multiplyAddFloat:
            multiplyAddFloat(at, w)

          // MARK: Comparison
          case .lessInt:
            w[Int(at.pointee.a)] = asWord(w[Int(at.pointee.b)] < w[Int(at.pointee.c)])
          case .lessEqualInt:
            w[Int(at.pointee.a)] = asWord(w[Int(at.pointee.b)] <= w[Int(at.pointee.c)])
          case .equalInt:
            w[Int(at.pointee.a)] = asWord(w[Int(at.pointee.b)] == w[Int(at.pointee.c)])
          case .notEqualInt:
            w[Int(at.pointee.a)] = asWord(w[Int(at.pointee.b)] != w[Int(at.pointee.c)])
          case .lessUnsigned:
            w[Int(at.pointee.a)] = asWord(
              UInt(bitPattern: w[Int(at.pointee.b)]) < UInt(bitPattern: w[Int(at.pointee.c)]))
          case .lessEqualUnsigned:
            w[Int(at.pointee.a)] = asWord(
              UInt(bitPattern: w[Int(at.pointee.b)]) <= UInt(bitPattern: w[Int(at.pointee.c)]))
          case .lessDouble:
            w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) < asDouble(w[Int(at.pointee.c)]))
          case .lessEqualDouble:
            w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) <= asDouble(w[Int(at.pointee.c)]))
          case .equalDouble:
            w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) == asDouble(w[Int(at.pointee.c)]))
          case .notEqualDouble:
            w[Int(at.pointee.a)] = asWord(asDouble(w[Int(at.pointee.b)]) != asDouble(w[Int(at.pointee.c)]))
          case .lessFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) < asFloat(w[Int(at.pointee.c)]))
          case .lessEqualFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) <= asFloat(w[Int(at.pointee.c)]))
          case .equalFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) == asFloat(w[Int(at.pointee.c)]))
          case .notEqualFloat:
            w[Int(at.pointee.a)] = asWord(asFloat(w[Int(at.pointee.b)]) != asFloat(w[Int(at.pointee.c)]))
          case .not:
            w[Int(at.pointee.a)] = 1 &- w[Int(at.pointee.b)]
          case .identical:
            w[Int(at.pointee.a)] = asWord(r[Int(at.pointee.b)] == r[Int(at.pointee.c)])

          // MARK: Conversion
          case .intToDouble:
            w[Int(at.pointee.a)] = asWord(Double(w[Int(at.pointee.b)]))
          case .intToFloat:
            w[Int(at.pointee.a)] = asWord(Float(w[Int(at.pointee.b)]))
          case .unsignedToDouble:
            w[Int(at.pointee.a)] = asWord(Double(UInt(bitPattern: w[Int(at.pointee.b)])))
          case .unsignedToFloat:
            w[Int(at.pointee.a)] = asWord(Float(UInt(bitPattern: w[Int(at.pointee.b)])))
          case .floatToDouble:
            w[Int(at.pointee.a)] = asWord(Double(asFloat(w[Int(at.pointee.b)])))
          case .doubleToFloat:
            w[Int(at.pointee.a)] = asWord(Float(asDouble(w[Int(at.pointee.b)])))
          case .doubleToInt:
            w[Int(at.pointee.a)] = try integer(from: asDouble(w[Int(at.pointee.b)]), kind: at.pointee.c)
          case .convertInteger:
            w[Int(at.pointee.a)] = try convertInteger(w[Int(at.pointee.b)], from: next.pointee.a, to: at.pointee.c)
            next += 1

          // MARK: Jumps
          case .jump:
            next += Int(at.pointee.c)
          case .jumpBack:
            try tick(&ticks, self)
            next += Int(at.pointee.c)
          case .jumpIf:
            jump(at, &next, if: w[Int(at.pointee.a)] != 0)
          case .jumpIfNot:
            jump(at, &next, if: w[Int(at.pointee.a)] == 0)
          case .jumpLessInt:
            jump(at, &next, if: w[Int(at.pointee.a)] < w[Int(at.pointee.b)])
          case .jumpLessEqualInt:
            jump(at, &next, if: w[Int(at.pointee.a)] <= w[Int(at.pointee.b)])
          case .jumpEqualInt:
            jump(at, &next, if: w[Int(at.pointee.a)] == w[Int(at.pointee.b)])
          case .jumpNotEqualInt:
            jump(at, &next, if: w[Int(at.pointee.a)] != w[Int(at.pointee.b)])
          case .jumpLessConstant:
            jump(at, &next, if: w[Int(at.pointee.a)] < Int(at.pointee.b))
          case .jumpLessEqualConstant:
            jump(at, &next, if: w[Int(at.pointee.a)] <= Int(at.pointee.b))
          case .jumpGreaterConstant:
            jump(at, &next, if: w[Int(at.pointee.a)] > Int(at.pointee.b))
          case .jumpGreaterEqualConstant:
            jump(at, &next, if: w[Int(at.pointee.a)] >= Int(at.pointee.b))
          case .jumpEqualConstant:
            jump(at, &next, if: w[Int(at.pointee.a)] == Int(at.pointee.b))
          case .jumpNotEqualConstant:
            jump(at, &next, if: w[Int(at.pointee.a)] != Int(at.pointee.b))
          case .jumpLessDouble:
            jump(at, &next, if: asDouble(w[Int(at.pointee.a)]) < asDouble(w[Int(at.pointee.b)]))
          case .jumpLessEqualDouble:
            jump(at, &next, if: asDouble(w[Int(at.pointee.a)]) <= asDouble(w[Int(at.pointee.b)]))
          case .jumpNotLessDouble:
            jump(at, &next, if: !(asDouble(w[Int(at.pointee.a)]) < asDouble(w[Int(at.pointee.b)])))
          case .jumpNotLessEqualDouble:
            jump(at, &next, if: !(asDouble(w[Int(at.pointee.a)]) <= asDouble(w[Int(at.pointee.b)])))
          case .jumpEqualDouble:
            jump(at, &next, if: asDouble(w[Int(at.pointee.a)]) == asDouble(w[Int(at.pointee.b)]))
          case .jumpNotEqualDouble:
            jump(at, &next, if: asDouble(w[Int(at.pointee.a)]) != asDouble(w[Int(at.pointee.b)]))
          case .jumpIfNil:
            jump(at, &next, if: r[Int(at.pointee.a)] == nil)
          case .jumpIfNotNil:
            jump(at, &next, if: r[Int(at.pointee.a)] != nil)
          case .forNext:
            try forNext(at, w, &next, &ticks, self)
          case .forNextClosed:
            let value = w[Int(at.pointee.a)]
            if value < w[Int(at.pointee.b)] {
              w[Int(at.pointee.a)] = value &+ 1
              next += Int(at.pointee.c)
              try tick(&ticks, self)
            }
          case .forNextElement:
            let value = w[Int(at.pointee.a)] &+ 1
            w[Int(at.pointee.a)] = value
            let count = try array(owned(r[Int(at.pointee.b)])).pointee.count
            if value < count {
              next += Int(at.pointee.c)
              try tick(&ticks, self)
            }

          case .startRange:
            let (lower, upper) = (w[Int(at.pointee.a)], w[Int(at.pointee.a) + 1])
            if lower >= upper {
              if lower > upper { throw invalidRange(lower, upper, at.pointee.b) }
              jump(at, &next, if: at.pointee.b == 1)
            }
          case .startCount:
            let upper = w[Int(at.pointee.b)]
            w[Int(at.pointee.a)] = 0
            w[Int(at.pointee.a) + 1] = upper
            if upper <= 0 {
              if upper < 0 { throw invalidRange(0, upper, 1) }
              next += Int(at.pointee.c)
            }
          case .strideStart:
            let value = w + Int(at.pointee.a)
            let isUpwards = value[2] > 0
            let isEmpty = isUpwards ? value[1] < value[0] : value[0] < value[1]
            if isEmpty || (value[0] == value[1] && at.pointee.b == 0) {
              next += Int(at.pointee.c)
            } else if at.pointee.b == 0 {
              value[1] &+= isUpwards ? -1 : 1
            }
          case .strideNext:
            try strideNext(at, w, &next, &ticks, self)

          // MARK: Arrays
          case .newArray:
            let new = try heap.array(Layout(words: Int(at.pointee.b), references: Int(at.pointee.c)))
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .appendRegisters:
            let count = Int(next.pointee.a)
            next += 1
            try appendRegisters(
              try owned(r[Int(at.pointee.a)]), w + Int(at.pointee.b), r + Int(at.pointee.c), count)
          case .arrayCount:
            w[Int(at.pointee.a)] = try array(owned(r[Int(at.pointee.b)])).pointee.count
          case .loadElementWord:
            try loadElementWord(at, w, r)
          case .loadElementReference:
            let block = try array(owned(r[Int(at.pointee.b)]))
            let index = w[Int(at.pointee.c)]
            if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
              throw Fault.index(index, count: block.pointee.count)
            }
            let new = block.pointee.references[index]
            retain(new)
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .peekElement:
            try peekElement(at, w, r)
          case .peekRecord:
            try peekRecord(at, w, r)
          case .peekGlobal:
            try peekGlobal(at, w, globalReferences)
          case .loadElementPart:
            try loadElementPart(at, w, r)
            next += 1
          case .loadElementPartVia:
            let block = array(at: w[Int(at.pointee.b)])
            let index = w[Int(at.pointee.c)]
            if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
              throw Fault.index(index, count: block.pointee.count)
            }
            w[Int(at.pointee.a)] =
              block.pointee.words[index &* Int(block.pointee.wordStride) &+ Int(next.pointee.a)]
            next += 1
          case .loadElementWordVia:
            try loadElementWord(at, w, of: array(at: w[Int(at.pointee.b)]))
          case .loadElementReferenceVia:
            let block = array(at: w[Int(at.pointee.b)])
            let index = w[Int(at.pointee.c)]
            if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
              throw Fault.index(index, count: block.pointee.count)
            }
            let new = block.pointee.references[index]
            retain(new)
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .peekElementVia:
            let block = array(at: w[Int(at.pointee.b)])
            let index = try checked(w[Int(at.pointee.c)], block)
            w[Int(at.pointee.a)] = Int(bitPattern: try owned(block.pointee.references[index]))
          case .loadPath:
            let end = next + Int(at.pointee.c)
            w[Int(at.pointee.a)] = try pathElement(array(owned(r[Int(at.pointee.b)])), &next, end, w)
          case .loadPathVia:
            let end = next + Int(at.pointee.c)
            w[Int(at.pointee.a)] = try pathElement(array(at: w[Int(at.pointee.b)]), &next, end, w)
          case .findFixed:
            let end = next + Int(at.pointee.c)
            w[Int(at.pointee.a)] = fixedBlock(r[Int(at.pointee.b)], next, end, w)
            next = end
          case .findFixedVia:
            let end = next + Int(at.pointee.c)
            w[Int(at.pointee.a)] = fixedBlock(Reference(bitPattern: w[Int(at.pointee.b)]), next, end, w)
            next = end
          case .loadFixed:
            next += 1
            jump(at + 1, &next, if: !loadFixed(at, w))
          case .loadFixedSum:
            next += 1
            jump(at + 1, &next, if: !loadFixedSum(at, w))
          case .arrayCountVia:
            w[Int(at.pointee.a)] = array(at: w[Int(at.pointee.b)]).pointee.count
          case .loadElement:
            let block = try array(owned(r[Int(at.pointee.b)]))
            let index = w[Int(at.pointee.c)]
            if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
              throw Fault.index(index, count: block.pointee.count)
            }
            let wordStride = Int(block.pointee.wordStride)
            let referenceStride = Int(block.pointee.referenceStride)
            for part in 0..<wordStride {
              w[Int(at.pointee.a) + part] = block.pointee.words[index * wordStride + part]
            }
            for part in 0..<referenceStride {
              let new = block.pointee.references[index * referenceStride + part]
              retain(new)
              let slot = r + (Int(next.pointee.a) + part)
              let old = slot.pointee
              slot.pointee = new
              release(old, heap)
            }
            next += 1
          case .loadElementVia:
            let block = array(at: w[Int(at.pointee.b)])
            let index = w[Int(at.pointee.c)]
            if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
              throw Fault.index(index, count: block.pointee.count)
            }
            let wordStride = Int(block.pointee.wordStride)
            let referenceStride = Int(block.pointee.referenceStride)
            for part in 0..<wordStride {
              w[Int(at.pointee.a) + part] = block.pointee.words[index * wordStride + part]
            }
            for part in 0..<referenceStride {
              let new = block.pointee.references[index * referenceStride + part]
              retain(new)
              let slot = r + (Int(next.pointee.a) + part)
              let old = slot.pointee
              slot.pointee = new
              release(old, heap)
            }
            next += 1
          case .storeElementWord:
            try storeElementWord(at, w, r, heap)
          case .storeElementPart:
            try storeElementPart(at, w, r, heap)
            next += 1
          case .storeElementReference:
            let slot = r + Int(at.pointee.a)
            var block = try array(owned(slot.pointee))
            let index = w[Int(at.pointee.b)]
            if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
              throw Fault.index(index, count: block.pointee.count)
            }
            if block.pointee.header.count != 1 { block = try heap.makeUnique(slot) }
            let new = r[Int(at.pointee.c)]
            r[Int(at.pointee.c)] = nil
            let element = block.pointee.references + index
            let old = element.pointee
            element.pointee = new
            release(old, heap)
          case .addToElementDouble:
            let slot = r + Int(at.pointee.a)
            var block = try array(owned(slot.pointee))
            let index = w[Int(at.pointee.b)]
            if UInt(bitPattern: index) >= UInt(bitPattern: block.pointee.count) {
              throw Fault.index(index, count: block.pointee.count)
            }
            if block.pointee.header.count != 1 { block = try heap.makeUnique(slot) }
            block.pointee.words[index] = asWord(asDouble(block.pointee.words[index]) + asDouble(w[Int(at.pointee.c)]))
          case .storeElementWordVia:
            try storeElementWordVia(at, w, heap)
          case .storeRecordElementWord:
            try storeRecordElementWord(at, w, r, at: w[Int(at.pointee.b)], w[Int(at.pointee.c)], heap)
          case .elementAddress:
            try elementAddress(at, w, heap)
          case .appendWord:
            let slot = r + Int(at.pointee.a)
            var block = try array(owned(slot.pointee))
            if block.pointee.header.count != 1 { block = try heap.makeUnique(slot) }
            let count = block.pointee.count
            if count == block.pointee.capacity { try heap.grow(owned(slot.pointee)) }
            block.pointee.words[count] = w[Int(at.pointee.b)]
            block.pointee.count = count &+ 1
          case .appendReference:
            let slot = r + Int(at.pointee.a)
            var block = try array(owned(slot.pointee))
            if block.pointee.header.count != 1 { block = try heap.makeUnique(slot) }
            let count = block.pointee.count
            if count == block.pointee.capacity { try heap.grow(owned(slot.pointee)) }
            block.pointee.references[count] = r[Int(at.pointee.b)]
            r[Int(at.pointee.b)] = nil
            block.pointee.count = count &+ 1
          case .appendAt:
            try appendElement(
              referencesAt(w[Int(at.pointee.a)]), w + Int(at.pointee.b), r + Int(at.pointee.c))

          // MARK: Strings
          case .concatenate:
            let new = try heap.join(owned(r[Int(at.pointee.b)]), try owned(r[Int(at.pointee.c)]))
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)
          case .appendString:
            let slot = at.pointee.c == 1 ? r + Int(at.pointee.a) : referencesAt(w[Int(at.pointee.a)])
            try heap.append(try owned(r[Int(at.pointee.b)]), to: slot)
          case .integerText:
            let new = heap.text(of: w[Int(at.pointee.b)])
            let slot = r + Int(at.pointee.a)
            let old = slot.pointee
            slot.pointee = new
            release(old, heap)

          // MARK: Dictionaries
          case .dictionaryPlace:
            let dictionary = try owned(r[Int(at.pointee.b)]).assumingMemoryBound(to: DictionaryBlock.self)
            depth = frame - frames
            self.ticks = ticks
            topWords = w + code.pointee.words
            topReferences = r + code.pointee.references
            let place = try place(in: dictionary, w + Int(at.pointee.c), r + Int(next.pointee.a))
            ticks = self.ticks
            next += 1
            // Comparing keys may have run the learner's code.
            if r[Int(at.pointee.b)] != Reference(dictionary) { throw Fault.overlapping }
            w[Int(at.pointee.a)] = place
            w[Int(at.pointee.a) + 1] = Int(bitPattern: dictionary.pointee.values)
          case .dictionaryAddress:
            let slot = referencesAt(w[Int(at.pointee.b)])
            guard let dictionary = slot.pointee else { throw Fault.overlapping }
            if case .other = dictionary.assumingMemoryBound(to: DictionaryBlock.self).pointee.keyForm {
              // Comparing keys may run the learner's code.
              depth = frame - frames
              self.ticks = ticks
              topWords = w + code.pointee.words
              topReferences = r + code.pointee.references
              try valueAddress(
                in: slot, w + Int(at.pointee.c), r + Int(next.pointee.a), into: w + Int(at.pointee.a))
              ticks = self.ticks
            } else {
              try valueAddress(
                in: slot, w + Int(at.pointee.c), r + Int(next.pointee.a), into: w + Int(at.pointee.a))
            }
            next += 1
          case .equalString:
            ticks &-= work(of: try owned(r[Int(at.pointee.b)]))
            if ticks < 0 { ticks = try renewTicks() }
            w[Int(at.pointee.a)] = asWord(
              try owned(r[Int(at.pointee.b)]).hasEqualText(try owned(r[Int(at.pointee.c)])))

          // MARK: Host objects
          case .hostElement:
            let host = try owned(r[Int(at.pointee.b)]).assumingMemoryBound(to: HostBlock.self)
            let indices = w + Int(at.pointee.c)
            let count = Int(next.pointee.a)
            let end = next + Int(next.pointee.b) + 1
            next += 1
            var index = indices
            while next < end {
              index.pointee = try pathIndex(&next, w)
              index += 1
            }
            if let number = plainElement(host.pointee.elements, indices, count) {
              w[Int(at.pointee.a)] = asWord(number)
            } else {
              w[Int(at.pointee.a)] = try hostElement(host, UnsafeBufferPointer(start: indices, count: count))
            }
          case .setHostElement:
            try setHostElement(referencesAt(w[Int(at.pointee.a)]), w + Int(at.pointee.b), Int(at.pointee.c))

          // MARK: Calls
          case .addConstantCall:
            try addConstant(at, w)
            at = next
            next = at + 1
            fallthrough
          case .call:
            try tick(&ticks, self)
            let callee = functions[Int(at.pointee.a)]
            frame.pointee = Frame(next: next, words: w, references: r, code: code)
            w += Int(at.pointee.b)
            r += Int(at.pointee.c)
            if w + callee.pointee.words > wordLimit || r + callee.pointee.references > referenceLimit
              || frame >= lastFrame
            {
              frame.pointee.resume(&next, &w, &r, &code)
              throw depthFault()
            }
            frame += 1
            code = callee
            next = callee.pointee.instructions
          case .callMethod:
            try tick(&ticks, self)
            guard let receiver = r[Int(next.pointee.a)] else { throw Fault.uninitialised }
            next += 1
            depth = frame - frames
            topWords = w + code.pointee.words
            topReferences = r + code.pointee.references
            let callee = functions[
              try method(Int(at.pointee.a), Int(receiver.assumingMemoryBound(to: Header.self).pointee.info))]
            frame.pointee = Frame(next: next, words: w, references: r, code: code)
            w += Int(at.pointee.b)
            r += Int(at.pointee.c)
            if w + callee.pointee.words > wordLimit || r + callee.pointee.references > referenceLimit
              || frame >= lastFrame
            {
              frame.pointee.resume(&next, &w, &r, &code)
              throw depthFault()
            }
            frame += 1
            code = callee
            next = callee.pointee.instructions
          case .callClosure:
            try tick(&ticks, self)
            guard let closure = r[Int(at.pointee.a)] else { throw Fault.uninitialised }
            let record = closure.assumingMemoryBound(to: RecordBlock.self)
            let callee = functions[Int(record.pointee.header.info)]
            frame.pointee = Frame(next: next, words: w, references: r, code: code)
            w += Int(at.pointee.b)
            r += Int(at.pointee.c)
            if w + callee.pointee.words > wordLimit || r + callee.pointee.references > referenceLimit
              || frame >= lastFrame
            {
              frame.pointee.resume(&next, &w, &r, &code)
              throw depthFault()
            }
            frame += 1
            code = callee
            next = callee.pointee.instructions
            let (wordCount, referenceCount) = (Int(record.pointee.words), Int(record.pointee.references))
            let payload = closure + MemoryLayout<RecordBlock>.stride
            let capturedWords = payload.assumingMemoryBound(to: Int.self)
            let wordStart = w + callee.pointee.captures.word
            for index in 0..<wordCount { wordStart[index] = capturedWords[index] }
            let captured = (payload + 8 * wordCount).assumingMemoryBound(to: Reference?.self)
            let referenceStart = r + callee.pointee.captures.reference
            for index in 0..<referenceCount {
              let new = captured[index]
              retain(new)
              let old = referenceStart[index]
              referenceStart[index] = new
              release(old, heap)
            }
          case .callNative:
            depth = frame - frames
            self.ticks = ticks
            topWords = w + code.pointee.words
            topReferences = r + code.pointee.references
            try callNative(Int(at.pointee.a), w + Int(at.pointee.b), r + Int(at.pointee.c))
            ticks = self.ticks
          case .callPrimitive:
            depth = frame - frames
            self.ticks = ticks
            topWords = w + code.pointee.words
            topReferences = r + code.pointee.references
            try callPrimitive(Int(at.pointee.a), w + Int(at.pointee.b), r + Int(at.pointee.c))
            ticks = self.ticks
          case .returnWords:
            if frame == firstFrame { break running }
            frame -= 1
            frame.pointee.resume(&next, &w, &r, &code)
          case .return:
            var slot = r + code.pointee.keptReferences
            let end = r + code.pointee.references
            while slot < end {
              if let old = slot.pointee {
                slot.pointee = nil
                release(old, heap)
              }
              slot += 1
            }
            if frame == firstFrame { break running }
            frame -= 1
            frame.pointee.resume(&next, &w, &r, &code)
          case .throw:
            let error = try owned(r[Int(at.pointee.a)])
            r[Int(at.pointee.a)] = nil
            if at.pointee.b == 0 {
              thrownRange = program.infos[code.pointee.index].range(at: at - code.pointee.instructions)
            }
            throw Fault(thrown: error)

          // MARK: Runs
          case .addTwice:
            try addInt(at, w)
            next = at + 2
            try addInt(at + 1, w)
          case .subtractAdd:
            try subtractInt(at, w)
            next = at + 2
            try addInt(at + 1, w)
          case .multiplyAdd:
            try multiplyInt(at, w)
            next = at + 2
            try addInt(at + 1, w)
          case .multiplyAddTwice:
            try multiplyInt(at, w)
            next = at + 2
            try addInt(at + 1, w)
            next = at + 3
            try addInt(at + 2, w)
          case .scaleAdd:
            try multiplyConstant(at, w)
            next = at + 2
            try addInt(at + 1, w)
          case .scaleAddTwice:
            try multiplyConstant(at, w)
            next = at + 2
            try addInt(at + 1, w)
            next = at + 3
            try addInt(at + 2, w)
          case .globalMultiplyAdd:
            loadGlobalWord(at, w, globalWords)
            next = at + 2
            try multiplyInt(at + 1, w)
            next = at + 3
            try addInt(at + 2, w)
          case .globalMultiplyAddTwice:
            loadGlobalWord(at, w, globalWords)
            next = at + 2
            try multiplyInt(at + 1, w)
            next = at + 3
            try addInt(at + 2, w)
            next = at + 4
            try addInt(at + 3, w)
          case .addLoad:
            let index = try addInt(at, w)
            next = at + 2
            try loadElementWord(at + 1, w, r, at: index)
          case .multiplyAddLoad:
            try multiplyInt(at, w)
            next = at + 2
            let index = try addInt(at + 1, w)
            next = at + 3
            try loadElementWord(at + 2, w, r, at: index)
          case .multiplyAddTwiceLoad:
            try multiplyInt(at, w)
            next = at + 2
            try addInt(at + 1, w)
            next = at + 3
            let index = try addInt(at + 2, w)
            next = at + 4
            try loadElementWord(at + 3, w, r, at: index)
          case .scaleAddLoad:
            try multiplyConstant(at, w)
            next = at + 2
            let index = try addInt(at + 1, w)
            next = at + 3
            try loadElementWord(at + 2, w, r, at: index)
          case .scaleAddTwiceLoad:
            try multiplyConstant(at, w)
            next = at + 2
            try addInt(at + 1, w)
            next = at + 3
            let index = try addInt(at + 2, w)
            next = at + 4
            try loadElementWord(at + 3, w, r, at: index)
          case .globalMultiplyAddLoad:
            loadGlobalWord(at, w, globalWords)
            next = at + 2
            try multiplyInt(at + 1, w)
            next = at + 3
            let index = try addInt(at + 2, w)
            next = at + 4
            try loadElementWord(at + 3, w, r, at: index)
          case .globalMultiplyAddTwiceLoad:
            loadGlobalWord(at, w, globalWords)
            next = at + 2
            try multiplyInt(at + 1, w)
            next = at + 3
            try addInt(at + 2, w)
            next = at + 4
            let index = try addInt(at + 3, w)
            next = at + 5
            try loadElementWord(at + 4, w, r, at: index)
          case .peekLoad:
            let block = try peekElement(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, of: block)
          case .peekAddLoad:
            let block = try peekElement(at, w, r)
            next = at + 2
            let index = try addInt(at + 1, w)
            next = at + 3
            try loadElementWord(at + 2, w, of: block, at: index)
          case .addPeekAddLoad:
            let row = try addInt(at, w)
            next = at + 2
            let block = try peekElement(at + 1, w, r, at: row)
            next = at + 3
            let index = try addInt(at + 2, w)
            next = at + 4
            try loadElementWord(at + 3, w, of: block, at: index)
          case .storeNested:
            referenceAddress(at, w, r)
            next = at + 2
            try elementAddress(at + 1, w, heap)
            next = at + 3
            try storeElementWordVia(at + 2, w, heap)
          case .peekRecordLoad:
            let block = try peekRecord(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, of: block)
          case .peekGlobalLoad:
            let block = try peekGlobal(at, w, globalReferences)
            next = at + 2
            try loadElementWord(at + 1, w, of: block)
          case .wordStoreRecordElement:
            let word = setWord(at, w)
            next = at + 2
            try storeRecordElementWord(at + 1, w, r, at: w[Int((at + 1).pointee.b)], word, heap)
          case .addWordStoreRecordElement:
            let index = try addInt(at, w)
            next = at + 2
            let word = setWord(at + 1, w)
            next = at + 3
            try storeRecordElementWord(at + 2, w, r, at: index, word, heap)
          case .subtractWordStoreRecordElement:
            try subtractInt(at, w)
            next = at + 2
            let index = try addConstant(at + 1, w)
            next = at + 3
            let word = setWord(at + 2, w)
            next = at + 4
            try storeRecordElementWord(at + 3, w, r, at: index, word, heap)
          case .loadJumpIf:
            let condition = try loadElementWord(at, w, r)
            next = at + 2
            jump(at + 1, &next, if: condition != 0)
          case .loadJumpIfNot:
            let condition = try loadElementWord(at, w, r)
            next = at + 2
            jump(at + 1, &next, if: condition == 0)
          case .peekRecordLoadJumpIf:
            let block = try peekRecord(at, w, r)
            next = at + 2
            let condition = try loadElementWord(at + 1, w, of: block)
            next = at + 3
            jump(at + 2, &next, if: condition != 0)
          case .peekRecordLoadJumpIfNot:
            let block = try peekRecord(at, w, r)
            next = at + 2
            let condition = try loadElementWord(at + 1, w, of: block)
            next = at + 3
            jump(at + 2, &next, if: condition == 0)
          case .peekRecordAddLoadJumpIf:
            let block = try peekRecord(at, w, r)
            next = at + 2
            let index = try addInt(at + 1, w)
            next = at + 3
            let condition = try loadElementWord(at + 2, w, of: block, at: index)
            next = at + 4
            jump(at + 3, &next, if: condition != 0)
          case .peekRecordAddLoadJumpIfNot:
            let block = try peekRecord(at, w, r)
            next = at + 2
            let index = try addInt(at + 1, w)
            next = at + 3
            let condition = try loadElementWord(at + 2, w, of: block, at: index)
            next = at + 4
            jump(at + 3, &next, if: condition == 0)
          case .peekRecordSubtractAddLoadJumpIf:
            let block = try peekRecord(at, w, r)
            next = at + 2
            try subtractInt(at + 1, w)
            next = at + 3
            let index = try addInt(at + 2, w)
            next = at + 4
            let condition = try loadElementWord(at + 3, w, of: block, at: index)
            next = at + 5
            jump(at + 4, &next, if: condition != 0)
          case .peekRecordSubtractAddLoadJumpIfNot:
            let block = try peekRecord(at, w, r)
            next = at + 2
            try subtractInt(at + 1, w)
            next = at + 3
            let index = try addInt(at + 2, w)
            next = at + 4
            let condition = try loadElementWord(at + 3, w, of: block, at: index)
            next = at + 5
            jump(at + 4, &next, if: condition == 0)
          case .peekRecordSubtractShiftLoadJumpIf:
            let block = try peekRecord(at, w, r)
            next = at + 2
            try subtractInt(at + 1, w)
            next = at + 3
            let index = try addConstant(at + 2, w)
            next = at + 4
            let condition = try loadElementWord(at + 3, w, of: block, at: index)
            next = at + 5
            jump(at + 4, &next, if: condition != 0)
          case .peekRecordSubtractShiftLoadJumpIfNot:
            let block = try peekRecord(at, w, r)
            next = at + 2
            try subtractInt(at + 1, w)
            next = at + 3
            let index = try addConstant(at + 2, w)
            next = at + 4
            let condition = try loadElementWord(at + 3, w, of: block, at: index)
            next = at + 5
            jump(at + 4, &next, if: condition == 0)
          case .findEntry:
            referenceAddress(at, w, r)
            let slot = r + Int(at.pointee.b)
            guard let dictionary = slot.pointee else { break }
            // Comparing keys may run the learner's code: the next instruction is there for that.
            if case .other = dictionary.assumingMemoryBound(to: DictionaryBlock.self).pointee.keyForm { break }
            next = at + 2
            try valueAddress(
              in: slot, w + Int((at + 1).pointee.c), r + Int((at + 2).pointee.a), into: w + Int((at + 1).pointee.a))
            next += 2
            jump(next - 1, &next, if: w[Int((next - 1).pointee.a)] != 0)
          case .appendElementString:
            let block = try array(owned(r[Int(at.pointee.b)]))
            let text = block.pointee.references[try checked(w[Int(at.pointee.c)], block)]
            next = at + 2
            let place = Int((at + 1).pointee.a)
            try heap.append(try owned(text), to: (at + 1).pointee.c == 1 ? r + place : referencesAt(w[place]))
            next += 1
            let slot = r + Int((next - 1).pointee.a)
            let old = slot.pointee
            slot.pointee = nil
            release(old, heap)
          case .subtractParts:
            try loadElementPart(at, w, r)
            next = at + 3
            try loadElementPart(at + 2, w, r)
            next = at + 5
            subtractDouble(at + 4, w)
          case .partMultiply:
            try loadElementPart(at, w, r)
            next = at + 3
            multiplyDouble(at + 2, w)
          case .partMultiplyTwice:
            try loadElementPart(at, w, r)
            next = at + 3
            multiplyDouble(at + 2, w)
            next = at + 4
            multiplyDouble(at + 3, w)
          case .addToPart:
            try loadElementPart(at, w, r)
            next = at + 3
            addDouble(at + 2, w)
            next = at + 4
            try storeElementPart(at + 3, w, r, heap)
            next = at + 5
          case .subtractFromPart:
            try loadElementPart(at, w, r)
            next = at + 3
            subtractDouble(at + 2, w)
            next = at + 4
            try storeElementPart(at + 3, w, r, heap)
            next = at + 5
          case .wordPartMultiply:
            setWord(at, w)
            next = at + 2
            try loadElementPart(at + 1, w, r)
            next = at + 4
            multiplyDouble(at + 3, w)
          case .multiplyThenAdd:
            multiplyDouble(at, w)
            next = at + 2
            addDouble(at + 1, w)
          case .multiplyTwiceThenAdd:
            multiplyDouble(at, w)
            next = at + 2
            multiplyDouble(at + 1, w)
            next = at + 3
            addDouble(at + 2, w)
          case .wordAddDouble:
            setWord(at, w)
            next = at + 2
            addDouble(at + 1, w)
          case .addIntForNext:
            try addInt(at, w)
            next = at + 2
            try forNext(at + 1, w, &next, &ticks, self)
          case .storeForNext:
            try storeElementWord(at, w, r, heap)
            next = at + 2
            try forNext(at + 1, w, &next, &ticks, self)
          case .wordStore:
            let word = setWord(at, w)
            next = at + 2
            try storeElementWord(at + 1, w, r, word, heap)
          case .wordStoreForNext:
            let word = setWord(at, w)
            next = at + 2
            try storeElementWord(at + 1, w, r, word, heap)
            next = at + 3
            try forNext(at + 2, w, &next, &ticks, self)
            if next == at, (at + 1).pointee.b == (at + 2).pointee.a {
              let variable = w + Int((at + 2).pointee.a)
              (variable[0], ticks) = fill(
                r[Int((at + 1).pointee.a)], with: word, from: variable[0], step: 1,
                last: w[Int((at + 2).pointee.b)] &- 1, ticks)
            }
          case .wordStoreStrideNext:
            let word = setWord(at, w)
            next = at + 2
            try storeElementWord(at + 1, w, r, word, heap)
            next = at + 3
            try strideNext(at + 2, w, &next, &ticks, self)
            if next == at, (at + 1).pointee.b == (at + 2).pointee.a {
              let stride = w + Int((at + 2).pointee.a)
              (stride[0], ticks) = fill(
                r[Int((at + 1).pointee.a)], with: word, from: stride[0], step: stride[2], last: stride[1], ticks)
            }
          case .multiplyAddDoubleForNext:
            multiplyAddDouble(at, w)
            next = at + 2
            try forNext(at + 1, w, &next, &ticks, self)
          case .multiplyAddFloatForNext:
            multiplyAddFloat(at, w)
            next = at + 2
            try forNext(at + 1, w, &next, &ticks, self)
          case .dotDoubleForNext:
            try loadElementWord(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, r)
            next = at + 3
            multiplyAddDouble(at + 2, w)
            next = at + 4
            try forNext(at + 3, w, &next, &ticks, self)
          case .dotFloatForNext:
            try loadElementWord(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, r)
            next = at + 3
            multiplyAddFloat(at + 2, w)
            next = at + 4
            try forNext(at + 3, w, &next, &ticks, self)
          case .dotNestedDoubleForNext:
            let block = try peekElement(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, of: block)
            next = at + 3
            let other = try peekElement(at + 2, w, r)
            next = at + 4
            try loadElementWord(at + 3, w, of: other)
            next = at + 5
            multiplyAddDouble(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .dotNestedFloatForNext:
            let block = try peekElement(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, of: block)
            next = at + 3
            let other = try peekElement(at + 2, w, r)
            next = at + 4
            try loadElementWord(at + 3, w, of: other)
            next = at + 5
            multiplyAddFloat(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .peekLoadMultiplyAddDoubleForNext:
            let block = try peekElement(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, of: block)
            next = at + 3
            multiplyAddDouble(at + 2, w)
            next = at + 4
            try forNext(at + 3, w, &next, &ticks, self)
          case .dotFixedDoubleForNext:
            next = at + 2
            if !loadFixed(at, w) {
              next += Int((at + 1).pointee.c)
              break
            }
            next = at + 4
            if !loadFixed(at + 2, w) {
              next += Int((at + 3).pointee.c)
              break
            }
            next = at + 5
            multiplyAddDouble(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .dotFixedSumDoubleForNext:
            next = at + 2
            if !loadFixedSum(at, w) {
              next += Int((at + 1).pointee.c)
              break
            }
            next = at + 4
            if !loadFixed(at + 2, w) {
              next += Int((at + 3).pointee.c)
              break
            }
            next = at + 5
            multiplyAddDouble(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .dotFixedPeekDoubleForNext:
            next = at + 2
            if !loadFixed(at, w) {
              next += Int((at + 1).pointee.c)
              break
            }
            next = at + 3
            let block = try peekElement(at + 2, w, r)
            next = at + 4
            try loadElementWord(at + 3, w, of: block)
            next = at + 5
            multiplyAddDouble(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .peekLoadMultiplyAddFloatForNext:
            let block = try peekElement(at, w, r)
            next = at + 2
            try loadElementWord(at + 1, w, of: block)
            next = at + 3
            multiplyAddFloat(at + 2, w)
            next = at + 4
            try forNext(at + 3, w, &next, &ticks, self)
          case .dotFixedFloatForNext:
            next = at + 2
            if !loadFixed(at, w) {
              next += Int((at + 1).pointee.c)
              break
            }
            next = at + 4
            if !loadFixed(at + 2, w) {
              next += Int((at + 3).pointee.c)
              break
            }
            next = at + 5
            multiplyAddFloat(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .dotFixedSumFloatForNext:
            next = at + 2
            if !loadFixedSum(at, w) {
              next += Int((at + 1).pointee.c)
              break
            }
            next = at + 4
            if !loadFixed(at + 2, w) {
              next += Int((at + 3).pointee.c)
              break
            }
            next = at + 5
            multiplyAddFloat(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .dotFixedPeekFloatForNext:
            next = at + 2
            if !loadFixed(at, w) {
              next += Int((at + 1).pointee.c)
              break
            }
            next = at + 3
            let block = try peekElement(at + 2, w, r)
            next = at + 4
            try loadElementWord(at + 3, w, of: block)
            next = at + 5
            multiplyAddFloat(at + 4, w)
            next = at + 6
            try forNext(at + 5, w, &next, &ticks, self)
          case .moveReturnWords:
            move(at, w)
            if frame == firstFrame { break running }
            frame -= 1
            frame.pointee.resume(&next, &w, &r, &code)
          case .wordReturnWords:
            setWord(at, w)
            if frame == firstFrame { break running }
            frame -= 1
            frame.pointee.resume(&next, &w, &r, &code)
          case .addIntReturnWords:
            try addInt(at, w)
            if frame == firstFrame { break running }
            frame -= 1
            frame.pointee.resume(&next, &w, &r, &code)

          // MARK: Checks
          case .checkSome:
            if r[Int(at.pointee.a)] == nil { throw Fault.isNil }
          case .checkInitialised:
            if r[Int(at.pointee.a)] == nil { throw Fault.uninitialised }
          case .checkTag:
            if w[Int(at.pointee.a)] == 0 { throw Fault.isNil }
          case .checkStep:
            if w[Int(at.pointee.a)] == 0 { throw Fault("the step of a stride cannot be 0") }
          case .checkRange:
            if w[Int(at.pointee.a)] > w[Int(at.pointee.b)] {
              throw invalidRange(w[Int(at.pointee.a)], w[Int(at.pointee.b)], at.pointee.c)
            }
          case .stop:
            throw Fault(try owned(r[Int(at.pointee.a)]).text)
          case .unreachable:
            throw Fault("the program reached a place that cannot be reached")
          }
        }
      } catch {
        // An error looks for a handler, frame by frame; a fault leaves all frames.
        guard let thrown = error.thrown else {
          var diagnostic = self.diagnostic(for: error, code, next - 1)
          while true {
            clearWindow(r, 0, code.pointee.references)
            if frame == firstFrame { break }
            frame -= 1
            r = frame.pointee.references
            code = frame.pointee.code
            // Code of the library is nothing to point at: its caller is.
            if diagnostic.range?.source.name == "library" {
              diagnostic.range = program.infos[code.pointee.index].range(
                at: (frame.pointee.next - 1) - code.pointee.instructions)
            }
          }
          if diagnostic.range?.source.name == "library" { diagnostic.range = nil }
          self.ticks = ticks
          depth = firstFrame - frames
          throw Unwinding.fault(diagnostic)
        }
        while true {
          let offset = (next - 1) - code.pointee.instructions
          if let handler = handler(in: code.pointee.index, at: offset) {
            let old = r[handler.register]
            r[handler.register] = thrown
            release(old, heap)
            next = code.pointee.instructions + handler.target
            break
          }
          clearWindow(r, code.pointee.keptReferences, code.pointee.references)
          if frame == firstFrame {
            self.ticks = ticks
            depth = firstFrame - frames
            throw Unwinding.thrown(thrown)
          }
          frame -= 1
          frame.pointee.resume(&next, &w, &r, &code)
        }
      }
    }
    self.ticks = ticks
    depth = firstFrame - frames
  }
}
