extension Checker {
  /// Makes the functions and types of a block known before its statements are checked.
  func declareNames(_ statements: [Statement]) {
    let types = declareTypes(statements)
    for statement in statements {
      guard case .declaration(let declaration) = statement.kind, case .function(let function) = declaration.kind
      else { continue }
      declareFunction(function, declaration)
    }
    if isLibrary { return }
    for type in types { checkConformances(of: type) }
    checkRedeclarations(statements)
    // Fields get their types when all names are known.
    lateValues.append { [self] in checkRules(of: types) }
  }

  func setName(_ name: String, _ entity: Entity) {
    if isGlobalLevel { environment.state.names[name] = entity } else { scope.names[name] = entity }
  }

  func check(_ declaration: Declaration, _ range: SourceRange) -> [TypedStatement] {
    switch declaration.kind {
    case .variable(let variable): return checkVariables(variable, declaration)
    case .function(let function):
      // Bodies of a cell's functions wait until its variables are known; local ones see what stands before them.
      if !isGlobalLevel, let symbol = localFunction(function) {
        // One that reads a variable declared further down waits for it. Each level would double the work: within many
        // functions none waits.
        if context.isWithin(4) {
          checkBody(symbol)
        } else if attempt({ checkBody(symbol) }).result == nil {
          symbol.checkedBody = nil
          postponedBodies.append(symbol)
        }
        localFunctions.append(symbol)
      }
      return []
    case .type, .extension, .typeAlias, .associatedType: return []
    case .enumCases:
      report("enum cases can only stand inside an enum", at: range)
      return []
    }
  }

  // MARK: Variables

  private func checkVariables(_ declaration: VariableDeclaration, _ outer: Declaration) -> [TypedStatement] {
    var result: [TypedStatement] = []
    for binding in declaration.bindings {
      let range = binding.pattern.range
      if let ownership = Ownership(outer.modifiers) {
        result += checkReference(ownership, binding, isVariable: declaration.isVariable)
        continue
      }
      if let accessors = binding.accessors,
        accessors.getter != nil || accessors.willSet != nil || accessors.didSet != nil
      {
        result += checkComputed(binding, accessors, isVariable: declaration.isVariable)
        continue
      }
      infersArguments = binding.initializer != nil
      let annotation = binding.pattern.type.map(resolve)
      infersArguments = false
      guard let initializer = binding.initializer else {
        guard let annotation else {
          report(
            "type annotation missing in pattern", at: range, notes: ["write a value after '=', or a type after ':'"])
          _ = check(binding.pattern, against: .error, isVariable: declaration.isVariable, isGlobal: isGlobalLevel)
          continue
        }
        let pattern = check(
          binding.pattern, against: annotation, isVariable: declaration.isVariable, isGlobal: isGlobalLevel)
        markUnwrapping(pattern, binding)
        if case .variable = pattern, declaration.isVariable, annotation.wrapped != nil {
          let none = TypedExpression(.nilLiteral, annotation, range)
          result.append(TypedStatement(kind: .variable(pattern, none), range: range))
          continue
        }
        for variable in pattern.variables { variable.isAssignedLate = true }
        result.append(TypedStatement(kind: .variable(pattern, nil), range: range))
        continue
      }
      let start = depth == 0 ? 0 : pending.count
      let value: TypedExpression
      if let annotation {
        value = convert(initializer, to: annotation)
      } else {
        value = check(initializer)
        if value.type.isVoid, case .name = binding.pattern.kind, !value.type.isError {
          report(
            "this has no value to keep: its type is 'Void'", at: initializer.range,
            notes: ["a function gives a value back if it has '->' and 'return'"])
        }
        if case .nilLiteral = initializer.kind {
          report(
            "'nil' requires a contextual type", at: initializer.range, notes: ["write the type: let x: Int? = nil"])
          for variable in pending { variable.binding = variable.binding ?? .error }
        }
        reportEmptyLiteral(initializer, value)
      }
      // Literals take their default types before names get them.
      finishInference(from: start)
      let type = annotation?.resolved ?? value.type
      let pattern = check(
        binding.pattern, against: depth == 0 ? type.resolved : type, isVariable: declaration.isVariable,
        isGlobal: isGlobalLevel)
      markUnwrapping(pattern, binding)
      if !pattern.isIrrefutable { report("a pattern after 'let' must fit every value", at: range) }
      result.append(TypedStatement(kind: .variable(pattern, value), range: range))
    }
    return result
  }

