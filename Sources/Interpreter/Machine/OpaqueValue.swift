/// A value of a type that the learner declared.
package final class OpaqueValue {
  let machine: Machine
  let info: TypeInfo
  let words: [Int]
  let references: [Reference?]

  /// Copies the value, with a reference of its own to each block.
  init(
    machine: Machine, info: TypeInfo, _ words: UnsafeMutablePointer<Int>, _ references: UnsafeMutablePointer<Reference?>
  ) {
    self.machine = machine
    self.info = info
    self.words = Array(UnsafeBufferPointer(start: words, count: info.layout.words))
    self.references = Array(UnsafeBufferPointer(start: references, count: info.layout.references))
    for reference in self.references { reference?.retain() }
    machine.heap.pointee.check?.count(outside: self.references, 1)
  }

  deinit {
    machine.heap.pointee.check?.count(outside: references, -1)
    for reference in references {
      if let reference { machine.heap.release(reference) }
    }
  }
}
