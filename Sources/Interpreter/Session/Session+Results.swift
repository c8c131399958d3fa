extension Session {
  /// Gives the result of a cell names that later cells can use, `_` and `_3`. Does nothing where there is no result.
  ///
  /// While a class has a `deinit`, results that hold references are not kept: the object would live longer than it does
  /// in a compiled program.
  package func keep(_ outcome: Outcome, as names: [String]) {
    guard let kept = outcome.kept, kept.references.isEmpty || !environment.state.hasDeinitializers else { return }
    for name in names {
      let checker = Checker(environment: environment)
      let source = SourceText(name, name: name)
      let range = SourceRange(source: source, start: 0, end: name.utf8.count)
      environment.state.cell += 1
      let symbol = checker.declare(name, kept.info.type, isMutable: false, range, isGlobal: true)
      machine.bind(symbol, to: kept)
    }
  }
}

extension VariableSymbol {
  /// `_` or `_3`: the result of a cell.
  var isResult: Bool { name.first == "_" && name.dropFirst().allSatisfy(\.isNumber) }
}
