#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Watches over the blocks of a heap, for tests: blocks that are used after they were freed, or freed twice, and blocks
/// with other counts than they have owners. Freed blocks are kept until the next look, filled with a pattern.
final class HeapCheck {
  private var blocks: Set<Reference> = []
  private var freed: [(block: Reference, bytes: Int)] = []
  /// References that native code holds.
  private var outside: [Reference: Int] = [:]
  private var machines: [ObjectIdentifier: Unmanaged<Machine>] = [:]
  private var problems: [String] = []

  private static let pattern: UInt8 = 0xA5

  deinit { for (block, _) in freed { free(block) } }

  func add(_ block: Reference) { blocks.insert(block) }

  func remove(_ block: Reference, _ bytes: Int) {
    guard blocks.remove(block) != nil else { return problems.append("a block was freed twice") }
    memset(block, Int32(Self.pattern), bytes)
    // Whoever comes here once more finds an empty text.
    block.asHeader.pointee.kind = .string
    block.asHeader.pointee.info = 0
    freed.append((block, bytes))
    if freed.count > 1 << 18 { lookAtFreedBlocks() }
  }

  func add(_ machine: Machine) { machines[ObjectIdentifier(machine)] = Unmanaged.passUnretained(machine) }
  func remove(_ machine: Machine) { machines[ObjectIdentifier(machine)] = nil }

  /// Native code takes references, or gives them back.
  func count(outside references: [Reference?], _ change: Int) {
    for case let reference? in references { outside[reference, default: 0] += change }
  }

  /// What went wrong since the last look. No cell runs.
  func look(_ program: Program) -> [String] {
    lookAtFreedBlocks()
    compareCounts(program)
    defer { problems = [] }
    return problems
  }

  private func lookAtFreedBlocks() {
    for (block, bytes) in freed {
      let header = block.asHeader
      let isTouched =
        UInt(bitPattern: header.pointee.count) != 0xA5A5_A5A5_A5A5_A5A5 || header.pointee.info != 0
        || (MemoryLayout<Header>.stride..<bytes).contains {
          block.load(fromByteOffset: $0, as: UInt8.self) != Self.pattern
        }
      if isTouched { problems.append("a block was used after it was freed") }
      free(block)
    }
    freed = []
  }

  private func compareCounts(_ program: Program) {
    var owners = outside
    func add(_ reference: Reference?) { if let reference { owners[reference, default: 0] += 1 } }
    for machine in machines.values {
      let machine = machine.takeUnretainedValue()
      for index in 0..<machine.globals.end.reference { add(machine.references[index]) }
    }
    program.forEachConstant(add)
    for box in program.heap.pointee.weakBoxes.values { add(box) }
    for block in blocks {
      switch block.asHeader.pointee.kind {
      case .string, .host: break
      case .array:
        let array = block.asArray
        for index in 0..<array.pointee.count * Int(array.pointee.referenceStride) {
          add(array.pointee.references[index])
        }
      case .record: for index in 0..<Int(block.asRecord.pointee.references) { add(block.recordReferences[index]) }
      case .dictionary:
        add(block.asDictionary.pointee.keys)
        add(block.asDictionary.pointee.values)
      }
    }
    for (block, count) in owners where count > 0 && !blocks.contains(block) {
      problems.append("a freed block has \(counted(count, "owner"))")
    }
    for block in blocks {
      let (count, owners) = (block.asHeader.pointee.count, owners[block] ?? 0)
      guard count != owners || count == 0 else { continue }
      problems.append(
        "a block of kind \(block.asHeader.pointee.kind) counts \(count), but has \(counted(owners, "owner"))")
    }
  }
}
