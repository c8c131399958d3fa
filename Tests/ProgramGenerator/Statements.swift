extension ProgramGenerator {
  func statements(_ count: Int, depth: Int) {
    for _ in 0..<count { statement(depth) }
  }

  /// A few statements for a block.
  func body(_ depth: Int) { statements(random.below(3) + 1, depth: depth - 1) }

  func statement(_ depth: Int) {
    cost += repetitions
    // What runs often is short, and prints little.
    let choice = random.below(depth > 0 && repetitions < 60 ? 100 : 55)
    switch choice {
    case 0..<17: declaration()
    case 17..<32: printing()
    case 32..<44: assignment()
    case 44..<52: mutation()
    case 52..<55: callStatement()
    case 55..<66: ifStatement(depth)
    case 66..<78: loop(depth)
    case 78..<87: switchStatement(depth)
    case 87..<90: deferred(depth)
    case 90..<93: scope(depth)
    case 93..<96: attempt(depth)
    case 96..<98: nestedFunction(depth)
    default: branchDeclaration(depth)
    }
  }

  // MARK: Variables

  func declaration() {
    let isFunction = random.chance(8)
    let type = isFunction ? functionType() : anyType()
    let isMutable = random.chance(65) && !isFunction
    let name = fresh("v")
    let isAnnotated = random.chance(50)
    let value = expression(type, random.below(3) + 1, isKnown: isAnnotated)
    if case .tuple(let elements) = type, elements.count == 2, !isAnnotated, random.chance(50) {
      let second = fresh("v")
      emit("\(isMutable ? "var" : "let") (\(name), \(second)) = \(value)")
      declare(name, elements[0], isMutable: isMutable)
      declare(second, elements[1], isMutable: isMutable)
      return
    }
    emit("\(isMutable ? "var" : "let") \(name)\(isAnnotated ? ": \(type.text)" : "") = \(value)")
    declare(name, type, isMutable: isMutable)
  }

  func functionType() -> GeneratedType {
    .function((0..<random.below(3)).map { _ in scalar() }, random.pick([.int, .string, .bool, scalar()]))
  }

  /// `let x: T` with a value from each branch, or from an expression with branches.
  private func branchDeclaration(_ depth: Int) {
    let type = nonOptional(1)
    let name = fresh("v")
    let place = fresh("e")
    switch random.below(3) {
    case 0:
      emit("let \(name): \(type.text)")
      block("if \(head(condition(2)))", closing: "} else {") {
        body(1)
        emit("\(name) = \(expression(type, 2, isKnown: true))")
      }
      indentation += 1
      emit("\(name) = \(expression(type, 2, isKnown: true))")
      indentation -= 1
      emit("}")
    case 1:
      let values = (0..<2).map { _ in expression(type, 2, isKnown: true) }
      emit("let \(name): \(type.text) = if \(head(condition(2))) { \(values[0]) } else { \(values[1]) }")
    default:
      emit("let \(place) = \(expression(.int, 2))")
      emit("let \(name): \(type.text) = switch \(place) {")
      emit("case ..<0: \(expression(type, 2, isKnown: true))")
      emit("case 0, 1, \(random.below(20) + 2): \(expression(type, 2, isKnown: true))")
      emit("default: \(expression(type, 2, isKnown: true))")
      emit("}")
      declare(place, .int)
    }
    declare(name, type)
  }

  func assignment() {
    let targets = places().filter { $0.isMutable }
    guard !targets.isEmpty else { return declaration() }
    let target = random.pick(targets)
    let text = use(target)
    switch target.type {
    case .integer where random.chance(50):
      let sign = random.pick(["&+=", "&-=", "&*=", "|=", "^=", "&=", "<<=", ">>="])
      let value =
        sign.hasSuffix("<=") || sign.hasSuffix(">=") ? "\(random.below(5))" : expression(target.type, 2, isKnown: true)
      emit("\(text) \(sign) \(value)")
    case .double where random.chance(50), .float where random.chance(50):
      emit("\(text) \(random.pick(["+=", "-=", "*="])) \(expression(target.type, 2, isKnown: true))")
    case .string where random.chance(50): emit("\(text) += \(shortened(expression(.string, 2, isKnown: true)))")
    case .array(let element) where random.chance(50):
      let index = random.pick(["0", "\(text).count - 1", "\(text).count / 2"])
      block("if !\(text).isEmpty") {
        self.emit("\(text)[\(index)] = \(self.expression(element, 2, isKnown: true))")
      }
    case .dictionary(let key, let value) where random.chance(60):
      let key = expression(key, 1, isKnown: true)
      if value == .int, random.chance(50) {
        emit("\(text)[\(key), default: \(random.below(3))] &+= \(expression(.int, 1))")
      } else {
        emit("\(text)[\(key)] = \(random.chance(20) ? "nil" : expression(value, 2, isKnown: true))")
      }
    case .string, .array:
      // Grows no longer than the loops around let it.
      let value = repetitions > 1 ? literal(target.type, true) : expression(target.type, 2, isKnown: true)
      if value != text { emit("\(text) = \(value)") }
    default:
      let value = expression(target.type, 2, isKnown: true)
      if value != text { emit("\(text) = \(value)") }
    }
  }

  /// A text that does not grow without bound in a loop.
  private func shortened(_ text: String) -> String { repetitions > 1 ? "String(\(text).prefix(3))" : text }

  /// A call that changes a variable.
  private func mutation() {
    let targets = places().filter { $0.isMutable && !$0.type.isInteger }
    guard !targets.isEmpty else { return assignment() }
    let target = random.pick(targets)
    let text = use(target)
    // Closures that run during the change must not look at the variable.
    func closure(_ parameters: [GeneratedType]) -> String {
      self.closure(parameters, .bool, 2, isKnown: true, effects: false)
    }
    switch target.type {
    case .array(let element):
      let value = expression(element, 2, isKnown: true)
      let other = repetitions > 1 ? literal(target.type, false) : expression(target.type, 2)
      emit(
        random.pick([
          "\(text).append(\(value))", "\(text).insert(\(value), at: \(text).count / 2)",
          "\(text).append(contentsOf: \(other))", "if !\(text).isEmpty { \(text).removeLast() }",
          "if !\(text).isEmpty { print(\(text).removeFirst() is Int) }", "_ = \(text).popLast()", "\(text).reverse()",
          "if \(text).count > 1 { \(text).swapAt(0, \(text).count - 1) }",
          "\(text).removeAll \(closure([element]))", "if \(text).count > 2 { \(text).remove(at: 1) }",
          isComparable(element) ? "\(text).sort()" : "\(text) += [\(value)]",
        ]))
    case .set(let element):
      let value = expression(element, 1, isKnown: true)
      emit(
        random.pick([
          "\(text).insert(\(value))", "\(text).remove(\(value))", "print(\(text).insert(\(value)).inserted)",
        ]))
    case .dictionary(let key, _):
      emit("print(\(text).removeValue(forKey: \(expression(key, 1, isKnown: true))).map { _ in 1 } ?? 0)")
    case .string: emit("\(text).append(\(shortened(expression(.string, 1, isKnown: true))))")
    case .bool: emit("\(text).toggle()")
    case .nominal(let name):
      let methods = nominal(name)?.methods.filter { $0.isMutating } ?? []
      guard !methods.isEmpty, let call = call(random.pick(methods), 2, on: text) else { return assignment() }
      emit("_ = \(call)")
    default: assignment()
    }
  }

  // MARK: Printing and calls

  func printing() {
    let values = (0..<random.below(3) + 1).map { _ in printable(anyType(1), 2) }
    let options = random.pick(["", "", "", ", separator: \"|\"", ", terminator: \";\\n\""])
    emit("print(\(values.joined(separator: ", "))\(options))")
  }

  /// Prints what the program's own variables are at the end.
  func printVariables() {
    for variable in visible where !variable.type.isFunction {
      emit("print(\"\(variable.name)\", \(printed(variable)))")
    }
  }

  private func printed(_ variable: GeneratedVariable) -> String {
    isOrdered(variable.type) ? variable.name : ordered(variable.name, variable.type)
  }

  private func callStatement() {
    guard !functions.isEmpty else { return printing() }
    let function = random.pick(functions)
    guard function.generics.isEmpty, let call = call(function, 2) else { return printing() }
    emit(function.result == .void ? call : "_ = \(call)")
  }

  private func deferred(_ depth: Int) {
    nested { block("defer") { printing() } }
  }

  private func scope(_ depth: Int) {
    block(random.chance(30) ? "\(fresh("block")): do" : "do") { body(depth) }
  }

  // MARK: Functions inside

  /// A function that may use, and change, the variables around it.
  private func nestedFunction(_ depth: Int) {
    let name = fresh("inner")
    let parameters = (0..<random.below(3)).map { _ in
      GeneratedFunction.Parameter(label: nil, name: fresh("p"), type: scalar())
    }
    var function = GeneratedFunction(name: name, parameters: parameters, result: scalar())
    nested { writeBody(of: &function, statements: 2, depth: min(depth - 1, 1)) }
    declare(name, .function(parameters.map(\.type), function.result))
  }
}
