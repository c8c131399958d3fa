/// A closure of the language, as native code sees it: called through `NativeContext.call` or `Session.call`.
package final class FunctionValue {
  let machine: Machine
  let info: TypeInfo
  let closure: Reference
  /// Noted at the first call.
  var plan: CallPlan?

  /// Takes over one reference to the closure.
  init(machine: Machine, info: TypeInfo, closure: Reference) {
    self.machine = machine
    self.info = info
    self.closure = closure
    machine.heap.pointee.check?.count(outside: [closure], 1)
  }

  deinit {
    machine.heap.pointee.check?.count(outside: [closure], -1)
    machine.heap.release(closure)
  }

  /// Calls the function from native code that has kept it: in the run that is under way, or in one of its own.
  package func call(_ arguments: [Value]) throws -> Value {
    if let running = Machine.running { return try running.machine.call(self, arguments) }
    return try runOnLargeStack {
      Swift.Result { try self.machine.withinBudget { try self.machine.call(self, arguments) } }
    }.get()
  }
}
