/// Follows every way through a program whose types are right, in the order in which it would run.
///
/// One walk over the typed tree answers three questions: can the end of this function be reached (see MissingReturn),
/// has this variable a value here (DefiniteInitialization), is there a value that this `switch` does not take
/// (Exhaustiveness)? Where ways part, each gets its own copy of the state; where they meet, the states are merged.
///
/// A loop's body is walked once. That is enough, because assigning is all that a way can do to a slot: what holds
/// without a value at the loop's head holds in every round, and what gets a value in one round has it in the next.
final class FlowAnalysis {
  var state = FlowState()
  var diagnostics: [Diagnostic] = []
  /// Slots that were complained about; one message is enough.
  var reported: Set<Slot> = []

  /// What holds where `break` leads out of a statement, and where `continue` leads to the next round.
  var breaks: [ObjectIdentifier: FlowState] = [:]
  var continues: [ObjectIdentifier: FlowState] = [:]
  /// What holds where `fallthrough` enters the next case.
  var fallsThrough = FlowState.unreachable
  /// For each `do` around: what holds where an error leaves it.
  var errors: [FlowState] = []
  /// For each block around that has a `defer`: what holds where it is left.
  var deferring: [FlowState] = []
  /// Every assignment to a slot so far, for loops, which must not give a constant a value in each round.
  var assignments: [(slot: Slot, name: String, range: SourceRange)] = []
  /// Parameters that are functions and must not be kept.
  var staying: Set<ObjectIdentifier> = []
  /// The initialiser that is walked.
  var initializer: InitializerFlow?
  /// The body that is walked.
  var context: BodyContext?
  let environment: Environment

  init(environment: Environment) { self.environment = environment }

  func report(_ message: String, at range: SourceRange, notes: [String] = []) {
    diagnostics.append(Diagnostic(.type, message, at: range, notes: notes))
  }

  /// Walks the statements of a cell, its functions, and the initial values of properties and parameters.
  func walk(cell statements: [TypedStatement], functions: [FunctionSymbol], initialValues: [TypedExpression]) {
    for variable in environment.state.unsetVariables {
      state.mayBeUnset.insert(.variable(ObjectIdentifier(variable)))
    }
    for symbol in functions { noteParameters(of: symbol) }
    for symbol in functions { walk(symbol) }
    let outside = state
    for value in initialValues { read(value) }
    state = outside
    var globals = environment.state.unsetVariables
    var waiting = functions.filter { $0.owner == nil && $0.parentContext == nil }[...]
    for statement in statements {
      // A function is made where it stands: what it uses of the globals before it needs a value there.
      while let symbol = waiting.first, let name = symbol.declaration?.nameRange, name.start < statement.range.start {
        waiting.removeFirst()
        if let body = symbol.checkedBody { capture(body.context, by: symbol, at: name) }
      }
      if case .variable(let pattern, nil) = statement.kind { globals += pattern.variables }
      walk(statement)
    }
    if !state.isReachable { return }
    environment.state.unsetVariables = globals.filter {
      state.mayBeUnset.contains(.variable(ObjectIdentifier($0)))
    }
  }

  /// Walks a function's body, which knows nothing of the state around it.
  func walk(_ symbol: FunctionSymbol) {
    guard let body = symbol.checkedBody, let declaration = symbol.declaration else { return }
    inBody(body.context) {
      if symbol.isInitializer { begin(initializer: symbol, body) }
      walk(block: body.statements)
      if initializer != nil {
        endOfInitializer(at: declaration.nameRange)
      } else {
        checkEnd(of: symbol, declaration)
      }
    }
  }

  /// Walks a closure's body; what it captures was looked at by `capture`.
  func walk(closure body: CheckedBody, at range: SourceRange) {
    inBody(body.context) {
      walk(block: body.statements)
      checkEnd(ofClosure: body, at: range)
    }
  }

  private func inBody(_ inner: BodyContext, _ body: () -> Void) {
    let outer = (state, errors, deferring, initializer, context)
    (state, errors, deferring, initializer, context) = (FlowState(), [], [], nil, inner)
    body()
    (state, errors, deferring, initializer, context) = outer
  }
}
