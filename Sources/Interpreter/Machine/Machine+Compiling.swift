/// What one cell gives the machine to run.
struct CheckedCell {
  var statements: [TypedStatement]
  /// The top level's context; its variables in blocks are local to it.
  var context: BodyContext?
  /// Functions of earlier cells that this cell defines anew: their callers call the new ones from now on.
  var replaced: [(old: FunctionSymbol, new: FunctionSymbol)] = []
  var source: SourceText
}

/// The value of a cell's last statement, if that is an expression that is not `Void`.
struct CellResult {
  var value: Value?
  var type: Type?
  var text: String?
  var kept: OpaqueValue?
}

extension Machine {
  // MARK: Functions

  /// The index of a function's code for its generic arguments; compiled before anything runs.
  func instance(of symbol: FunctionSymbol, _ types: [Type]) throws(Diagnostic) -> Int {
    let index = try uncalledInstance(of: symbol, types)
    program.noteCall(of: symbol, types, index)
    return index
  }

  private func uncalledInstance(of symbol: FunctionSymbol, _ types: [Type]) throws(Diagnostic) -> Int {
    if let known = program.index(of: symbol, types) { return known }
    if let type = types.first(where: { $0.resolved.isDeeperThan(32) }) {
      throw TypeTable.tooDeep(type, of: "'\(symbol.name)'")
    }
    ensureChecked(symbol)
    guard let body = symbol.checkedBody else {
      throw Diagnostic(.type, "'\(symbol.name)' has no body", at: nil)
    }
    let index = program.addInstance(of: symbol, types)
    let fallback =
      body.statements.first?.range ?? SourceRange(source: symbol.source, start: 0, end: 0)
    var result = symbol.signature.result
    var kind = FunctionCompiler.InitializerKind.none
    if symbol.isInitializer, let type = symbol.selfType {
      result = symbol.isFailable ? .optional(type) : type
      if !type.isClass { kind = .value(isFailable: symbol.isFailable) }
    }
    program.pending.append(
      PendingBody(
        body: body, substitution: Substitution(symbol.allParameters, types), index: index, range: fallback,
        isInOut: symbol.signature.parameters.map(\.isInOut), result: result, initializerKind: kind))
    return index
  }

  func ensureChecked(_ symbol: FunctionSymbol) {
    if symbol.checkedBody == nil { checkBody(symbol) }
  }

  func compilePending() throws(Diagnostic) {
    while let next = program.pending.popLast() { try next.compile(for: self) }
    linkFunctions()
    try linkReplacements { (symbol, types) throws(Diagnostic) in
      let index = try self.uncalledInstance(of: symbol, types)
      while let next = self.program.pending.popLast() { try next.compile(for: self) }
      return index
    }
    linkFunctions()
  }

  // MARK: Cells

  /// Compiles and runs one cell. If it fails, the globals are as they were.
  func run(_ cell: CheckedCell, outcome: inout Outcome) throws(Diagnostic) -> CellResult {
    prepareFrames()
    program.types.normalize = environment.normalized
    environment.revealsOpaqueTypes = true
    defer { environment.revealsOpaqueTypes = false }
    let snapshot = Snapshot(self)
    (output, displays) = ("", [])
    defer { (outcome.output, outcome.displays) = (output, displays) }
    do {
      let result = try withinBudget { () throws(Diagnostic) in try compileAndRun(cell) }
      snapshot.drop(self)
      finalizeRest()
      return result
    } catch {
      snapshot.restore(self)
      heap.discardDying()
      throw error
    }
  }

  private func compileAndRun(_ cell: CheckedCell) throws(Diagnostic) -> CellResult {
    let functionCount = program.codes.count
    let types = program.types.snapshot()
    replacements += cell.replaced
    let start = SourceRange(source: cell.source, start: 0, end: 0)
    let index = program.newFunction(named: "top level")
    let compiler = FunctionCompiler(
      program: program, machine: self, substitution: Substitution(), index: index, range: start)
    var result: (info: TypeInfo, slots: Slots)?
    do throws(Diagnostic) {
      result = try compiler.compileTopLevel(cell)
      try compilePending()
      try findOwnFunctions()
      if let type = program.types.refused { throw TypeTable.tooDeep(type, of: "a type") }
    } catch {
      program.forgetInstances(from: functionCount)
      if program.types.refused != nil { program.types.restore(types) }
      var diagnostic = error
      if diagnostic.range == nil { diagnostic.range = cell.statements.first?.range ?? start }
      throw diagnostic
    }
    depth = 0
    nativeDepth = 0
    let end = Slots(word: globals.end.word, reference: globals.end.reference)
    defer {
      let high = program.codes[index].pointee.references
      clearWindow(references, end.reference, max(high, end.reference))
      topWords = words + globals.end.word
      topReferences = references + globals.end.reference
      program.releaseCode(index)
    }
    do throws(Unwinding) { try execute(program.codes[index], words, references) } catch {
      switch error {
      case .fault(let diagnostic): throw diagnostic
      case .thrown(let reference): throw uncaught(reference, cell.source)
      }
    }
    guard let (info, slots) = result, !info.type.isVoid, !info.type.isNever else { return CellResult() }
    let (w, r) = (words + slots.word, references + slots.reference)
    topWords = words + program.codes[index].pointee.words
    topReferences = references + program.codes[index].pointee.references
    return CellResult(
      value: value(info, w, r), type: info.type, text: try shown(info, w, r),
      kept: OpaqueValue(machine: self, info: info, w, r))
  }