  private func markUnwrapping(_ pattern: TypedPattern, _ binding: VariableDeclaration.Binding) {
    guard case .variable(let variable) = pattern else { return }
    variable.isImplicitlyUnwrapped = binding.pattern.type?.isImplicitlyUnwrapped ?? false
  }

  private func reportEmptyLiteral(_ expression: Expression, _ value: TypedExpression) {
    let isEmpty: Bool
    switch expression.kind {
    case .array(let elements): isEmpty = elements.isEmpty
    case .dictionary(let elements): isEmpty = elements.isEmpty
    default: isEmpty = false
    }
    guard isEmpty else { return }
    report(
      "empty collection literal requires an explicit type", at: expression.range,
      notes: ["write the type: let x: [Int] = []"])
    for argument in value.type.arguments { argument.unbound?.binding = .error }
  }

  // MARK: Functions

  func declareFunction(_ function: FunctionDeclaration, _ declaration: Declaration) {
    let symbol = makeFunction(function, declaration, owner: nil, scope: scope)
    if isLibrary { return addToLibrary(symbol) }
    checkParameters(of: function)
    _ = symbol.signature
    symbol.cell = environment.state.cell
    guard isGlobalLevel else {
      if case .functions(let others)? = scope.names[function.name] {
        scope.names[function.name] = .functions(others + [symbol])
      } else {
        scope.names[function.name] = .functions([symbol])
      }
      return
    }
    if isOperator(function.name) {
      let others = environment.state.operators[function.name] ?? []
      environment.state.operators[function.name] = keepingOperators(others, beside: symbol) + [symbol]
      waitingBodies.append(symbol)
      return
    }
    var functions: [FunctionSymbol] = []
    if case .functions(let others)? = environment.lookUp(function.name) { functions = others }
    if let twin = functions.first(where: {
      $0.cell == symbol.cell && sameParameters($0, symbol) && $0.fullName == symbol.fullName
        && $0.signature.result.resolved == symbol.signature.result.resolved
        && $0.signature.genericParameters.map(\.bounds) == symbol.signature.genericParameters.map(\.bounds)
    }) {
      report("invalid redeclaration of '\(twin.fullName)'", at: function.nameRange)
    }
    environment.state.names[function.name] = .functions(keeping(functions, beside: symbol) + [symbol])
    environment.state.functions.append(symbol)
    waitingBodies.append(symbol)
  }

  /// The library's functions are overloads of one another; their types are resolved when somebody calls them.
  private func addToLibrary(_ symbol: FunctionSymbol) {
    if isOperator(symbol.name) { return environment.state.operators[symbol.name, default: []].append(symbol) }
    var functions: [FunctionSymbol] = []
    if case .functions(let others)? = environment.state.names[symbol.name] { functions = others }
    environment.state.names[symbol.name] = .functions(functions + [symbol])
  }

  private func isOperator(_ name: String) -> Bool { name.first.map { !$0.isLetter && $0 != "_" } ?? false }

  private func localFunction(_ function: FunctionDeclaration) -> FunctionSymbol? {
    guard case .functions(let functions)? = scope.names[function.name] else { return nil }
    return functions.first { $0.declaration === function }
  }

