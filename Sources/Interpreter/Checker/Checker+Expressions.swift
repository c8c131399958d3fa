extension Checker {
  /// Types an expression. `expected` is a wish that steers literals and overloads; `convert` makes it a demand.
  func check(_ expression: Expression, expected: Type? = nil) -> TypedExpression {
    let range = expression.range
    let expected = expected?.shallow
    switch expression.kind {
    case .integer(let digits): return integerLiteral(digits, expected, range)
    case .floatingPoint(let digits): return floatingPointLiteral(digits, expected, range)
    case .boolean(let value):
      let typed = TypedExpression(.boolean(value), .bool, range)
      return ownLiteral(.booleanLiteral, expected, range) { _ in [typed] } ?? typed
    case .string(let segments): return stringLiteral(segments, expected, range)
    case .nilLiteral: return nilLiteral(expected, range)
    case .name(let name, let labels, _): return checkName(name, labels: labels, expected, expression)
    case .member(let base, let name, let nameRange, let labels, _):
      return checkMember(base, name, nameRange, labels: labels, expected, range)
    case .call(let callee, let arguments): return checkCall(callee, arguments, expected, range)
    case .index(let base, let arguments): return checkIndex(base, arguments, expected, range)
    case .closure(let closure): return checkClosure(closure, expected)
    case .array(let elements): return arrayLiteral(elements, expected, range)
    case .dictionary(let elements): return dictionaryLiteral(elements, expected, range)
    case .tuple(let elements): return tupleLiteral(elements, expected, range)
    case .paren(let inner): return check(inner, expected: expected)
    case .prefix(let name, let operatorRange, let operand):
      return checkPrefix(name, operatorRange, operand, expected, range)
    case .postfix(let name, _, let operand):
      if name != "..." { return checkPostfix(name, operand, range) }
      return partialRange(.partialRangeFrom, operand, range)
    case .binary(let name, let operatorRange, let left, let right):
      return checkBinary(name, operatorRange, left, right, expected, range)
    case .assign(let target, let value): return checkAssignment(target, value, range)
    case .ternary(let condition, let first, let second):
      return checkTernary(condition, first, second, expected, range)
    case .cast(let value, let kind, let type): return checkCast(value, kind, type, range)
    case .tryExpression(let kind, let inner): return checkTry(kind, inner, expected, range)
    case .optionalTry(let inner):
      let value = check(inner)
      guard !value.type.isError else { return value }
      guard let wrapped = value.type.wrapped else {
        return fail(
          "cannot use optional chaining on non-optional value of type '\(value.type)'", at: inner.range,
          notes: ["remove the '?'"])
      }
      return TypedExpression(.chainStep(value), wrapped, range)
    case .chain(let inner):
      let value = check(inner, expected: expected?.wrapped)
      if value.type.isError { return value }
      settle(value.type)
      if value.type.wrapped != nil { return TypedExpression(.chain(value), value.type, range) }
      return TypedExpression(.chain(value), .optional(value.type), range)
    case .forced(let inner):
      let value = check(inner, expected: expected.map { .optional($0) })
      guard !value.type.isError else { return value }
      guard let wrapped = value.type.wrapped else {
        return fail(
          "cannot force unwrap value of non-optional type '\(value.type)'", at: range, notes: ["remove the '!'"])
      }
      return TypedExpression(.forced(value), wrapped, range)
    case .inOut(let inner):
      _ = check(inner)
      return fail("'&' can only stand before an argument", at: range)
    case .ifExpression(let statement): return checkIfExpression(statement, expected, range)
    case .switchExpression(let statement): return checkSwitchExpression(statement, expected, range)
    case .keyPath(let root, let names): return checkKeyPath(root, names, expected, range)
    case .type(let name) where isVariable(name):
      return checkName(name.plainName ?? "", labels: nil, expected, expression)
    case .type(let name):
      let type = resolve(name)
      return fail("'\(type)' is a type; a value is needed here", at: range, notes: ["write \(type)(...) to make one"])
    case .discard where environment.lookUp("_") != nil:
      // The result of the last cell, where the session keeps it.
      return checkName("_", labels: nil, expected, expression)
    case .discard: return fail("'_' can only stand on the left of '='", at: range)
    case .placeholder(let text):
      return fail(
        "there is still a placeholder to fill: \(text)", at: range,
        notes: ["replace it, with its marks <# #>, by your code"])
    case .unboundedRange: return TypedExpression(.void, .nominal(.unboundedRange, []), range)
    case .invalid: return invalid(range)
    }
  }

  /// Types an expression that must become a `target`; says so if it cannot. `what` completes "to specified type 'T'".
  func convert(_ expression: Expression, to target: Type, _ what: String = "specified type") -> TypedExpression {
    let typed = check(expression, expected: target)
    if let taking = takingTuple(expression, typed.type, target) { return taking }
    return convert(typed, to: target, what, notes: [])
  }

  func convert(_ typed: TypedExpression, to target: Type, _ what: String, notes: [String]) -> TypedExpression {
    if let result = coerce(typed, to: target) { return result }
    if let lacking = target.unbound?.bounds.first(where: { !conforms(typed.type, $0) }) {
      return fail(
        "type '\(typed.type.resolved)' does not conform to '\(lacking.name)', which is needed here", at: typed.range)
    }
    return fail(
      "cannot convert value of type '\(typed.type.resolved)' to \(what) '\(target.resolved)'", at: typed.range,
      notes: notes + conversionHints(from: typed.type, to: target))
  }

  func conversionHints(from: Type, to target: Type) -> [String] {
    let from = from.shallow
    let target = target.shallow
    if let old = from.nominal, let new = target.nominal, old !== new, old.name == new.name {
      return ["the value is of an earlier type '\(old.name)': make it again, now that the type is declared anew"]
    }
    if let wrapped = from.wrapped, unifiable(wrapped, target) {
      return ["it may be nil: use '??' to give a value for that case, 'if let', or '!'"]
    }
    if case .existential(let protocols) = target, let lacking = protocols.first(where: { !conforms(from, $0) }) {
      return ["'\(from.resolved)' does not conform to '\(lacking.name)'"]
    }
    if from.isNumber, target.description == "String.Index" {
      return ["a place in a text is no number: Array(text)[i] gives the i-th character"]
    }
    if from.isNumber, target.isNumber { return ["convert it: \(target)(...)"] }
    if from.nominal === NominalType.string, target.isNumber {
      return ["\(target)(...) reads a number from text; the result is optional"]
    }
    if target.nominal === NominalType.string { return ["put it into text: \"\\(...)\""] }
    if from.isVoid { return ["a function without '->' gives nothing back"] }
    if target.nominal === NominalType.bool, from.isNumber { return ["compare it: ... != 0"] }
    if let function = from.function, function.parameters.isEmpty, unifiable(function.result, target) {
      return ["write () after it to call it"]
    }
    return []
  }

  /// Whether two types could be made equal, without making them so.
  func unifiable(_ left: Type, _ right: Type) -> Bool {
    let mark = trail.count
    let result = unify(left, right)
    undo(to: mark)
    return result
  }

  // MARK: Literals

  /// The type a literal takes from its context: `T` for `T?`, nothing for `Any`.
  private func literalContext(_ expected: Type?) -> Type? {
    var type = expected?.shallow
    while let wrapped = type?.wrapped { type = wrapped.shallow }
    return type
  }

  func integerLiteral(_ digits: String, _ expected: Type?, _ range: SourceRange) -> TypedExpression {
    let context = literalContext(expected)
    let result: TypedExpression
    if let context, context.isNumber || hasLiterals(context, .integerLiteral) {
      result = TypedExpression(.integer(digits), context, range)
    } else {
      result = TypedExpression(.integer(digits), .variable(makeVariable(literal: .integer, at: range)), range)
    }
    pendingLiterals.append(result)
    return result
  }

  func floatingPointLiteral(_ digits: String, _ expected: Type?, _ range: SourceRange) -> TypedExpression {
    let context = literalContext(expected)
    if let context, context.isFloatingPoint || hasLiterals(context, .floatLiteral) {
      return TypedExpression(.floatingPoint(digits), context, range)
    }
    return TypedExpression(
      .floatingPoint(digits), .variable(makeVariable(literal: .floatingPoint, at: range)), range)
  }

  /// Whether a type of the learner's or a generic parameter can be written as a literal.
  private func hasLiterals(_ type: Type, _ proto: NominalType) -> Bool {
    switch type {
    case .nominal(let nominal, _): nominal.flavour != .builtin && conforms(type, proto)
    case .parameter, .dependent: conforms(type, proto)
    default: false
    }
  }

  /// A literal of a type that says how it is made from one: a call of its initialiser.
  private func ownLiteral(
    _ proto: NominalType, _ expected: Type?, _ range: SourceRange, _ arguments: (Type) -> [TypedExpression]
  ) -> TypedExpression? {
    guard let context = literalContext(expected), hasLiterals(context, proto),
      let initializer = environment.requirement("init", of: proto)
    else { return nil }
    let callee = instantiate(initializer, base: context)
    let element = callee.parameters.first?.type ?? .error
    var values = arguments(element)
    if values.contains(where: \.type.isError) { return invalid(range) }
    if callee.parameters.first?.isVariadic == true {
      values = [TypedExpression(.variadic(values), .array(element), range)]
    }
    return TypedExpression(.call(initializer, callee.typeArguments, values), context, range)
  }

  private func stringLiteral(_ segments: [StringSegment], _ expected: Type?, _ range: SourceRange) -> TypedExpression {
    if literalContext(expected)?.nominal === NominalType.character, segments.count <= 1,
      case .text(let text)? = segments.first ?? .text(""), text.count == 1
    {
      return TypedExpression(.string([.text(text)]), .character, range)
    }
    var typed: [TypedSegment] = []
    for segment in segments {
      switch segment {
      case .text(let text): typed.append(.text(text))
      case .interpolation(let inner):
        let value = check(inner)
        settle(value.type)
        typed.append(.value(value))
      }
    }
    let text = TypedExpression(.string(typed), .string, range)
    if literalContext(expected)?.nominal === NominalType.substring { return substring(text) }
    if segments.count > 1 || isTooLongForScalar(segments, expected) { return text }
    return ownLiteral(.stringLiteral, expected, range) { [convert(text, to: $0, "literal type", notes: [])] } ?? text
  }

  /// `UnicodeScalar` is the only type of the library whose literals cannot be every text.
  private func isTooLongForScalar(_ segments: [StringSegment], _ expected: Type?) -> Bool {
    guard literalContext(expected)?.nominal?.name == "UnicodeScalar" else { return false }
    guard case .text(let text)? = segments.first else { return true }
    return text.unicodeScalars.count != 1
  }

  private func nilLiteral(_ expected: Type?, _ range: SourceRange) -> TypedExpression {
    if let expected, expected.wrapped != nil { return TypedExpression(.nilLiteral, expected, range) }
    if let value = ownLiteral(.nilLiteral, expected, range, { _ in [TypedExpression(.void, .void, range)] }) {
      return value
    }
    if let expected, expected.unbound == nil {
      return fail(
        "'nil' cannot be a value of type '\(expected)'", at: range, notes: ["only optionals can be nil: \(expected)?"])
    }
    return TypedExpression(.nilLiteral, .optional(.variable(makeVariable(at: range))), range)
  }

  func arrayLiteral(_ elements: [Expression], _ expected: Type?, _ range: SourceRange) -> TypedExpression {
    let context = literalContext(expected)
    if let context, context.nominal === NominalType.set {
      let element = context.arguments[0]
      admitNil(element, elements, range)
      let values = elements.map { convert($0, to: element, "expected element type") }
      if values.contains(where: \.type.isError) { return invalid(range) }
      return TypedExpression(.array(values), context, range)
    }
    if let context, context.nominal === NominalType.arraySlice {
      let array = arrayLiteral(elements, .array(context.arguments[0]), range)
      return array.type.isError ? array : slice(array, count: elements.count)
    }
    if let element = context?.arrayElement {
      admitNil(element, elements, range)
      let values = elements.map { convert($0, to: element, "expected element type") }
      if values.contains(where: \.type.isError) { return invalid(range) }
      return TypedExpression(.array(values), .array(element), range)
    }
    let own = ownLiteral(.arrayLiteral, expected, range) { element in
      elements.map { convert($0, to: element, "expected element type") }
    }
    if let own { return own }
    var values: [TypedExpression] = []
    let element = Type.variable(makeVariable(at: range))
    admitNil(element, elements, range)
    var failed = false
    for expression in elements {
      // Among literals `.infinity` is one of their default type.
      let isKnown = (element.shallow.wrapped ?? element).unbound == nil || needsContextAsBase(expression)
      let value = check(
        expression, expected: isKnown ? element.shallow : context == .any && isCollection(expression) ? .any : nil)
      if value.type.isError { failed = true }
      if let same = coerce(value, to: element) {
        values.append(same)
      } else if value.type.wrapped != nil, unify(value.type, .optional(element.shallow)) {
        // A nil among values: the elements are optional.
        return arrayLiteral(elements, .array(.optional(element.resolved)), range)
      } else if context == .any {
        return arrayLiteral(elements, .array(.any), range)
      } else {
        let types = Set((values + [value]).map { $0.type.description }).sorted().joined(separator: "' and '")
        return fail(
          "the elements of an array must have one type, but these have '\(types)'", at: expression.range,
          notes: ["write '[Any]' as the type if that is what you want"])
      }
    }
    if failed { return invalid(range) }
    return TypedExpression(.array(values), .array(element), range)
  }

  private func isCollection(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .array, .dictionary: true
    default: false
    }
  }

  /// A `nil` among values whose type is open: it is an optional.
  private func admitNil(_ type: Type, _ values: [Expression], _ range: SourceRange) {
    guard let variable = type.unbound, variable.literal == nil,
      values.contains(where: { if case .nilLiteral = $0.kind { true } else { false } })
    else { return }
    _ = unify(type, .optional(.variable(makeVariable(at: range))))
  }

  private func dictionaryLiteral(
    _ elements: [(key: Expression, value: Expression)], _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    let own = ownLiteral(.dictionaryLiteral, expected, range) { pair in
      elements.map { element in
        let parts = [element.key, element.value].map { Argument(value: $0) }
        return convert(Expression(kind: .tuple(parts), range: element.key.range), to: pair, "expected element type")
      }
    }
    if let own { return own }
    if literalContext(expected) == .any, elements.count > 1 {
      // Values of different types are one type only as `Any`.
      if let uniform = attempt({ dictionaryLiteral(elements, nil, range) }).result { return uniform }
      return dictionaryLiteral(elements, .dictionary(.variable(makeVariable(at: range)), .any), range)
    }
    let key: Type
    let value: Type
    if let context = literalContext(expected), context.nominal === NominalType.dictionary {
      (key, value) = (context.arguments[0], context.arguments[1])
    } else {
      (key, value) = (.variable(makeVariable(at: range)), .variable(makeVariable(at: range)))
    }
    admitNil(value, elements.map(\.value), range)
    let typed = elements.map { element in
      (
        key: convert(element.key, to: key, "expected key type"),
        value: convert(element.value, to: value, "expected value type")
      )
    }
    if let first = elements.first { checkHashable(key.resolved, first.key.range) }
    return TypedExpression(.dictionary(typed), .dictionary(key, value), range)
  }

  private func tupleLiteral(_ elements: [Argument], _ expected: Type?, _ range: SourceRange) -> TypedExpression {
    if elements.isEmpty { return TypedExpression(.void, .void, range) }
    if elements.count > 1000 {
      return fail("a tuple can have 1,000 elements, but this has \(elements.count)", at: range)
    }
    let context = literalContext(expected)?.tuple
    var values: [TypedExpression] = []
    var types: [TupleElement] = []
    for (position, element) in elements.enumerated() {
      let hint = context.flatMap { $0.count == elements.count ? $0[position].type : nil }
      let value = check(element.value, expected: hint)
      values.append(value)
      types.append(TupleElement(label: element.label, type: value.type))
    }
    if let message = tooLarge(.tuple(types)) { return fail(message, at: range) }
    return TypedExpression(.tuple(values), .tuple(types), range)
  }

  // MARK: Branches as values

  private func checkTernary(
    _ condition: Expression, _ first: Expression, _ second: Expression, _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    let test = self.condition(condition)
    let (left, right, type) = join(first, second, expected, range)
    return TypedExpression(.ternary(test, left, right), type, range)
  }

  func condition(_ expression: Expression) -> TypedExpression {
    if case .assign = expression.kind {
      return fail("use of '=' in a boolean context", at: expression.range, notes: ["did you mean '=='?"])
    }
    let value = check(expression, expected: .bool)
    if let result = coerce(value, to: .bool) { return result }
    var notes = conversionHints(from: value.type, to: .bool)
    if value.type.wrapped != nil { notes = ["test whether it has a value: ... != nil, or 'if let'"] }
    return fail("type '\(value.type.resolved)' cannot be used as a boolean", at: expression.range, notes: notes)
  }

  /// Two expressions of one type.
  func join(
    _ first: Expression, _ second: Expression, _ expected: Type?, _ range: SourceRange
  ) -> (TypedExpression, TypedExpression, Type) {
    if let expected, expected.unbound == nil {
      let left = convert(first, to: expected, "expected type")
      let right = convert(second, to: expected, "expected type")
      return (left, right, expected)
    }
    var left: TypedExpression
    var right: TypedExpression
    if needsContext(first), !needsContext(second) {
      right = check(second)
      if let fitting = attempt({ check(first, expected: right.type) }).result {
        left = fitting
      } else {
        left = check(first)
        right = check(second, expected: left.type)
      }
    } else {
      left = check(first)
      let hint = left.type.isError ? nil : left.type
      if case .string = first.kind {
        // Text may turn out to be a character.
        right = attempt { check(second, expected: hint) }.result ?? check(second)
        if right.type.nominal === NominalType.character { left = check(first, expected: right.type) }
      } else if needsContext(second), let fitting = attempt({ check(second, expected: hint) }).result {
        right = fitting
      } else if needsContext(second) {
        right = check(second)
        if let fitting = attempt({ check(first, expected: right.type) }).result { left = fitting }
      } else {
        right = check(second, expected: hint)
      }
    }
    if let same = coerce(right, to: left.type) {
      return (left, same, left.type)
    }
    if let same = coerce(left, to: right.type) { return (same, right, right.type) }
    if left.type.wrapped == nil, let both = coerce(left, to: .optional(right.type)) {
      return (both, right, .optional(right.type))
    }
    right = fail(
      "the two branches have different types, '\(left.type.resolved)' and '\(right.type.resolved)'", at: range)
    return (left, right, left.type)
  }

  /// Whether a chain of members begins with a dot: `.zero.scaled(by: 2)`.
  func needsContextAsBase(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .member(nil, _, _, _, _): true
    case .member(let base?, _, _, _, _), .call(let base, _): needsContextAsBase(base)
    default: false
    }
  }

  private func isNumberLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer, .floatingPoint: true
    case .paren(let inner), .prefix(_, _, let inner): isNumberLiteral(inner)
    case .binary(_, _, let left, let right): isNumberLiteral(left) && isNumberLiteral(right)
    default: false
    }
  }

  /// Whether an expression says nothing about its type by itself.
  func needsContext(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .nilLiteral, .member(nil, _, _, _, _), .closure, .keyPath: true
    case .member(let base?, _, _, _, _): needsContextAsBase(base)
    case .array(let elements): elements.isEmpty || elements.contains(where: needsContext)
    case .dictionary: true
    case .call(let callee, _): needsContextAsBase(callee)
    case .paren(let inner), .prefix(_, _, let inner): needsContext(inner)
    case .binary("...", _, let left, let right), .binary("..<", _, let left, let right):
      needsContext(left) && needsContext(right)
    case .binary(let name, _, let left, let right):
      // `2 * .pi` is as open as `.pi`.
      BinaryOperator(rawValue: name)?.isComparison == false
        && (needsContext(left) && (needsContext(right) || isNumberLiteral(right))
          || needsContext(right) && isNumberLiteral(left))
    case .integer, .floatingPoint, .string: false
    default: false
    }
  }

  // MARK: Casts and try

  private func checkCast(
    _ value: Expression, _ kind: CastKind, _ name: TypeName, _ range: SourceRange
  ) -> TypedExpression {
    let target = resolve(name)
    if kind == .as {
      let typed = check(value, expected: target)
      return convert(typed, to: target, "type", notes: [])
    }
    let typed = check(value)
    settle(typed.type)
    if typed.type.isError || target.isError { return invalid(range) }
    if !typed.type.isExistential, !typed.type.isClass, typed.type.wrapped == nil {
      if kind == .is { return TypedExpression(.cast(typed, .is, target), .bool, range) }
      if typed.type.isNumber, target.isNumber, typed.type != target {
        return fail(
          "'\(typed.type)' is never a '\(target)'", at: range, notes: ["convert it: \(target)(...)"])
      }
    }
    switch kind {
    case .is: return TypedExpression(.cast(typed, .is, target), .bool, range)
    case .conditional: return TypedExpression(.cast(typed, .conditional, target), .optional(target), range)
    case .forced, .as: return TypedExpression(.cast(typed, .forced, target), target, range)
    }
  }
}
