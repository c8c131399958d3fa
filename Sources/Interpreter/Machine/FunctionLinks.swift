/// Which instances of functions lead to which functions: a redefined function's callers call the newest one. Kept from
/// cell to cell, so that a cell pays for what is new and not for what came before.
struct FunctionLinks {
  /// How many of the program's calls, and of the redefinitions, are in here.
  private var calls = 0
  private var replacements = 0
  private var forgettings = 0
  /// The function that took a redefined one's place.
  private var successors: [ObjectIdentifier: FunctionSymbol] = [:]
  /// What leads to a function that was not redefined.
  private var instances: [ObjectIdentifier: [Program.Instance]] = [:]

  /// Enters what is new. `redirect` may compile, and so add to the calls.
  mutating func update<Failure: Error>(
    _ program: Program, _ all: [(old: FunctionSymbol, new: FunctionSymbol)],
    redirect: (Program.Instance, FunctionSymbol) throws(Failure) -> Void
  ) throws(Failure) {
    if forgettings != program.forgettings { self = FunctionLinks() }
    forgettings = program.forgettings
    while replacements < all.count || calls < program.calledInstances.count {
      guard replacements < all.count else {
        let instance = program.calledInstances[calls]
        calls += 1
        let newest = newest(of: instance.symbol)
        instances[ObjectIdentifier(newest), default: []].append(instance)
        if newest !== instance.symbol { try redirect(instance, newest) }
        continue
      }
      let (old, new) = all[replacements]
      replacements += 1
      successors[ObjectIdentifier(old)] = new
      guard let moved = instances.removeValue(forKey: ObjectIdentifier(old)) else { continue }
      instances[ObjectIdentifier(new), default: []] += moved
      for instance in moved { try redirect(instance, new) }
    }
  }

  private func newest(of symbol: FunctionSymbol) -> FunctionSymbol {
    var symbol = symbol
    while let next = successors[ObjectIdentifier(symbol)] { symbol = next }
    return symbol
  }
}