  /// The symbol of a declared function; its types are resolved when they are first needed.
  func makeFunction(
    _ function: FunctionDeclaration, _ declaration: Declaration?, owner: NominalType?, scope: Scope,
    implementation: FunctionSymbol.Implementation? = nil, name: String? = nil, outer: [GenericParameter]? = nil
  ) -> FunctionSymbol {
    let modifiers = declaration?.modifiers ?? []
    let source = function.nameRange.source
    var outerParameters = outer ?? []
    if let owner {
      outerParameters = owner.selfParameter.map { [$0] } ?? owner.genericParameters
    } else if outer == nil {
      outerParameters = context.function?.allParameters ?? context.enclosingParameters
    }
    let environment = self.environment
    let kind: FunctionSymbol.Implementation
    if let implementation {
      kind = implementation
    } else if let body = function.body {
      kind = .body(body)
    } else if isLibrary {
      kind = libraryImplementation(false)
    } else {
      kind = .primitive("")
      report("expected a body { ... } for the function", at: function.nameRange)
    }
    let isStatic =
      modifiers.contains("static") || modifiers.contains("class") || (owner != nil && isOperator(function.name))
    let symbol = FunctionSymbol(
      name: name ?? function.name, owner: owner, outerParameters: outerParameters, isStatic: isStatic,
      isMutating: modifiers.contains("mutating"), implementation: kind, declaration: function, source: source,
      documentation: declaration?.documentation ?? "", scope: scope,
      parentContext: isGlobalLevel || owner != nil ? nil : context,
      signature: { [weak self] symbol in
        let checker = Checker(environment: environment, scope: Scope(parent: scope))
        checker.probe = self?.probe
        let result = checker.signature(of: function, symbol)
        self?.diagnostics += checker.diagnostics
        return result
      })
    if case .initializer(let isFailable) = function.role { symbol.isFailable = isFailable }
    symbol.modifiers = modifiers
    return symbol
  }

  func signature(of function: FunctionDeclaration, _ symbol: FunctionSymbol) -> FunctionSymbol.Signature {
    var generics: [GenericParameter] = []
    for written in function.genericParameters {
      let parameter = GenericParameter(written.name)
      generics.append(parameter)
      scope.names[written.name] = .type(.parameter(parameter))
    }
    for (written, parameter) in zip(function.genericParameters, generics) {
      if let constraint = written.constraint { bind(parameter, to: constraint) }
    }
    openParameters = generics
    defer { openParameters = [] }
    var conditions = requirements(function.requirements, boundsOf: generics)
    for (written, parameter) in zip(function.genericParameters, generics) {
      conditions += written.constraint.map { primaryConditions($0, on: .parameter(parameter)) } ?? []
    }
    resolveSome = { [self] constraint in
      let parameter = GenericParameter(
        "some " + constraint.range.source.excerpt(constraint.range), bounds: protocols(constraint))
      generics.append(parameter)
      conditions += primaryConditions(constraint, on: .parameter(parameter))
      return .parameter(parameter)
    }
    var parameters: [ParameterSymbol] = []
    for written in function.parameters {
      let type = environment.normalized(resolve(written.type))
      parameters.append(
        ParameterSymbol(
          label: written.label, name: written.name, type: type, isInOut: written.isInOut,
          isVariadic: written.isVariadic, isAutoclosure: written.isAutoclosure,
          isEscaping: written.isEscaping, defaultValue: written.defaultValue))
    }
    resolveSome = { [self] in opaqueResult($0, of: symbol, symbol.outerParameters + generics) }
    defer { resolveSome = nil }
    var result = function.result.map(resolve) ?? .void
    if case .initializer(let isFailable) = function.role {
      result = symbol.owner?.selfType ?? .error
      if isFailable { result = .optional(result) }
    }
    return FunctionSymbol.Signature(
      parameters: parameters, result: environment.normalized(result), throws: function.throws,
      rethrows: function.rethrows, thrownType: thrownType(function.thrownType), genericParameters: generics,
      requirements: conditions)
  }

