/// Gives every expression a type before anything runs: what is accepted means what it means to swiftc.
///
/// Bidirectional: expected types are pushed down, types of literals stay open until their statement is checked.
/// Errors are collected; what is wrong has the type `.error`, which fits everything, so that one mistake has one message.
final class Checker {
  let environment: Environment
  var diagnostics: [Diagnostic] = []
  var scope: Scope
  var context: BodyContext

  // Inference, see Solver.swift
  var trail: [TrailEntry] = []
  /// Variables that the current statement still has to find.
  var pending: [TypeVariable] = []
  /// Literals whose size is checked when their type is known.
  var pendingLiterals: [TypedExpression] = []
  /// How far the trial of an overload is from what was written; the least wins.
  var score = 0
  var depth = 0
  /// How many trials are under way: what they bind can still be undone.
  var trials = 0
  /// How many calls were typed, trials of overloads included.
  var typings = 0
  static let maximumTypings = 150_000
  /// How many second typings of an argument stand around the current expression.
  var secondTypings = 0

  /// Whether a generic type may stand without its arguments, because a value says what they are: `let s: Set = [1]`.
  var infersArguments = false
  /// Generic parameters of the signature that is being read: what its types ask of them becomes theirs.
  var openParameters: [GenericParameter] = []
  /// The member that a subscript's result must have, where it has several meanings.
  var neededMember: String?

  /// The names of a case's first pattern, which its other patterns name again.
  var namesOfCase: [String: VariableSymbol]?
  /// Where `break` and `continue` can go from here.
  var targets: [JumpTarget] = []
  /// Whether the library itself is being read.
  var isLibrary = false
  /// What stands behind the library's signature that is being read.
  var libraryImplementation: (_ isSetter: Bool) -> FunctionSymbol.Implementation = { _ in .primitive("") }
  /// Initial values of static properties, to be evaluated before the cell's statements.
  var staticValues: [TypedStatement] = []
  /// Initial values of properties that nothing asked for yet.
  var lateValues: [() -> Void] = []
  var globalsOfCell: [String: VariableSymbol] = [:]
  /// Whether a `try` covers the current expression.
  var isInTry = false
  /// Whether a `do` with a `catch` that takes everything stands around.
  var isInCatch = false
  /// Nested functions of the current block that are typed at its end.
  var postponedBodies: [FunctionSymbol] = []
  /// Nested functions and initial values, whose flow is looked at when all types are right.
  var localFunctions: [FunctionSymbol] = []
  var initialValues: [TypedExpression] = []
  /// What the calls and statements of the innermost `do` with a `catch` throw; nil outside of one.
  var caughtTypes: [Type]?
  /// What the innermost `do throws(E)` catches.
  var doThrownType: Type?
  /// Whether the initialiser being checked calls another one.
  var callsInitializer = false
  /// What `some P` means where a type is being read: a generic parameter, or a type that the function hides.
  var resolveSome: ((TypeName) -> Type)?
  /// Functions of earlier cells with those of this cell that have their names and labels.
  var redeclared: [(old: FunctionSymbol, new: FunctionSymbol)] = []
  /// Functions whose bodies wait until all names around them are known.
  var waitingBodies: [FunctionSymbol] = []
  /// Whether the statements being checked are a cell's own: their variables are globals.
  var isGlobalLevel = false
  /// The place that the shell asks about.
  var probe: Probe?

  init(environment: Environment, scope: Scope? = nil, context: BodyContext? = nil) {
    self.environment = environment
    self.scope = scope ?? Scope(parent: nil, environment: environment)
    self.context = context ?? BodyContext(parent: nil, function: nil, result: .void, throws: true)
  }

  // MARK: Messages

  func report(_ message: String, at range: SourceRange?, notes: [String] = []) {
    diagnostics.append(Diagnostic(.type, message, at: range, notes: notes))
  }

  func invalid(_ range: SourceRange) -> TypedExpression { TypedExpression(.invalid, .error, range) }

  func fail(_ message: String, at range: SourceRange, notes: [String] = []) -> TypedExpression {
    report(message, at: range, notes: notes)
    return invalid(range)
  }

  /// Runs `body`; if it reported anything, undoes what it inferred and gives nil and its messages.
  func attempt<Result>(_ body: () -> Result) -> (result: Result?, diagnostics: [Diagnostic]) {
    let (saved, savedCaught) = (diagnostics, caughtTypes)
    diagnostics = []
    let mark = trail.count
    let pendingCount = pending.count
    let literalCount = pendingLiterals.count
    depth += 1
    trials += 1
    let result = body()
    depth -= 1
    trials -= 1
    let found = diagnostics
    diagnostics = saved
    if found.isEmpty { return (result, []) }
    undo(to: mark)
    caughtTypes = savedCaught
    forget(pendingCount, literalCount)
    return (nil, found)
  }

  /// Drops the variables and literals that a trial made.
  func forget(_ pendingCount: Int, _ literalCount: Int) {
    pending.removeSubrange(min(pendingCount, pending.count)...)
    pendingLiterals.removeSubrange(min(literalCount, pendingLiterals.count)...)
  }

  // MARK: Scopes

  func inScope<Result>(_ body: () -> Result) -> Result {
    let outer = scope
    scope = Scope(parent: outer)
    defer { scope = outer }
    return body()
  }

  /// Runs `body` as the inside of a function or closure.
  func inBody<Result>(_ inner: BodyContext, scope innerScope: Scope, _ body: () -> Result) -> Result {
    let (outerScope, outerContext, outerTargets) = (scope, context, targets)
    let (outerTry, outerCatch, outerGlobal) = (isInTry, isInCatch, isGlobalLevel)
    let outerCaught = caughtTypes
    (scope, context, targets) = (innerScope, inner, [])
    (isInTry, isInCatch, isGlobalLevel, caughtTypes) = (false, false, false, nil)
    defer {
      (scope, context, targets) = (outerScope, outerContext, outerTargets)
      (isInTry, isInCatch, isGlobalLevel, caughtTypes) = (outerTry, outerCatch, outerGlobal, outerCaught)
    }
    return body()
  }

  /// Conditions on generic parameters that hold here.
  var requirements: [Requirement] {
    var result: [Requirement] = []
    var current: Scope? = scope
    while let scope = current {
      result += scope.requirements
      current = scope.parent
    }
    return result
  }

  func lookUp(_ name: String) -> Entity? {
    var functions: [FunctionSymbol] = []
    var current: Scope? = scope
    while let scope = current {
      if let entity = scope.names[name] {
        guard case .functions(let found) = entity else { return functions.isEmpty ? entity : .functions(functions) }
        functions += found
        // Names of a block hide those outside.
        return .functions(functions)
      }
      current = scope.parent
    }
    return environment.lookUp(name)
  }

  /// All names that can be seen, for "did you mean".
  func visibleNames() -> [String] {
    var result: [String] = []
    var current: Scope? = scope
    while let scope = current {
      result += scope.names.keys
      if let type = scope.memberType {
        for isStatic in [false, true] { result += environment.memberNames(of: type, isStatic: isStatic) }
      }
      current = scope.parent
    }
    return result + environment.names
  }

  func didYouMean(_ name: String, _ candidates: [String]) -> [String] {
    guard let match = closest(to: name, among: candidates.filter { !$0.hasPrefix("_") && !$0.hasPrefix("$") }) else {
      return []
    }
    return ["did you mean '\(match)'?"]
  }
}
