extension Checker {
  /// `Type(arguments)`
  func construct(
    _ type: Type, _ arguments: [Argument], _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    let type = type.shallow
    if type.isError {
      for argument in arguments { _ = attempt { check(argument.value) } }
      return invalid(range)
    }
    probeCalled(.functions(initializerCallees(of: type)), in: range)
    if arguments.count == 1, arguments[0].label == nil, !arguments[0].isTrailingClosure,
      let result = conversion(to: type, arguments[0].value, range)
    {
      return result
    }
    if case .existential(let protocols) = type {
      return fail(
        "'\(protocols.first?.name ?? "Any")' is a protocol and has no values of its own", at: range)
    }
    if type.tuple != nil || type.function != nil {
      return fail("a value of type '\(type)' cannot be made like this", at: range)
    }
    let callees = initializerCallees(of: type, arguments)
    guard !callees.isEmpty else {
      if let hidden = initializers(of: type).first(where: isHidden) {
        return reportHiddenInitializer(hidden, type, range)
      }
      // A class without initialisers was reported where it is declared.
      if type.isClass { return invalid(range) }
      return fail("'\(type.resolved)' cannot be made with these arguments", at: range)
    }
    return call(callees, arguments, expected, range, nameRange: range)
  }

  func initializerCallees(of type: Type, _ arguments: [Argument]? = nil) -> [Callee] {
    initializers(of: type).compactMap { member in
      guard case .function(let function) = member.kind, canBeCalled(member, arguments),
        isInLibrary || !function.isLibraryInitializer,
        meets(member, type) || type.hasVariables || isHidden(member)
      else { return nil }
      var callee = instantiate(function, base: type, requirements: member.requirements)
      // An inherited initialiser makes an object of the subclass.
      if function.owner?.flavour == .class { callee.result = function.isFailable ? .optional(type) : type }
      return callee
    }
  }

  /// `Double(n)`, `Int(x)`, `String(x)`: built in, because they take every number.
  private func conversion(to type: Type, _ argument: Expression, _ range: SourceRange) -> TypedExpression? {
    if type.isNumber || isArchetypeNumber(type) {
      if isDirectLiteral(argument, type) {
        return TypedExpression(check(argument, expected: type).kind, type, range)
      }
      let value = check(argument)
      settle(value.type)
      if value.type.isError { return invalid(range) }
      if value.type.isNumber || isArchetypeNumber(value.type) {
        return TypedExpression(.convert(value), type, range)
      }
      if let wrapped = value.type.wrapped, wrapped.isNumber {
        return fail(
          "value of optional type '\(value.type)' must be unwrapped first", at: argument.range,
          notes: ["use '??' to give a value for nil, 'if let', or '!'"])
      }
      if value.type.nominal === NominalType.bool {
        return fail("a 'Bool' is not converted to a number", at: argument.range, notes: ["write: value ? 1 : 0"])
      }
      return nil
    }
    if let element = type.arrayElement, element.wrapped != nil || element.isExistential, case .array = argument.kind {
      return convert(argument, to: type, "type")
    }
    if type.nominal === NominalType.string {
      let (attempted, _) = attempt { check(argument) }
      guard let value = attempted else { return nil }
      settle(value.type)
      if value.type.isNumber || value.type.nominal === NominalType.bool || value.type.nominal === NominalType.character
        || isText(value.type) || isArchetypeNumber(value.type) || conforms(value.type, .stringProtocol)
      {
        return TypedExpression(.string([.value(value)]), .string, range)
      }
      return nil
    }
    if type.nominal === NominalType.bool || type.nominal === NominalType.character, !isString(argument) {
      let (attempted, _) = attempt { check(argument, expected: type) }
      if let value = attempted, value.type == type { return value }
    }
    if type.nominal === NominalType.character, case .string = argument.kind {
      return convert(argument, to: .character)
    }
    return nil
  }

  private func isString(_ expression: Expression) -> Bool {
    if case .string = expression.kind { return true }
    return false
  }

  private func isArchetypeNumber(_ type: Type) -> Bool {
    switch type.shallow {
    case .parameter, .dependent: conforms(type, .binaryInteger) || conforms(type, .floatingPoint)
    default: false
    }
  }

  /// `Double(3)` is the literal 3 as a Double, not a converted Int.
  private func isDirectLiteral(_ expression: Expression, _ type: Type) -> Bool {
    switch expression.kind {
    case .integer: true
    case .floatingPoint: type.isFloatingPoint
    case .prefix("-", _, let operand): isDirectLiteral(operand, type)
    case .paren(let inner): isDirectLiteral(inner, type)
    default: false
    }
  }
}