  /// `T: Comparable & Hashable`, or `T: Shape` where `Shape` is a class.
  func bind(_ parameter: GenericParameter, to constraint: TypeName) {
    if case .named(let path, _) = constraint.kind, case .nominal(let nominal)? = lookUp(path[0]),
      nominal.flavour == .class, case let type = resolve(constraint), type.isClass
    {
      parameter.superclass = type
    } else {
      parameter.bounds = protocols(constraint)
    }
  }

  /// Protocols of a constraint: `Comparable`, `Numeric & Comparable`.
  func protocols(_ name: TypeName) -> [NominalType] {
    switch name.kind {
    case .composition(let parts): return parts.flatMap(protocols)
    case .any(let inner), .some(let inner): return protocols(inner)
    case .named(let path, let arguments) where !arguments.isEmpty:
      return protocols(TypeName(kind: .named(path, arguments: []), range: name.range))
    case .named(["Any"], _), .named(["Sendable"], _): return []
    case .named(["Codable"], _): return []
    default:
      let type = resolve(name)
      if case .existential(let protocols) = type { return protocols }
      if !type.isError { report("'\(type)' is not a protocol", at: name.range) }
      return []
    }
  }

  /// The conditions of a `where`. `where T: P` counts like `<T: P>` for the parameters declared with it.
  func requirements(
    _ written: [FunctionDeclaration.Requirement], boundsOf parameters: [GenericParameter] = []
  ) -> [Requirement] {
    // What `T` conforms to tells what `T.Element` is.
    var result: [Requirement] = []
    for item in written where !item.isEquality {
      let left = resolve(item.left)
      let bounds = protocols(item.right)
      if case .parameter(let parameter) = left, parameters.contains(parameter) { parameter.bounds += bounds }
      result += primaryConditions(item.right, on: left)
      result += bounds.map { Requirement(subject: left, relation: .conforms($0)) }
    }
    for item in written where item.isEquality {
      result.append(Requirement(subject: resolve(item.left), relation: .equals(resolve(item.right))))
    }
    return result
  }

  // MARK: Bodies

  /// Checks a function's body once. Library functions are checked when they are first compiled.
  func checkBody(_ symbol: FunctionSymbol) {
    // The place that is asked about may be in the signature of a function without a body yet.
    if isProbing { _ = symbol.signature }
    guard symbol.checkedBody == nil, !symbol.isBeingChecked, case .body(let statements) = symbol.implementation else {
      return
    }
    symbol.isBeingChecked = true
    defer { symbol.isBeingChecked = false }
    let signature = symbol.signature
    let inner = BodyContext(
      parent: symbol.parentContext, function: symbol, result: symbol.isInitializer ? .void : signature.result,
      throws: signature.throws || signature.rethrows)
    inner.thrownType = signature.thrownType
    let bodyScope = Scope(parent: symbol.scope)
    bodyScope.requirements = signature.requirements
    for parameter in signature.genericParameters { bodyScope.names[parameter.name] = .type(.parameter(parameter)) }
    var selfVariable: VariableSymbol?
    if let type = symbol.selfType, symbol.hasSelf || symbol.isInitializer {
      let variable = VariableSymbol(
        "self", type: type, isMutable: (symbol.isMutating || symbol.isInitializer) && !type.isClass, range: nil,
        owner: inner)
      variable.isInOut = symbol.isMutating && !type.isClass
      bodyScope.names["self"] = .variable(variable)
      selfVariable = variable
    }
    var parameters: [VariableSymbol] = []
    for (index, parameter) in signature.parameters.enumerated() {
      let range = symbol.declaration?.parameters[safe: index]?.nameRange
      let variable = VariableSymbol(
        parameter.name, type: parameter.storedType, isMutable: parameter.isInOut, range: range, owner: inner)
      variable.isInOut = parameter.isInOut
      variable.isParameter = true
      variable.isImplicitlyUnwrapped = symbol.declaration?.parameters[safe: index]?.type.isImplicitlyUnwrapped ?? false
      parameters.append(variable)
      if parameter.name != "_" { bodyScope.names[parameter.name] = .variable(variable) }
    }
    for index in signature.parameters.indices where signature.parameters[index].defaultValue != nil && symbol.cell > 0 {
      _ = defaultValue(of: symbol, index)
    }
    let body = CheckedBody(context: inner, parameters: parameters, selfVariable: selfVariable, statements: [])
    symbol.checkedBody = body
    // Variables of the body may hide parameters.
    let outerCall = callsInitializer
    callsInitializer = false
    defer { callsInitializer = outerCall }
    inBody(inner, scope: Scope(parent: bodyScope)) {
      body.statements = functionBody(statements, symbol, inner)
      let range = symbol.declaration?.nameRange ?? SourceRange(source: symbol.source, start: 0, end: 0)
      body.statements += implicitDelegation(symbol, body.statements, range)
    }
  }

