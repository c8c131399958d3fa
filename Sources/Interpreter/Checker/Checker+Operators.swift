extension Checker {
  // MARK: Prefix

  func checkPrefix(
    _ name: String, _ operatorRange: SourceRange, _ operand: Expression, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    // A number that becomes an optional or `Any` does so behind the operator.
    let wanted = (expected?.wrapped ?? expected).flatMap { $0.isExistential ? nil : $0 }
    switch name {
    case "-":
      if case .integer(let digits) = operand.kind {
        return integerLiteral(digits == "0" ? "0" : "-" + digits, expected, range)
      }
      if case .floatingPoint(let digits) = operand.kind { return floatingPointLiteral("-" + digits, expected, range) }
      let value = unwrapped(check(operand, expected: wanted))
      if value.type.isError { return value }
      if value.type.unbound != nil || isNumeric(value.type, .signedNumeric) || value.type.isFloatingPoint {
        return TypedExpression(.negate(value), value.type, range)
      }
      return overloadedPrefix(name, operand, value, range)
    case "+":
      return check(operand, expected: expected)
    case "!":
      let value = check(operand, expected: .bool)
      if let result = coerce(value, to: .bool) { return TypedExpression(.not(result), .bool, range) }
      return overloadedPrefix(name, operand, value, range)
    case "~":
      let value = unwrapped(check(operand, expected: wanted))
      if value.type.unbound != nil || isNumeric(value.type, .binaryInteger) {
        return TypedExpression(.bitwiseNot(value), value.type, range)
      }
      return overloadedPrefix(name, operand, value, range)
    case "..<": return partialRange(.partialRangeUpTo, operand, range)
    case "...": return partialRange(.partialRangeThrough, operand, range)
    default:
      return overloadedPrefix(name, operand, check(operand), range)
    }
  }

  func checkPostfix(_ name: String, _ operand: Expression, _ range: SourceRange) -> TypedExpression {
    overloadedPrefix(name, operand, check(operand), range, isPostfix: true)
  }

  private func overloadedPrefix(
    _ name: String, _ operand: Expression, _ value: TypedExpression, _ range: SourceRange, isPostfix: Bool = false
  ) -> TypedExpression {
    if value.type.isError { return value }
    let callees = environment.operators(name).filter {
      $0.signature.parameters.count == 1 && $0.modifiers.contains("postfix") == isPostfix
    }.map { instantiate($0, base: nil) }
    for callee in callees {
      let isPlace = callee.parameters[0].isInOut
      let written = isPlace ? Expression(kind: .inOut(operand), range: operand.range) : operand
      let (result, _) = attempt {
        apply(callee, [.provided([0])], [Argument(value: written)], isPlace ? [:] : [0: value], nil, range)
      }
      if let result { return result }
    }
    return fail("unary operator '\(name)' cannot be applied to an operand of type '\(value.type.resolved)'", at: range)
  }

  func partialRange(_ nominal: NominalType, _ operand: Expression, _ range: SourceRange) -> TypedExpression {
    let value = check(operand)
    return TypedExpression(.rangeValue([value]), .nominal(nominal, [value.type]), range)
  }

  // MARK: Infix

  func checkBinary(
    _ name: String, _ operatorRange: SourceRange, _ left: Expression, _ right: Expression, _ expected: Type?,
    _ range: SourceRange
  ) -> TypedExpression {
    switch name {
    case "&&": return TypedExpression(.and(condition(left), condition(right)), .bool, range)
    case "||": return TypedExpression(.or(condition(left), condition(right)), .bool, range)
    case "??": return checkCoalesce(left, right, expected, range)
    case "..<", "...": return checkRange(name, left, right, expected, range)
    case "+=", "-=", "*=", "/=", "%=", "&+=", "&-=", "&*=", "&=", "|=", "^=", "<<=", ">>=", "&<<=", "&>>=":
      return checkCompound(String(name.dropLast()), left, right, range)
    case "~=": return patternTest(check(right), left, range, argument: right)
    default: break
    }
    if BinaryOperator(rawValue: name) == nil || isClosure(right) {
      // `x |> { $0 + 1 }`: the operator says what the closure takes.
      let callees = environment.operators(name).filter { $0.signature.parameters.count == 2 }
      if !callees.isEmpty { return callOperator(callees, left, right, expected, range, nameRange: operatorRange) }
    }
    let (first, second) = unwrapped(operands(name, left, right, expected), of: name)
    if first.type.isError || second.type.isError { return invalid(range) }
    return binary(name, operatorRange, left, first, right, second, expected, range)
  }

  /// Operators whose first parameter is inout come before others: their left operand is a place without an `&`.
  private func callOperator(
    _ symbols: [FunctionSymbol], _ left: Expression, _ right: Expression, _ expected: Type?, _ range: SourceRange,
    nameRange: SourceRange
  ) -> TypedExpression {
    func call(_ symbols: [FunctionSymbol], _ left: Expression) -> TypedExpression {
      self.call(
        symbols.map(operatorCallee), [Argument(value: left), Argument(value: right)], expected, range,
        nameRange: nameRange)
    }
    let changing = symbols.filter { $0.signature.parameters[0].isInOut }
    if changing.isEmpty { return call(symbols, left) }
    let place = Expression(kind: .inOut(left), range: left.range)
    if changing.count == symbols.count { return call(changing, place) }
    return attempt { call(changing, place) }.result
      ?? call(symbols.filter { !$0.signature.parameters[0].isInOut }, left)
  }

  private func isClosure(_ expression: Expression) -> Bool {
    if case .closure = expression.kind { true } else { false }
  }

  /// Operands have no labels, whatever the operator's parameters are called.
  private func operatorCallee(_ symbol: FunctionSymbol) -> Callee {
    var callee = instantiate(symbol, base: nil)
    for index in callee.parameters.indices { callee.parameters[index].label = nil }
    return callee
  }

  private func operands(
    _ name: String, _ left: Expression, _ right: Expression, _ expected: Type?
  ) -> (TypedExpression, TypedExpression) {
    let isComparison = BinaryOperator(rawValue: name)?.isComparison ?? false
    var hint: Type?
    if !isComparison, let expected = expected?.wrapped ?? expected, expected.unbound == nil,
      expected.isNumber || expected.arrayElement != nil
    {
      hint = expected
    }
    if needsContext(left), !needsContext(right) {
      let second = check(right, expected: hint)
      return (check(left, expected: second.type), second)
    }
    let isCharacterComparison = { (type: Type) in
      let nominal = (type.wrapped ?? type).nominal
      return nominal === NominalType.character || nominal?.name == "UnicodeScalar"
    }
    if case .string = left.kind, isComparison {
      let second = check(right)
      return (check(left, expected: isCharacterComparison(second.type) ? second.type : nil), second)
    }
    let first = check(left, expected: hint)
    if first.type.isError {
      return (first, attempt { check(right) }.result ?? invalid(right.range))
    }
    var rightHint: Type? = hint
    if case .string = right.kind, (first.type.wrapped ?? first.type).nominal === NominalType.substring {
      return (first, check(right, expected: first.type))
    }
    if needsContext(right) || isCharacterComparison(first.type) || first.type.arrayElement != nil
      || first.type.nominal === NominalType.set || first.type.nominal === NominalType.arraySlice
      || (isComparison && first.type.tuple != nil)
    {
      rightHint = first.type
    }
    if case .nilLiteral = right.kind, first.type.unbound == nil, first.type.wrapped == nil {
      rightHint = .optional(first.type)
    }
    return (first, check(right, expected: rightHint))
  }

  private func binary(
    _ name: String, _ operatorRange: SourceRange, _ left: Expression, _ first: TypedExpression, _ right: Expression,
    _ second: TypedExpression, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    let overloads = environment.operators(name).filter { $0.signature.parameters.count == 2 }
    let isSpecial = { (type: Type) -> Bool in
      guard let nominal = type.nominal else { return false }
      return nominal.flavour != .builtin
    }
    if overloads.isEmpty || !(isSpecial(first.type) || isSpecial(second.type)) {
      if let result = builtin(name, first, second, range) { return result }
    }
    if !overloads.isEmpty {
      let arguments = [Argument(value: left), Argument(value: right)]
      let mark = trail.count
      var best: (Callee, Int)?
      for callee in overloads.map({ instantiate($0, base: nil) }) {
        let outer = score
        score = 0
        let (pendingCount, literalCount) = (pending.count, pendingLiterals.count)
        let (result, _) = attempt {
          apply(callee, [.provided([0]), .provided([1])], arguments, [0: first, 1: second], expected, range)
        }
        if let result {
          var total = score + (callee.symbol.cell > 0 ? -100 : 0)
          if let expected, expected.unbound == nil, coerce(result, to: expected) == nil { total += 1000 }
          if best.map({ total < $0.1 }) ?? true { best = (callee, total) }
        }
        undo(to: mark)
        forget(pendingCount, literalCount)
        score = outer
      }
      if let (callee, _) = best {
        return apply(callee, [.provided([0]), .provided([1])], arguments, [0: first, 1: second], expected, range)
      }
      if let result = builtin(name, first, second, range) { return result }
    }
    if let other = otherMeaning(of: left, first, as: second.type),
      let result = builtin(name, other, second, range)
    {
      return result
    }
    if let other = otherMeaning(of: right, second, as: first.type), let result = builtin(name, first, other, range) {
      return result
    }
    return mismatch(name, first, second, operatorRange, range)
  }

  /// The protocol whose types have an operator.
  private static func protocolNeeded(_ name: String) -> String? {
    switch name {
    case "==", "!=": "Equatable"
    case "<", ">", "<=", ">=": "Comparable"
    case "+", "-", "*", "+=", "-=", "*=": "Numeric"
    case "/", "/=": "FloatingPoint"
    case "%", "%=": "BinaryInteger"
    default: nil
    }
  }

  private func mismatch(
    _ name: String, _ first: TypedExpression, _ second: TypedExpression, _ operatorRange: SourceRange,
    _ range: SourceRange
  ) -> TypedExpression {
    let left = first.type.resolved
    let right = second.type.resolved
    var notes: [String] = []
    if left.isNumber, right.isNumber {
      let target = left.isFloatingPoint ? left : right.isFloatingPoint ? right : left
      notes = ["convert one of them: \(target)(...)"]
    } else if left.nominal === NominalType.string, right.isInteger, name == "*" {
      notes = ["text is repeated with String(repeating: text, count: n)"]
    } else if name == "+", let element = left.arrayElement, unifiable(element, right) {
      notes = ["one value is added with + [value], or append(value)"]
    } else if left.nominal?.flavour == .host || right.nominal?.flavour == .host,
      !environment.operators("." + name).isEmpty
    {
      notes = ["'.\(name)' compares element by element"]
    } else if ["+", "-", "*", "/"].contains(name), left.arrayElement != nil, right.isNumber || left == right {
      notes = ["arrays are not vectors: use map or zip, or a Tensor"]
    } else if left.wrapped != nil || right.wrapped != nil, name != "==", name != "!=" {
      notes = ["an optional may be nil: use '??', 'if let' or '!' first"]
    } else if left.nominal === NominalType.string || right.nominal === NominalType.string, name == "+" {
      notes = ["put values into text with \"\\(value)\""]
    } else if name == "===" || name == "!==" {
      notes = ["'\(name)' compares objects of classes; values are compared with '\(name.dropLast())'"]
    } else if case .parameter(let parameter) = left, left == right, let needed = Self.protocolNeeded(name) {
      notes = ["say what '\(parameter.name)' can do: <\(parameter.name): \(needed)>"]
    } else if left == right, name == "==" || name == "!=" {
      notes = ["'\(left)' does not conform to 'Equatable'"]
    }
    if left == right {
      return fail(
        "binary operator '\(name)' cannot be applied to two '\(left)' operands", at: operatorRange, notes: notes)
    }
    return fail(
      "binary operator '\(name)' cannot be applied to operands of type '\(left)' and '\(right)'", at: operatorRange,
      notes: notes)
  }

  func isNumeric(_ type: Type, _ proto: NominalType) -> Bool { conforms(type, proto) && type.unbound == nil }

  /// The standard library's own operators.
  private func builtin(
    _ name: String, _ first: TypedExpression, _ second: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    guard let operation = BinaryOperator(rawValue: name) else { return nil }
    var (first, second) = comparable(operation, first, second)
    switch operation {
    case .equal, .notEqual:
      if case .metatype = first.type.shallow, case .metatype = second.type.shallow {
        return TypedExpression(.binary(operation, first, second), .bool, range)
      }
      if let same = coerce(second, to: first.type) {
        second = same
      } else if let same = coerce(first, to: second.type) {
        first = same
      } else {
        return nil
      }
      let type = first.type
      guard type.unbound != nil || isEquatable(type) || isNilComparison(first, second) else { return nil }
      return TypedExpression(.binary(operation, first, second), .bool, range)
    case .identical, .notIdentical:
      guard isObject(first.type), isObject(second.type) else { return nil }
      return TypedExpression(.binary(operation, first, second), .bool, range)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard unify(first.type, second.type) else { return nil }
      guard first.type.unbound != nil || isComparable(first.type) else { return nil }
      return TypedExpression(.binary(operation, first, second), .bool, range)
    case .shiftLeft, .shiftRight:
      guard first.type.unbound != nil || conforms(first.type, .binaryInteger) else { return nil }
      if second.type.unbound != nil { _ = unify(second.type, .int) }
      guard conforms(second.type, .binaryInteger) else { return nil }
      return TypedExpression(.binary(operation, first, second), first.type, range)
    default:
      guard unify(first.type, second.type) else { return nil }
      let type = first.type
      if type.unbound == nil {
        let allowed: Bool
        switch operation {
        case .add:
          allowed =
            conforms(type, .additiveArithmetic) || type.nominal === NominalType.string || type.arrayElement != nil
        case .subtract: allowed = conforms(type, .additiveArithmetic)
        case .multiply: allowed = conforms(type, .numeric)
        case .divide: allowed = conforms(type, .binaryInteger) || conforms(type, .floatingPoint)
        default: allowed = conforms(type, .binaryInteger)
        }
        guard allowed else { return nil }
      }
      return TypedExpression(.binary(operation, first, second), type, range)
    }
  }

  /// Objects, and optionals of them, can be the same.
  private func isObject(_ type: Type) -> Bool {
    let type = type.wrapped ?? type
    return type.classOrSelf.isClass || type.isError || conforms(type, .anyObject)
  }

  private func isNilComparison(_ first: TypedExpression, _ second: TypedExpression) -> Bool {
    if case .nilLiteral = first.kind { return true }
    if case .nilLiteral = second.kind { return true }
    return false
  }

  private func checkCoalesce(
    _ left: Expression, _ right: Expression, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    // What becomes `Any` does so behind the operator.
    let wanted = expected.flatMap { ($0.wrapped ?? $0).isExistential ? nil : $0 }
    let first = check(left, expected: wanted.map { $0.wrapped == nil ? .optional($0) : $0 })
    if first.type.isError {
      _ = attempt { check(right) }
      return first
    }
    guard let wrapped = first.type.wrapped else {
      return fail(
        "left side of '??' has non-optional type '\(first.type.resolved)'", at: first.range,
        notes: ["it is never nil, so the '??' can go"])
    }
    let second = check(right, expected: wrapped)
    if second.type.isNever, !wrapped.isNever {
      return fail(
        "the right side of '??' never gives a value", at: second.range, notes: ["write 'guard let ... else'"])
    }
    if let value = coerce(second, to: wrapped) {
      return TypedExpression(.coalesce(first, value), wrapped, range)
    }
    if let value = coerce(second, to: first.type) { return TypedExpression(.coalesce(first, value), first.type, range) }
    if second.type.isError { return second }
    return fail(
      "cannot convert value of type '\(second.type.resolved)' to expected type '\(wrapped.resolved)'", at: second.range,
      notes: conversionHints(from: second.type, to: wrapped))
  }

  private func checkRange(
    _ name: String, _ left: Expression, _ right: Expression, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    var hint = expected?.nominal.flatMap { NominalType.coreRanges.contains($0) ? expected?.arguments.first : nil }
    if hint == nil, needsContext(left), !needsContext(right) { hint = attempt { check(right) }.result?.type }
    let first = check(left, expected: hint)
    let second = check(right, expected: hint ?? (first.type.nominal === NominalType.character ? first.type : nil))
    if first.type.isError || second.type.isError { return invalid(range) }
    guard unify(first.type, second.type) else {
      return fail(
        "the bounds of a range must have one type, but these are '\(first.type.resolved)' and '\(second.type.resolved)'",
        at: range, notes: first.type.isNumber && second.type.isNumber ? ["convert one of them: Int(...)"] : [])
    }
    let type = first.type
    guard type.unbound != nil || isComparable(type) else {
      return fail("values of type '\(type)' cannot be the bounds of a range", at: range)
    }
    return TypedExpression(
      .rangeValue([first, second]), .nominal(name == "..<" ? .range : .closedRange, [type]), range)
  }

  // MARK: Compound assignment

  private func checkCompound(
    _ name: String, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    if case .chain(let inner) = left.kind {
      let change = checkCompound(name, inner, right, range)
      return change.type.isError ? change : TypedExpression(.chain(change), .optional(.void), range)
    }
    let place = unwrapped(checkPlace(left, for: "changed"))
    if place.type.isError {
      _ = attempt { check(right) }
      return place
    }
    let type = place.type
    let isSpecial = (type.nominal?.flavour ?? .builtin) != .builtin
    let overloads = environment.operators(name + "=")
    // What the library itself does for a number comes before what a protocol asks for.
    let isPlain = type.isNumber && attempt({ builtinCompound(name, left, place, right, range) }).result != nil
    if isSpecial || (!overloads.isEmpty && !isPlain) {
      let value = check(right, expected: type.isNumber || type.arrayElement != nil ? type : nil)
      if value.type.isError { return value }
      for symbol in overloads {
        let callee = instantiate(symbol, base: nil)
        guard callee.parameters.count == 2, callee.parameters[0].isInOut else { continue }
        let (result, _) = attempt { () -> TypedExpression in
          guard unify(callee.parameters[0].type, type) else { return fail("", at: range) }
          let argument = convert(value, to: callee.parameters[1].type, "", notes: [])
          return TypedExpression(
            .call(symbol, callee.typeArguments, [TypedExpression(.inOut(place), type, place.range), argument]), .void,
            range)
        }
        if let result { return result }
      }
      if isSpecial {
        // Without an operator of its own, `a += b` is `a = a + b` if that exists.
        let (sum, _) = attempt { () -> TypedExpression in
          let first = check(left)
          let result = binary(name, range, left, first, right, value, type, range)
          return convert(result, to: type, "", notes: [])
        }
        if let sum { return TypedExpression(.assign(place, sum), .void, range) }
        return mismatch(name + "=", place, value, range, range)
      }
    }
    return builtinCompound(name, left, place, right, range)
  }

  /// The standard library's own `+=` and its like.
  private func builtinCompound(
    _ name: String, _ left: Expression, _ place: TypedExpression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let type = place.type
    guard let operation = BinaryOperator(rawValue: name) else { return invalid(range) }
    var value = check(
      right, expected: type.isNumber || type.arrayElement != nil || type.hasParameters ? type : nil)
    if value.type.isError { return value }
    if operation.isShift {
      if value.type.unbound != nil { _ = unify(value.type, .int) }
    } else if operation == .add, type.arrayElement != nil, let element = type.arrayElement,
      let other = environment.elementType(of: value.type, requirements: requirements), value.type.arrayElement == nil,
      unify(other, element)
    {
      let (result, _) = attempt {
        callMethod(
          place, left, "append", range,
          [Argument(label: "contentsOf", value: right)], nil, range)
      }
      if let result { return result }
    } else if let same = coerce(value, to: type) {
      value = same
    } else {
      return mismatch(name + "=", place, value, range, range)
    }
    let allowed: Bool
    switch operation {
    case .add:
      allowed = conforms(type, .additiveArithmetic) || type.nominal === NominalType.string || type.arrayElement != nil
    case .subtract: allowed = conforms(type, .additiveArithmetic)
    case .multiply: allowed = conforms(type, .numeric)
    case .divide: allowed = conforms(type, .binaryInteger) || conforms(type, .floatingPoint)
    default: allowed = conforms(type, .binaryInteger)
    }
    if !allowed { return mismatch(name + "=", place, value, range, range) }
    return TypedExpression(.compoundAssign(operation, place, value), .void, range)
  }
}
