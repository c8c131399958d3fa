/// Where `deinit` runs: after statements, calls and blocks, for the objects that lost their last owner in them. Nothing is
/// emitted as long as no class has a `deinit`.
extension FunctionCompiler {
  var finalizes: Bool { environment.state.hasDeinitializers }

  func emitFinalize() {
    if finalizes { emit(.finalize) }
  }

  /// Compiles the `deinit`s of a class and its superclasses; false if there are none.
  func findFinalizers(of info: TypeInfo) throws(Diagnostic) -> Bool {
    guard finalizes else { return false }
    var functions: [Int] = []
    var current: Type? = info.type
    while case .nominal(let nominal, let arguments)? = current {
      if let symbol = nominal.deinitializer { functions.append(try machine.instance(of: symbol, arguments)) }
      current = nominal.superclass.map { Substitution(nominal.genericParameters, arguments).apply($0) }
    }
    program.finalizers[info.index] = functions
    return !functions.isEmpty
  }

  /// An initialiser that gives up leaves an object without values: its `deinit` does not run.
  func abandonObject() {
    guard finalizes, let objectSelf, let fields = function?.owner?.fields,
      fields.contains(where: { !$0.hasInitialValue })
    else { return }
    emit(.finalize, 1, objectSelf)
  }

  /// At the place where an error arrives: releases what the statements that it left had in their registers.
  func releaseAbandoned() {
    guard finalizes else { return }
    if high.references > top.reference { emit(.clear, top.reference, 0, high.references - top.reference) }
    emit(.finalize)
  }

  /// Releases the variables from a register on, the last one first, before a jump leaves their block.
  func releaseVariables(from register: Int) {
    guard finalizes else { return }
    for variable in variableRegisters.filter({ $0 >= register }).sorted(by: >) { emit(.clear, variable, 0, 1) }
    emit(.finalize)
  }
}
