/// Escaping: a closure that is a parameter is called while the function runs, and must not be kept, unless its type says
/// `@escaping`; and what may be kept must not capture what ends with the function: such a closure, or an inout parameter.
///
/// A closure stays where it is called in place or is an argument for a parameter without `@escaping`. Everywhere else
/// (in a variable, a property, an array, a result) it may be kept.
extension FlowAnalysis {
  /// The parameters of a function that must not be kept.
  func noteParameters(of symbol: FunctionSymbol) {
    guard let body = symbol.checkedBody, !symbol.isSetter else { return }
    for (variable, parameter) in zip(body.parameters, symbol.signature.parameters)
    where parameter.staysInside && symbol.owner?.flavour != .protocol {
      staying.insert(ObjectIdentifier(variable))
    }
  }

  /// An argument, which may be kept or not.
  func read(argument: TypedExpression, for parameter: ParameterSymbol?, of symbol: FunctionSymbol) {
    var isKept = true
    if let parameter, parameter.staysInside {
      if case .memberwise = symbol.implementation {} else { isKept = false }
    }
    if isKept { read(argument) } else { readStaying(argument) }
  }

  /// Another name for a function that must not be kept is one, too.
  func read(_ value: TypedExpression, into pattern: TypedPattern) {
    guard case .variable(let name) = pattern, !name.isMutable, case .variable(let variable) = value.kind,
      staying.contains(ObjectIdentifier(variable))
    else { return read(value) }
    staying.insert(ObjectIdentifier(name))
    readStaying(value)
  }

  /// A function that is called, or given to one that only calls it.
  func readStaying(_ expression: TypedExpression) {
    switch expression.kind {
    case .variable(let variable): use(variable, at: expression.range)
    case .closure(let body): readClosure(body, expression.range, isKept: false)
    case .convert(let inner), .upcast(let inner): readStaying(inner)
    default: read(expression)
    }
  }

  /// A function value goes where it may be kept.
  func keep(_ variable: VariableSymbol, at range: SourceRange) {
    guard staying.contains(ObjectIdentifier(variable)), state.isReachable else { return }
    report(
      "'\(variable.name)' must not be kept: it may only be called while the function runs", at: range,
      notes: ["write @escaping before its type to keep it"])
  }

  /// A closure or nested function goes where it may be kept, with all that it captures.
  func keep(captures: [VariableSymbol], of context: BodyContext, at range: SourceRange) {
    guard state.isReachable else { return }
    for variable in captures {
      if staying.contains(ObjectIdentifier(variable)) {
        report(
          "this closure may be kept, but '\(variable.name)' may only be called while the function runs", at: range,
          notes: ["write @escaping before the type of '\(variable.name)'"])
      } else if variable.isInOut {
        report(
          "this closure may be kept, but '\(variable.name)' is only there while the function runs",
          at: range, notes: ["make a copy first: let copy = \(variable.name)"])
      }
    }
    if let (name, place) = context.implicitSelf {
      report(
        "'\(name)' needs 'self.' here: the closure may be kept, and keeps the object alive", at: place,
        notes: ["write self.\(name)"])
    }
  }
}

extension ParameterSymbol {
  /// Whether it is a function that must not be kept.
  fileprivate var staysInside: Bool { type.function != nil && !isEscaping && !isVariadic }
}
