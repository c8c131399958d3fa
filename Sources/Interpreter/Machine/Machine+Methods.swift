/// Functions found by type: witnesses of protocol requirements, overrides of methods.
extension Machine {
  /// The code of a method site for a value of the type with this index.
  func method(_ site: Int, _ typeIndex: Int) throws(Fault) -> Int {
    if let known = program.methodSites[site].known[typeIndex] {
      // Another machine may have found it.
      linkFunctions()
      return known
    }
    let symbol = program.methodSites[site].symbol
    let info = program.types.all[typeIndex]
    let index: Int
    do throws(Diagnostic) {
      if let result = program.methodSites[site].result {
        index = try typeCall(of: symbol, for: info.type, program.methodSites[site].types, result)
      } else if symbol.owner?.flavour == .class {
        let own = program.methodSites[site].types.suffix(symbol.signature.genericParameters.count)
        let (found, types) = override(of: symbol, in: info.type, Array(own))
        index = try instance(of: found, types)
      } else {
        index = try unboxingCall(of: symbol, for: info.type, program.methodSites[site].types)
      }
      try compilePending()
    } catch { throw Fault(error) }
    program.methodSites[site].known[typeIndex] = index
    return index
  }

  /// Finds `description`, `==` and `<` that a learner wrote for their types: printing and comparing use them.
  func findOwnFunctions() throws(Diagnostic) {
    var next = 0
    while next < program.types.all.count {
      let info = program.types.all[next]
      next += 1
      guard let nominal = info.type.nominal, [.structure, .enumeration, .class].contains(nominal.flavour),
        TypeTable.rangeForm(nominal) == nil
      else { continue }
      if info.descriptionFunction == nil, environment.conforms(info.type, to: .customStringConvertible) {
        info.descriptionFunction = try ownFunction("description", of: info.type) { $0.isGetter }
      }
      if info.debugDescriptionFunction == nil,
        environment.conforms(info.type, to: .customDebugStringConvertible)
      {
        info.debugDescriptionFunction = try ownFunction("debugDescription", of: info.type) { $0.isGetter }
      }
      if info.hashFunction == nil {
        info.hashFunction = try ownFunction("hash", of: info.type) { $0.owner?.flavour != .protocol }
      }
      if info.equalFunction == nil { info.equalFunction = try ownFunction("==", of: info.type) { $0.isStatic } }
      if info.lessFunction == nil { info.lessFunction = try ownFunction("<", of: info.type) { $0.isStatic } }
      try compilePending()
    }
  }

  private func ownFunction(
    _ name: String, of type: Type, where fits: (FunctionSymbol) -> Bool
  ) throws(Diagnostic) -> Int? {
    for member in environment.members(of: type, named: name) {
      let symbol: FunctionSymbol
      switch member.kind {
      case .function(let function): symbol = function
      case .property(let property):
        guard case .computed(let getter, _) = property.access else { continue }
        symbol = getter
      default: continue
      }
      guard fits(symbol) else { continue }
      if case .native = symbol.implementation, symbol.isGetter { return getterCall(of: symbol, for: type) }
      guard case .body = symbol.implementation else { continue }
      let arguments = member.owner.flavour == .protocol ? [type] : ownerArguments(symbol, type)
      return try instance(of: symbol, arguments)
    }
    return nil
  }

  /// A function that asks the host's getter: printing calls functions of the language only.
  private func getterCall(of symbol: FunctionSymbol, for type: Type) -> Int {
    let range = SourceRange(source: symbol.source, start: 0, end: 0)
    let value = VariableSymbol("$value", type: type, isMutable: false, range: nil, owner: nil)
    let result = symbol.signature.result
    let call = TypedExpression(
      .call(symbol, [], [TypedExpression(.variable(value), type, range)]), result, range)
    let body = CheckedBody(
      context: BodyContext(parent: nil, function: nil, result: result, throws: true),
      parameters: [value], statements: [TypedStatement(kind: .return(call), range: range)])
    let index = program.newFunction(named: symbol.name)
    program.pending.append(
      PendingBody(
        body: body, substitution: Substitution(), index: index, range: range, isInOut: [false], result: result,
        captured: []))
    return index
  }

  /// The nearest function with the same name, labels and types, from the class itself upwards.
  func override(of symbol: FunctionSymbol, in type: Type, _ own: [Type] = []) -> (FunctionSymbol, [Type]) {
    var current: Type? = type
    while case .nominal(let nominal, let arguments)? = current {
      for member in environment.ownMembers(of: nominal, named: symbol.memberName) {
        guard let found = function(in: member, like: symbol) else { continue }
        if found === symbol || haveSameTypes(found, symbol, in: type) { return (found, arguments + own) }
      }
      if nominal === symbol.owner { return (symbol, arguments + own) }
      let substitution = Substitution(nominal.genericParameters, arguments)
      current = nominal.superclass.map { substitution.apply($0) }
    }
    return (symbol, type.arguments + own)
  }