  private func functionBody(
    _ statements: [Statement], _ symbol: FunctionSymbol, _ inner: BodyContext
  ) -> [TypedStatement] {
    let result = inner.result
    let outerDepth = depth
    depth = 0
    defer { depth = outerDepth }
    if !result.isVoid, statements.count == 1, let only = statements.first, let expression = valueExpression(only),
      !isAssignment(expression)
    {
      let outerPending = pending
      pending = []
      defer { pending = outerPending }
      let value = check(expression, expected: result)
      let typed =
        value.type.isNever
        ? TypedStatement(kind: .expression(value), range: only.range)
        : TypedStatement(kind: .return(convert(value, to: result, "return type", notes: [])), range: only.range)
      finishInference()
      if case .return(let returned?) = typed.kind { checkDynamicSelf(returned, symbol) }
      return [typed]
    }
    let outerPending = pending
    pending = []
    defer { pending = outerPending }
    return sequence(statements)
  }

  /// `-> Self` in a class means the class of the object, which only `self` has for sure.
  func checkDynamicSelf(_ value: TypedExpression, _ symbol: FunctionSymbol?) {
    guard let symbol, symbol.returnsSelf, !value.type.isError, !isDynamicSelf(value) else { return }
    report(
      "cannot convert value of type '\(value.type.resolved)' to return type 'Self'", at: value.range,
      notes: ["return 'self', or declare the class with 'final'"])
  }

  private func isDynamicSelf(_ value: TypedExpression) -> Bool {
    switch value.kind {
    case .nilLiteral: return true
    case .variable(let variable): return variable.name == "self"
    case .wrap(let inner), .upcast(let inner): return isDynamicSelf(inner)
    case .call(let symbol, _, let values): return symbol.returnsSelf && values.first.map(isDynamicSelf) ?? false
    default: return false
    }
  }

  private func isAssignment(_ expression: Expression) -> Bool {
    if case .assign = expression.kind { return true }
    return false
  }

  /// The default value of a parameter, typed in the place where the function is declared.
  func defaultValue(of symbol: FunctionSymbol, _ index: Int) -> TypedExpression? {
    if let known = symbol.defaults[index] { return known }
    guard let parameter = symbol.signature.parameters[safe: index], let expression = parameter.defaultValue else {
      return nil
    }
    let outer = scope
    let (outerPending, outerDepth) = (pending, depth)
    scope = Scope(parent: symbol.scope)
    scope.requirements = symbol.signature.requirements
    for parameter in symbol.signature.genericParameters { scope.names[parameter.name] = .type(.parameter(parameter)) }
    pending = []
    depth = 0
    defer {
      scope = outer
      pending = outerPending
      depth = outerDepth
    }
    let value = convert(expression, to: parameter.type)
    finishInference()
    symbol.defaults[index] = value
    initialValues.append(value)
    return value
  }
}

extension BodyContext {
  /// Generic parameters of the functions around.
  var enclosingParameters: [GenericParameter] {
    function?.allParameters ?? parent?.enclosingParameters ?? []
  }
}
