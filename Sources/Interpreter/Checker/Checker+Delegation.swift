/// `self.init(...)`, `super.init(...)` and `super.member`.
extension Checker {
  /// `self` as a value of the superclass.
  func superReceiver(_ range: SourceRange) -> TypedExpression {
    guard let variable = selfVariable, let superclass = variable.type.nominal?.superclass else {
      return fail("'super' needs a superclass", at: range)
    }
    capture(variable)
    let substitution = memberSubstitution(owner: variable.type.nominal ?? .never, base: variable.type)
    return TypedExpression(
      .upcast(TypedExpression(.variable(variable), variable.type, range)), substitution.apply(superclass), range)
  }

  /// The statements of an initialiser that calls another one; nil if `expression` does not.
  func delegation(_ expression: Expression, _ range: SourceRange) -> [TypedStatement]? {
    switch expression.kind {
    case .tryExpression(.plain, let inner):
      let outer = isInTry
      isInTry = true
      defer { isInTry = outer }
      return delegation(inner, range)
    case .paren(let inner): return delegation(inner, range)
    case .forced(let inner): return delegation(inner, isForced: true, range)
    default: return delegation(expression, isForced: false, range)
    }
  }

  /// `super.init()` at the end of a subclass's initialiser that does not call another one itself.
  func implicitDelegation(_ symbol: FunctionSymbol, _ body: [TypedStatement], _ range: SourceRange) -> [TypedStatement]
  {
    guard symbol.isInitializer, symbol.owner?.flavour == .class, !symbol.isConvenience,
      let superclass = symbol.owner?.superclass, !callsInitializer
    else { return [] }
    let isPlain = initializers(of: superclass).contains { member in
      guard case .function(let function) = member.kind else { return false }
      return function.signature.parameters.allSatisfy { $0.defaultValue != nil || $0.isVariadic }
    }
    guard isPlain else { return [] }
    let base = Expression(kind: .name("super"), range: range)
    let callee = Expression(kind: .member(base, name: "init", nameRange: range), range: range)
    return delegation(Expression(kind: .call(callee, []), range: range), range) ?? []
  }

  private func delegation(_ expression: Expression, isForced: Bool, _ range: SourceRange) -> [TypedStatement]? {
    guard case .call(let callee, let arguments) = expression.kind,
      case .member(let base?, "init", let nameRange, _, _) = callee.kind,
      case .name(let word, _, _) = base.kind, word == "self" || word == "super"
    else { return nil }
    guard context.function?.isInitializer == true, let variable = selfVariable else {
      report("'\(word).init' can only be called in an initializer", at: range)
      return []
    }
    callsInitializer = true
    let place = TypedExpression(.variable(variable), variable.type, range)
    let receiver = word == "super" ? superReceiver(range) : place
    if receiver.type.isError { return [] }
    var value: TypedExpression
    if receiver.type.isClass {
      let callees = initializers(of: receiver.type).compactMap { member -> Callee? in
        guard case .function(let function) = member.kind else { return nil }
        return instantiate(function, base: receiver.type, receiver: receiver, requirements: member.requirements)
      }
      value = call(callees, arguments, nil, range, nameRange: nameRange)
    } else {
      value = construct(variable.type, arguments, variable.type, range)
    }
    if value.type.isError { return [] }
    settle(value.type)
    if let wrapped = value.type.wrapped, variable.type.wrapped == nil {
      guard isForced || context.function?.isFailable == true else {
        report(
          "a non-failable initializer cannot delegate to a failable initializer", at: range,
          notes: ["write '!' after the call, or make this initializer 'init?'"])
        return []
      }
      if !isForced { return passNil(value, wrapped, to: place, range) }
      value = TypedExpression(.forced(value), wrapped, range)
    }
    return [set(place, value, range)]
  }

  /// An object is the same before and after; a value is what the other initialiser made.
  private func set(_ place: TypedExpression, _ value: TypedExpression, _ range: SourceRange) -> TypedStatement {
    let change = place.type.isClass ? value : TypedExpression(.assign(place, value), .void, range)
    return TypedStatement(kind: .expression(change), range: range)
  }

  /// Gives nil where the other initialiser did.
  private func passNil(
    _ value: TypedExpression, _ type: Type, to place: TypedExpression, _ range: SourceRange
  ) -> [TypedStatement] {
    let made = VariableSymbol("$made", type: type, isMutable: false, range: range, owner: context)
    let leave = TypedStatement(
      kind: .return(TypedExpression(.nilLiteral, .optional(.void), range)), range: range)
    let check = TypedStatement(
      kind: .guard([.pattern(.optional(.variable(made)), value)], otherwise: [leave]), range: range)
    return [check] + (place.type.isClass ? [] : [set(place, TypedExpression(.variable(made), type, range), range)])
  }
}
