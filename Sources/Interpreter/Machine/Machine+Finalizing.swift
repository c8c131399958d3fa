extension Machine {
  /// Runs `deinit` for the objects that nobody owns any more, then for those that only they owned.
  func finalizeObjects() throws(Fault) {
    var waiting = Array(heap.takeDying().reversed())
    defer { for object in waiting { heap.release(object) } }
    while let object = waiting.popLast() {
      defer {
        heap.release(object)
        waiting += heap.takeDying().reversed()
      }
      let shape = CallShape(result: .none, parameters: [(layout: .reference, isInOut: false)])
      for function in program.finalizers[Int(object.asHeader.pointee.info)] ?? [] {
        do {
          try invoke(function, shape) { (_, references) throws(Fault) in
            object.retain()
            self.replace(references + shape.parameters[0].reference, object)
          } result: { _, _ in
          }
        } catch { throw fault(from: error) }
      }
    }
  }

  /// At the end of a cell: for objects that earlier cells made. What goes wrong there changes nothing any more.
  func finalizeRest() {
    guard !heap.pointee.dying.isEmpty else { return }
    try? withinBudget { () throws(Fault) in try finalizeObjects() }
    heap.discardDying()
  }
}