  /// Whether the parameters of two methods of a class and a superclass have the same types.
  private func haveSameTypes(_ first: FunctionSymbol, _ second: FunctionSymbol, in type: Type) -> Bool {
    let (left, right) = (first.signature, second.signature)
    guard left.genericParameters.count == right.genericParameters.count else { return false }
    func types(_ symbol: FunctionSymbol) -> [Type] {
      var substitution = symbol.owner.map { environment.memberSubstitution(owner: $0, base: type) } ?? Substitution()
      for (own, other) in zip(left.genericParameters, symbol.signature.genericParameters) {
        substitution.types[other] = .parameter(own)
      }
      return symbol.signature.parameters.map { environment.normalized(substitution.apply($0.storedType)).resolved }
    }
    return types(first) == types(second)
  }

  /// The function of a member that stands for `symbol`: a method, or the getter or setter of a property or subscript.
  private func function(in member: Member, like symbol: FunctionSymbol) -> FunctionSymbol? {
    guard member.isStatic == symbol.isStatic || symbol.isInitializer else { return nil }
    switch member.kind {
    case .function(let function):
      guard !symbol.isGetter, !symbol.isSetter,
        function.signature.parameters.map(\.label) == symbol.signature.parameters.map(\.label)
      else { return nil }
      return function
    case .property(let property):
      guard case .computed(let getter, let setter) = property.access else { return nil }
      return symbol.isSetter ? setter : symbol.isGetter ? getter : nil
    case .subscripting(let subscripted):
      return symbol.isSetter ? subscripted.setter : symbol.isGetter ? subscripted.getter : nil
    default: return nil
    }
  }

  /// A result, or the value of an optional one, as the value of a protocol's type that the caller expects.
  private func giving(_ value: TypedExpression, as result: Type) -> TypedExpression {
    if result.isExistential, !value.type.isExistential { return TypedExpression(.erase(value), result, value.range) }
    guard let wanted = result.wrapped, wanted.isExistential, let given = value.type.wrapped, !given.isExistential else {
      return value
    }
    let step = TypedExpression(.chainStep(value), given, value.range)
    return TypedExpression(.chain(TypedExpression(.erase(step), wanted, value.range)), result, value.range)
  }

  /// A function that calls a static member, or makes a value, of one type: `type(of: x).name` for what `x` is.
  private func typeCall(
    of symbol: FunctionSymbol, for type: Type, _ types: [Type], _ result: Type
  ) throws(Diagnostic) -> Int {
    let range = SourceRange(source: symbol.source, start: 0, end: 0)
    var (found, arguments) = (symbol, [type] + types.dropFirst())
    if symbol.owner?.flavour == .class {
      (found, arguments) = override(of: symbol, in: type, types.suffix(symbol.signature.genericParameters.count))
    }
    let substitution = Substitution(found.allParameters, arguments)
    let parameters = zip(symbol.signature.parameters, found.signature.parameters).map { written, own in
      let variable = VariableSymbol(
        written.name, type: environment.normalized(substitution.apply(own.storedType)).resolved,
        isMutable: written.isInOut, range: nil, owner: nil)
      variable.isInOut = written.isInOut
      return variable
    }
    let values = parameters.map { variable in
      let value = TypedExpression(.variable(variable), variable.type, range)
      return variable.isInOut ? TypedExpression(.inOut(value), variable.type, range) : value
    }
    var made = environment.normalized(substitution.apply(found.signature.result)).resolved
    if found.isInitializer { made = found.isFailable ? .optional(type) : type }
    let call = TypedExpression(.call(found, arguments, values), made, range)
    let value = giving(call, as: result)
    let body = CheckedBody(
      context: BodyContext(parent: nil, function: nil, result: result, throws: true), parameters: parameters,
      statements: [TypedStatement(kind: .return(value), range: range)])
    let index = program.newFunction(named: symbol.name)
    program.pending.append(
      PendingBody(
        body: body, substitution: Substitution(), index: index, range: range, isInOut: parameters.map(\.isInOut),
        result: result, captured: []))
    return index
  }