  /// The value of the cell's last expression, as it is shown.
  private func shown(_ info: TypeInfo, _ words: Words, _ references: References) throws(Diagnostic) -> String {
    do throws(Fault) { return try checkedDescription(info, words, references, debug: true) } catch {
      throw Diagnostic(error.kind, error.message, at: nil, notes: error.notes)
    }
  }

  /// An error that nobody caught, as a diagnostic.
  private func uncaught(_ reference: Reference, _ source: SourceText) -> Diagnostic {
    let text = withReference(reference) { description(program.types.info(of: .any), words, $0) }
    heap.release(reference)
    return Diagnostic(.fault, "an error was thrown and not caught: \(text)", at: thrownRange)
  }

  func withReference<Result>(_ reference: Reference, _ body: (References) -> Result) -> Result {
    var slot: Reference? = reference
    return withUnsafeMutablePointer(to: &slot) { body($0) }
  }

  // MARK: Globals

  func value(of variable: VariableSymbol) -> Value? {
    guard case .global(let slot) = variable.storage, let entry = globals[slot] else { return nil }
    return value(entry.info, words + entry.slots.word, references + entry.slots.reference)
  }

  /// As `print` shows it.
  func description(of variable: VariableSymbol) -> String {
    guard case .global(let slot) = variable.storage, let entry = globals[slot] else { return "" }
    return description(entry.info, words + entry.slots.word, references + entry.slots.reference)
  }

  /// Gives a constant the value that a cell left.
  func bind(_ variable: VariableSymbol, to kept: OpaqueValue) {
    guard case .global(let slot) = variable.storage, let slots = globals.slots(slot, info: kept.info) else { return }
    for (index, word) in kept.words.enumerated() { words[slots.word + index] = word }
    for (index, reference) in kept.references.enumerated() {
      reference?.retain()
      replace(references + slots.reference + index, reference)
    }
    topWords = words + globals.end.word
    topReferences = references + globals.end.reference
  }

  /// Gives a constant of the host its value.
  func define(_ variable: VariableSymbol, _ value: Value) throws {
    guard case .global(let slot) = variable.storage,
      let slots = globals.slots(slot, info: program.types.info(of: variable.type.resolved))
    else { return }
    let info = program.types.info(of: variable.type.resolved)
    try store(value, info, words + slots.word, references + slots.reference)
    topWords = words + globals.end.word
    topReferences = references + globals.end.reference
  }
}

/// The globals before a cell ran. Blocks are shared: what the cell changes it copies.
struct Snapshot {
  private let globals: Globals
  private let words: [Int]
  private let references: [Reference?]
  private let replacementCount: Int

  init(_ machine: Machine) {
    globals = machine.globals
    words = Array(UnsafeBufferPointer(start: machine.words, count: globals.end.word))
    references = Array(UnsafeBufferPointer(start: machine.references, count: globals.end.reference))
    replacementCount = machine.replacements.count
    for reference in references { reference?.retain() }
  }

  func drop(_ machine: Machine) {
    for reference in references {
      if let reference { machine.heap.release(reference) }
    }
  }

  func restore(_ machine: Machine) {
    machine.clearWindow(machine.references, 0, max(machine.globals.end.reference, references.count))
    for (index, word) in words.enumerated() { machine.words[index] = word }
    for (index, reference) in references.enumerated() { machine.references[index] = reference }
    machine.globals = globals
    machine.forgetReplacements(from: replacementCount)
    machine.topWords = machine.words + globals.end.word
    machine.topReferences = machine.references + globals.end.reference
  }
}
