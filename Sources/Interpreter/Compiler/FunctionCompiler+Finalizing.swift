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

  /// Releases the variables from a register on, the last one first, before a jump leaves their block.
  func releaseVariables(from register: Int) {
    guard finalizes else { return }
    for variable in variableRegisters.filter({ $0 >= register }).sorted(by: >) { emit(.clear, variable, 0, 1) }
    emit(.finalize)
  }
}
