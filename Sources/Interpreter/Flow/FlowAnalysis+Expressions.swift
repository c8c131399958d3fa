extension FlowAnalysis {
  func read(_ expressions: [TypedExpression]) { for expression in expressions { read(expression) } }

  /// Walks an expression in the order of its evaluation.
  func read(_ expression: TypedExpression) {
    switch expression.kind {
    case .integer, .floatingPoint, .boolean, .nilLiteral, .void, .typeValue, .discard, .invalid, .defaultArgument: break
    case .variable(let variable):
      use(variable, at: expression.range)
      keep(variable, at: expression.range)
    case .string(let segments):
      for case .value(let value) in segments { read(value) }
    case .functionValue(let symbol, _, let receiver):
      if let receiver { read(receiver) }
      use(symbol, at: expression.range)
    case .closure(let body): readClosure(body, expression.range, isKept: true)
    case .array(let elements), .tuple(let elements), .enumValue(_, let elements), .variadic(let elements),
      .rangeValue(let elements):
      read(elements)
    case .dictionary(let entries):
      for entry in entries {
        read(entry.key)
        read(entry.value)
      }
    case .call(let symbol, _, let arguments): readCall(symbol, arguments, expression)
    case .callOnType(let value, let symbol, _, let arguments):
      read(value)
      for argument in arguments { readStaying(argument) }
      if symbol.signature.throws { throwsHere() }
    case .callValue(let function, let arguments):
      readStaying(function)
      for argument in arguments { readStaying(argument) }
      checkOverlap(arguments)
      if function.type.function?.throws == true { throwsHere() }
      if expression.type.isNever { state.isReachable = false }
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .coalesce(let left, let right), .arrayElement(let left, let right):
      read(left)
      read(right)
    case .negate(let inner), .not(let inner), .bitwiseNot(let inner), .wrap(let inner), .forced(let inner),
      .chain(let inner), .chainStep(let inner), .erase(let inner), .convert(let inner), .cast(let inner, _, _),
      .upcast(let inner), .tupleElement(let inner, _), .dynamicType(let inner):
      read(inner)
    case .ternary(let condition, let first, let second):
      read(condition)
      let entry = state
      read(first)
      let afterFirst = state
      state = entry
      read(second)
      state.merge(afterFirst)
    case .field(let base, let index): readField(of: base, index, expression.range)
    case .accessor(let accessor):
      if let base = accessor.base { read(base) }
      read(accessor.arguments)
    case .assign(let place, let value):
      if isDelegation(value, to: place) { return delegate(value) }
      read(value)
      write(place)
    case .compoundAssign(_, let place, let value):
      read(value)
      change(place)
    case .inOut(let place): change(place)
    case .ifExpression(let statement): walk(statement)
    case .switchExpression(let statement): walk(statement)
    case .attempt(_, let inner):
      // `try?` and `try!` keep errors to themselves.
      errors.append(.unreachable)
      read(inner)
      errors.removeLast()
    }
  }

  private func readCall(_ symbol: FunctionSymbol, _ arguments: [TypedExpression], _ expression: TypedExpression) {
    if symbol.isInitializer, let receiver = arguments.first, isSelf(receiver) {
      if case .upcast = receiver.kind {
        read(Array(arguments.dropFirst()))
        superInitializer(at: expression.range)
      } else {
        delegate(to: Array(arguments.dropFirst()), at: expression.range)
      }
    } else {
      let first = arguments.count - symbol.signature.parameters.count
      for (index, argument) in arguments.enumerated() {
        read(argument: argument, for: symbol.signature.parameters[safe: index - first], of: symbol)
      }
      checkOverlap(arguments)
      use(symbol, at: expression.range)
    }
    if symbol.signature.throws || symbol.signature.rethrows { throwsHere() }
    if expression.type.isNever { state.isReachable = false }
  }

  func readClosure(_ body: CheckedBody, _ range: SourceRange, isKept: Bool) {
    for item in body.captureList { read(item.value) }
    capture(body.context, at: range)
    if isKept { keep(captures: allCaptures(of: body.context), of: body.context, at: range) }
    walk(closure: body, at: range)
  }

  // MARK: Places

  /// A place gets a new value as a whole.
  func write(_ place: TypedExpression) {
    switch place.kind {
    case .variable(let variable): set(variable, at: place.range)
    case .field(let base, let index) where isSelf(base) && initializer != nil: setProperty(index, at: place.range)
    case .tuple(let parts): for part in parts { write(part) }
    case .discard: break
    default: change(place)
    }
  }

  /// A place is read and changed, or a part of it is.
  func change(_ place: TypedExpression) {
    switch place.kind {
    case .field(let base, let index):
      if initializer != nil, isSelf(base) { changeProperty(index, at: place.range) } else { change(base) }
    case .tupleElement(let base, _), .forced(let base), .chainStep(let base), .chain(let base): change(base)
    case .arrayElement(let base, let index):
      change(base)
      read(index)
    case .accessor(let accessor):
      if let base = accessor.base { change(base) }
      read(accessor.arguments)
    case .tuple(let parts): for part in parts { change(part) }
    default: read(place)
    }
  }
}
