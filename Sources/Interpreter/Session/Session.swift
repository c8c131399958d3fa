/// The language's state: what earlier cells declared. Runs one cell after another.
package final class Session {
  package var limits: Limits
  /// Receives printed text as it is printed; `Outcome.output` has it too.
  package var onOutput: ((String) -> Void)?
  /// Told of each call of native code that a cell makes; what measures cells listens here.
  package var onNativeCall: ((NativeCall) -> Void)?
  /// Receives what natives show, in place of its text for `onOutput`.
  package var onDisplay: ((any Display) -> Void)?
  /// Raised from any thread or a signal handler: the running cell stops with `.interrupted`.
  package let interrupt: InterruptFlag

  /// The texts of the latest cells that ran to their end, oldest first.
  package private(set) var cells: [String] = []
  private static let cellLimit = 1000

  let environment: Environment
  let machine: Machine
  private let library: Environment

  /// Mistakes in the library's own declarations; a test sees that there are none.
  package var libraryProblems: [Diagnostic] {
    runOnLargeStack {
      self.library.reader?.readEverything()
      return self.library.reader?.problems ?? []
    }
  }

  /// Mistakes in the bodies of library functions that are written in the language; they are typed only when used.
  package func libraryBodyProblems() -> [Diagnostic] {
    runOnLargeStack {
      self.library.reader?.readEverything()
      let members = self.library.state.tables.values.flatMap { $0.members.values.joined() }
      let functions = members.compactMap { member -> FunctionSymbol? in
        if case .function(let function) = member.kind { return function }
        return nil
      }
      return functions.flatMap { symbol -> [Diagnostic] in
        let checker = Checker(environment: self.library, scope: symbol.scope)
        checker.checkBody(symbol)
        return checker.diagnostics
      }
    }
  }

  package init(
    library: NativeLibrary, limits: Limits = Limits(), interrupt: InterruptFlag = InterruptFlag(),
    checksHeap: Bool = false
  ) {
    self.limits = limits
    self.interrupt = interrupt
    self.library = Environment(reading: library)
    environment = Environment(library: self.library)
    machine = Machine(program: Program(checksHeap: checksHeap), environment: environment, interrupt: interrupt)
    machine.aroundRun = library.aroundRun
    connect()
  }

  private init(fork original: Session) {
    limits = original.limits
    cells = original.cells
    interrupt = original.interrupt
    library = original.library
    environment = Environment(library: library)
    environment.state = original.environment.state
    machine = original.machine.fork(environment: environment, interrupt: interrupt)
    connect()
  }

  deinit { machine.close() }

  /// Bodies and default values of library functions are typed when they are first compiled.
  private func connect() {
    let (library, environment) = (self.library, self.environment)
    func checker(_ symbol: FunctionSymbol) -> Checker {
      Checker(environment: symbol.cell == 0 ? library : environment, scope: symbol.scope)
    }
    machine.checkBody = { symbol in checker(symbol).checkBody(symbol) }
    machine.defaultValue = { symbol, index in checker(symbol).defaultValue(of: symbol, index) }
  }

  /// Gets the bytes of the language's heap that are still in use when the session and all its forks are gone: those of
  /// objects and closures that hold one another, as in Swift, and no others.
  package var onHeapReleased: ((Int) -> Void)? {
    get { machine.program.onRelease }
    set { machine.program.onRelease = newValue }
  }

  /// What is wrong with the language's heap since the last look, if the session checks it: it is slower then.
  package func heapProblems() -> [String] { machine.program.heap.pointee.check?.look(machine.program) ?? [] }

  /// A second, independent session with the same variables, functions and types. Both listen to one interrupt flag,
  /// and only one of the two may run at a time.
  package func fork() -> Session { Session(fork: self) }

  // MARK: Running

  /// Runs one cell. On a diagnostic the variables are as they were before.
  package func run(_ source: SourceText) -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    var outcome = runOnLargeStack { self.runCell(source) }
    outcome.seconds = (clock.now - start) / .seconds(1)
    return outcome
  }

  private func runCell(_ source: SourceText) -> Outcome {
    let before = environment.state
    var outcome = Outcome()
    do {
      let clock = ContinuousClock()
      let start = clock.now
      defer { if outcome.checkingSeconds == 0 { outcome.checkingSeconds = (clock.now - start) / .seconds(1) } }
      let cell = try check(source)
      outcome.checkingSeconds = (clock.now - start) / .seconds(1)
      machine.limits = limits
      machine.onOutput = onOutput
      machine.onNativeCall = onNativeCall
      machine.onDisplay = onDisplay
      let result = try machine.run(cell, outcome: &outcome)
      outcome.value = result.value
      outcome.kept = result.kept
      outcome.readsResults = environment.state.readsResults
      outcome.valueType = result.type?.description
      outcome.valueText = result.text
    } catch let failure as CheckFailure {
      outcome.diagnostics = failure.diagnostics
    } catch let diagnostic as Diagnostic {
      outcome.diagnostics = [diagnostic]
    } catch {
      outcome.diagnostics = [Diagnostic(.fault, "\(error)", at: nil)]
    }
    if outcome.succeeded {
      cells.append(source.text)
      if cells.count > Self.cellLimit { cells.removeFirst(cells.count - Self.cellLimit) }
    } else {
      environment.state = before
    }
    return outcome
  }

  struct CheckFailure: Error {
    var diagnostics: [Diagnostic]
  }

  /// Parses and types a cell; its names are known in the environment afterwards.
  private func check(_ source: SourceText) throws -> CheckedCell {
    let parsed = parse(source, operators: environment.state.operatorTable)
    environment.state.operatorTable = parsed.operators
    guard parsed.diagnostics.isEmpty else { throw CheckFailure(diagnostics: parsed.diagnostics) }
    environment.state.cell += 1
    environment.state.readsResults = false
    let checker = Checker(environment: environment)
    let statements = checker.cell(parsed.statements)
    guard checker.diagnostics.isEmpty else {
      throw CheckFailure(diagnostics: Array(checker.diagnostics.inTextOrder.prefix(5)))
    }
    return CheckedCell(
      statements: statements, context: checker.context, replaced: checker.replacements, source: source)
  }

  package func completeness(of text: String) -> Completeness { Interpreter.completeness(of: text) }

  package func call(_ function: FunctionValue, _ arguments: [Value]) throws -> Value {
    machine.limits = limits
    machine.onOutput = onOutput
    machine.onDisplay = onDisplay
    return try runOnLargeStack {
      Swift.Result { try self.machine.withinBudget { try self.machine.call(function, arguments) } }
    }.get()
  }

  // MARK: Names

  /// Declared by cells or defined by the host, in order.
  package var variables: [Variable] {
    // Values may be nested as deeply as a cell can make them.
    runOnLargeStack {
      // A learner's `description` runs: the budget of the last cell may be spent.
      self.machine.withinBudget {
        self.environment.state.variables.filter { !$0.isResult }.map { symbol in
          Variable(
            name: symbol.name, isMutable: symbol.isMutable, typeName: symbol.type.resolved.description,
            value: self.machine.value(of: symbol) ?? .void, description: self.machine.description(of: symbol))
        }
      }
    }
  }

  /// Declared by cells, in order.
  package var functions: [FunctionInfo] {
    environment.state.functions.filter { $0.cell > 0 }.map { symbol in
      FunctionInfo(
        name: symbol.fullName, baseName: symbol.name, signature: symbol.signatureText,
        documentation: symbol.documentation)
    }
  }

  /// Types that cells declared, in order; those that were declared again once.
  package var types: [DeclaredType] {
    var result: [DeclaredType] = []
    for nominal in environment.state.types.reversed() where !result.contains(where: { $0.name == nominal.name }) {
      result.insert(
        DeclaredType(name: nominal.name, kind: nominal.flavour.word, documentation: nominal.documentation), at: 0)
    }
    return result
  }

  package func value(of name: String) -> Value? {
    runOnLargeStack { self.environment.state.variables.last { $0.name == name }.flatMap(self.machine.value(of:)) }
  }

  /// Binds a constant from the host.
  package func define(_ name: String, as typeName: String, _ value: Value) {
    let checker = Checker(environment: environment)
    let parsed = parse(SourceText("let \(name): \(typeName)", name: name))
    environment.state.cell += 1
    _ = checker.cell(parsed.statements)
    guard let symbol = environment.state.variables.last(where: { $0.name == name }) else { return }
    environment.state.unsetVariables.removeAll { $0 === symbol }
    try? machine.define(symbol, value)
  }
}

extension [Diagnostic] {
  /// From the first line to the last.
  var inTextOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      (left.element.range?.start ?? 0, left.offset) < (right.element.range?.start ?? 0, right.offset)
    }.map(\.element)
  }
}