  /// What fulfils a requirement for a type.
  func witness(of symbol: FunctionSymbol, for type: Type) -> Witness? {
    guard let proto = symbol.owner else { return nil }
    let name = symbol.memberName
    for requirement in environment.ownMembers(of: proto, named: name) where requirement.declares(symbol) {
      guard let found = environment.witness(of: requirement, named: name, in: type) else { continue }
      let substitution = environment.memberSubstitution(owner: found.owner, base: type)
      let parameters = found.owner.selfParameter.map { [$0] } ?? found.owner.genericParameters
      let types = parameters.map { environment.normalized(substitution.types[$0] ?? .parameter($0)).resolved }
      switch found.kind {
      case .function(let function): return .function(function, types)
      case .subscripting(let accessors):
        return (symbol.isSetter ? accessors.setter : accessors.getter).map { .function($0, types) }
      case .property(let property):
        switch property.access {
        case .field(let index): return .field(index)
        case .computed(let getter, let setter):
          return (symbol.isSetter ? setter : getter).map { .function($0, types) }
        case .global(let variable): return .global(variable)
        }
      case .enumCase(let entry): return .enumCase(entry)
      case .type: continue
      }
    }
    return nil
  }

  private func ownerArguments(_ symbol: FunctionSymbol, _ type: Type) -> [Type] {
    var current: Type? = type
    while case .nominal(let nominal, let arguments)? = current {
      if nominal === symbol.owner { return arguments }
      let substitution = Substitution(nominal.genericParameters, arguments)
      current = nominal.superclass.map { substitution.apply($0) }
    }
    return type.arguments
  }

  /// A function with the requirement's window that takes the value out of its box and calls the witness.
  private func unboxingCall(
    of symbol: FunctionSymbol, for type: Type, _ types: [Type]
  ) throws(Diagnostic) -> Int {
    let range = SourceRange(source: symbol.source, start: 0, end: 0)
    let substitution = Substitution(symbol.allParameters, types)
    let boxed = types.first ?? .any
    let whole = VariableSymbol("$box", type: boxed, isMutable: symbol.isMutating, range: nil, owner: nil)
    whole.isInOut = symbol.isMutating
    let parameters = symbol.signature.parameters.map { parameter in
      let variable = VariableSymbol(
        parameter.name, type: substitution.apply(parameter.storedType), isMutable: parameter.isInOut, range: nil,
        owner: nil)
      variable.isInOut = parameter.isInOut
      return variable
    }
    let result = environment.normalized(substitution.apply(symbol.signature.result))
    let unboxed = TypedExpression(
      .cast(TypedExpression(.variable(whole), boxed, range), .forced, type), type, range)
    var values = parameters.map { variable in
      let value = TypedExpression(.variable(variable), variable.type, range)
      return variable.isInOut ? TypedExpression(.inOut(value), variable.type, range) : value
    }
    var statements: [TypedStatement] = []
    let content = VariableSymbol("$content", type: type, isMutable: symbol.isMutating, range: nil, owner: nil)
    let contentValue = TypedExpression(.variable(content), type, range)
    statements.append(TypedStatement(kind: .variable(.variable(content), unboxed), range: range))
    values.insert(symbol.isMutating ? TypedExpression(.inOut(contentValue), type, range) : contentValue, at: 0)
    let selfTypes = [type] + types.dropFirst()
    // What gives `Self` gives the type itself: outside it is in a box again.
    let own = Substitution(symbol.allParameters, Array(selfTypes)).apply(symbol.signature.result)
    let made = TypedExpression(.call(symbol, Array(selfTypes), values), environment.normalized(own).resolved, range)
    let call = giving(made, as: result.resolved)
    if symbol.isMutating {
      let outcome = VariableSymbol("$result", type: result, isMutable: false, range: nil, owner: nil)
      statements.append(TypedStatement(kind: .variable(.variable(outcome), call), range: range))
      let back = TypedExpression(.erase(contentValue), boxed, range)
      statements.append(
        TypedStatement(
          kind: .expression(
            TypedExpression(.assign(TypedExpression(.variable(whole), boxed, range), back), .void, range)),
          range: range))
      statements.append(
        TypedStatement(
          kind: .return(result.isVoid ? nil : TypedExpression(.variable(outcome), result, range)), range: range))
    } else {
      statements.append(TypedStatement(kind: result.isVoid ? .expression(call) : .return(call), range: range))
    }
    let body = CheckedBody(
      context: BodyContext(parent: nil, function: nil, result: result, throws: true),
      parameters: [whole] + parameters, statements: statements)
    let index = program.newFunction(named: symbol.name)
    program.pending.append(
      PendingBody(
        body: body, substitution: Substitution(), index: index, range: range,
        isInOut: [symbol.isMutating] + symbol.signature.parameters.map(\.isInOut), result: result, captured: []))
    return index
  }
}
