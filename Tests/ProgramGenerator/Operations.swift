/// Literals, and operators on the values of each type.
extension ProgramGenerator {
  /// A value written out. `isKnown` says that the place gives the type.
  func literal(_ type: GeneratedType, _ isKnown: Bool) -> String {
    switch type {
    case .integer(let name):
      var number = "\(random.below(12))"
      if random.chance(15) { number = random.pick(["100", "(0x1F)", "0b101", "0o17", "1_2", "64", "127"]) }
      if type == .int, random.chance(10) { number = random.pick(["1_000_000", "4611686018427387904", "(-7)", "(-1)"]) }
      return type == .int || isKnown ? number : random.pick(["\(name)(\(number))", "(\(number) as \(name))"])
    case .double: return random.pick(["0.5", "1.0", "2.25", "(-1.5)", "1e3", "0.1", "3.14", "(-0.0)", "100.0", "1e-4"])
    case .float:
      let number = random.pick(["0.5", "1.5", "0.1", "2.0", "1e3"])
      return isKnown ? number : "Float(\(number))"
    case .bool: return random.pick(["true", "false"])
    case .string:
      return random.pick([
        "\"\"", "\"a\"", "\"abc\"", "\"Hello\"", "\"é\"", "\"x y z\"", "\"👩‍👧\"", "\"B,c\"", "\"12\"", "\"\\t|\\\"\"",
        "#\"\\n\"#",
      ])
    case .character:
      let character = random.pick(["a", "b", "z", "Q", "é", "7", "👍", " "])
      return isKnown ? "\"\(character)\"" : "Character(\"\(character)\")"
    case .array(let element):
      if isKnown, random.chance(10) { return "[]" }
      if random.chance(8) { return "[\(element.text)]()" }
      return "[\((0..<random.below(4) + 1).map { _ in literal(element, isKnown) }.joined(separator: ", "))]"
    case .optional(let wrapped):
      if isKnown { return random.chance(35) ? "nil" : literal(wrapped, true) }
      return random.chance(35)
        ? random.pick(["\(type.text).none", "(nil as \(type.text))"]) : "Optional(\(literal(wrapped, false)))"
    case .set(let element):
      let elements = "[\((0..<random.below(3) + 1).map { _ in literal(element, false) }.joined(separator: ", "))]"
      return isKnown && random.chance(50) ? elements : "Set(\(elements))"
    case .dictionary(let key, let value): return dictionary(key, value, isKnown)
    case .tuple(let elements): return "(\(elements.map { literal($0, isKnown) }.joined(separator: ", ")))"
    case .function(let parameters, let result): return closure(parameters, result, 1, isKnown: isKnown)
    case .nominal(let name): return nominal(name).map { construction($0, 0, isKnown) } ?? "()"
    case .parameter:
      // Values of a generic type come from variables only.
      let fitting = places().filter { $0.type == type }
      return fitting.isEmpty ? "()" : use(random.pick(fitting))
    }
  }

  /// A dictionary with distinct keys.
  private func dictionary(_ key: GeneratedType, _ value: GeneratedType, _ isKnown: Bool) -> String {
    let pairs = [("1", "a"), ("2", "b"), ("5", "c")].prefix(random.below(3) + 1).map { number, letter in
      let text =
        switch key {
        case .string: "\"\(letter)\""
        case .character: isKnown ? "\"\(letter)\"" : "Character(\"\(letter)\")"
        case .integer(let name): isKnown || name == "Int" ? number : "\(name)(\(number))"
        default: literal(key, isKnown)
        }
      return "\(text): \(literal(value, isKnown))"
    }
    if case .nominal = key { return "[\(pairs[0])]" }
    return "[\(pairs.joined(separator: ", "))]"
  }

  /// A new value of a struct, enum or class.
  func construction(_ nominal: GeneratedNominal, _ depth: Int, _ isKnown: Bool) -> String {
    if nominal.flavour == .enumeration {
      let choice = random.pick(nominal.cases)
      let payload = choice.payload.map { label, type in
        (label.map { "\($0): " } ?? "") + expression(type, depth, isKnown: true)
      }
      let owner = isKnown && random.chance(70) ? "" : nominal.name
      return "\(owner).\(choice.name)" + (payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))")
    }
    let arguments = nominal.fields.map { "\($0.name): \(expression($0.type, depth, isKnown: true))" }
    return "\(nominal.name)(\(arguments.joined(separator: ", ")))"
  }

  func condition(_ depth: Int) -> String { expression(.bool, min(depth, 2), isKnown: true) }

  /// An operator, or a literal with expressions inside.
  func operation(_ type: GeneratedType, _ depth: Int, _ isKnown: Bool) -> String {
    let depth = depth - 1
    func value(_ type: GeneratedType) -> String { expression(type, depth) }
    switch type {
    case .integer(let name): return integerOperation(type, name, depth)
    case .double, .float:
      let number = type == .double ? "2.5" : "Float(2.5)"
      return random.pick([
        { "(\(value(type)) + \(value(type)))" }, { "(\(value(type)) - \(value(type)))" },
        { "(\(value(type)) * \(value(type)))" }, { "(\(value(type)) / \(number))" },
        { "(\(value(type)) * \(value(type)) - \(value(type)))" }, { "(-\(self.operand(type, depth)))" },
        { "(\(value(type)) / (abs(\(value(type))) + 1))" },
      ])()
    case .bool: return comparison(depth)
    case .string:
      return random.pick([
        { "(\(value(.string)) + \(value(.string)))" }, { self.interpolation(depth) }, { self.interpolation(depth) },
      ])()
    case .array(let element):
      if random.chance(30), !element.isFunction { return "(\(value(type)) + \(value(type)))" }
      let count = random.below(4) + 1
      return "[\((0..<count).map { _ in expression(element, depth, isKnown: isKnown) }.joined(separator: ", "))]"
    case .tuple(let elements):
      return "(\(elements.map { expression($0, depth, isKnown: isKnown) }.joined(separator: ", ")))"
    case .optional(let wrapped):
      if random.chance(20) { return literal(type, isKnown) }
      return isKnown && random.chance(50)
        ? expression(wrapped, depth, isKnown: true) : "Optional(\(expression(wrapped, depth)))"
    case .function(let parameters, let result): return closure(parameters, result, depth, isKnown: isKnown)
    case .nominal(let name):
      return nominal(name).map { construction($0, depth, isKnown) } ?? literal(type, isKnown)
    case .character, .set, .dictionary, .parameter: return leaf(type, isKnown)
    }
  }

  private func integerOperation(_ type: GeneratedType, _ name: String, _ depth: Int) -> String {
    // Plain literals on both sides would have the compiler try each integer type in turn.
    func value() -> String {
      let text = expression(type, depth)
      return text.allSatisfy { $0.isNumber || $0 == "_" || $0 == "b" || $0 == "o" } ? "\(name)(\(text))" : text
    }
    // What may trap hides one side from the compiler, which would refuse what it can foresee.
    let trapping: [() -> String] = [
      { "(same(\(value())) + \(value()))" }, { "(same(\(value())) - \(value()))" },
      { "(same(\(value())) * \(value()))" },
    ]
    if random.chance(type == .int ? 25 : 5) { return random.pick(trapping)() }
    let shift = random.below(6)
    return random.pick([
      { "(\(value()) &+ \(value()))" }, { "(\(value()) &- \(value()))" }, { "(\(value()) &* \(value()))" },
      { "(\(value()) &+ \(value()) &* \(value()))" }, { "(\(value()) &- \(value()) &- \(value()))" },
      { "(\(value()) / (\(value()) | 1))" }, { "(\(value()) % (\(value()) | 1))" },
      { "(\(value()) & \(value()))" }, { "(\(value()) | \(value()))" }, { "(\(value()) ^ \(value()))" },
      { "(~\(self.operand(type, depth)))" }, { "((\(value()) as \(name)) << \(shift))" },
      { "((\(value()) as \(name)) >> \(shift))" },
      { "(\(value()) &<< \(value()))" }, { "(\(value()) &>> \(value()))" },
    ])()
  }

  private func comparison(_ depth: Int) -> String {
    switch random.below(10) {
    case 0: return "!\(operand(.bool, depth))"
    case 1: return "(\(condition(depth)) && \(withoutThrowing { condition(depth) }))"
    case 2: return "(\(condition(depth)) || \(withoutThrowing { condition(depth) }))"
    case 3:
      let places = places().filter { $0.type.isOptional }
      guard !places.isEmpty else { return "true" }
      return "(\(use(random.pick(places))) \(random.pick(["==", "!="])) nil)"
    case 4...6:
      let type = random.pick([scalar(), anyType(1), anyType(2)])
      guard isEquatable(type) else { return "(\(expression(.int, depth)) > \(random.below(9)))" }
      return "(\(expression(type, depth)) \(random.pick(["==", "!="])) \(expression(type, depth)))"
    default:
      let type = random.pick([.int, .double, .string, .character, scalar()])
      guard type != .bool else { return condition(depth) }
      let sign = random.pick(["<", ">", "<=", ">="])
      return "(\(expression(type, depth)) \(sign) \(expression(type, depth)))"
    }
  }

  /// An expression that a prefix operator may stand before.
  private func operand(_ type: GeneratedType, _ depth: Int) -> String {
    let text = expression(type, depth)
    return text.hasPrefix("(") || text.allSatisfy { $0.isLetter || $0.isNumber } ? text : "(\(text))"
  }

  /// A text with values inside, a few of them of types whose printing is not plain.
  func interpolation(_ depth: Int) -> String {
    let pieces = (0..<random.below(2) + 1).map { _ in
      let type = random.chance(60) ? scalar() : anyType(1)
      let text = printable(type, min(depth, 1))
      return random.pick(["", "a", "-", "é "]) + "\\(\(text))"
    }
    return "\"\(pieces.joined())\""
  }

  /// An expression whose printed form is the same in every run: dictionaries and sets have no order.
  func printable(_ type: GeneratedType, _ depth: Int) -> String {
    isOrdered(type) ? expression(type, depth) : ordered(expression(type, depth), type)
  }

  func isOrdered(_ type: GeneratedType) -> Bool {
    switch type {
    case .set, .dictionary, .function: false
    case .array(let element), .optional(let element): isOrdered(element)
    case .tuple(let elements): elements.allSatisfy(isOrdered)
    case .nominal(let name):
      nominal(name).map { nominal in
        nominal.flavour != .reference && nominal.fields.allSatisfy { isOrdered($0.type) }
          && nominal.cases.allSatisfy { $0.payload.allSatisfy { isOrdered($0.type) } }
      } ?? false
    default: true
    }
  }

  /// Something printable about a value whose own printed form is not.
  func ordered(_ text: String, _ type: GeneratedType) -> String {
    switch type {
    case .set(let element) where isComparable(element): "\(text).sorted()"
    case .dictionary(let key, let value) where isComparable(key) && isOrdered(value):
      "\(text).sorted { $0.key < $1.key }"
    case .array, .set, .dictionary: "\(text).count"
    case .optional: "(\(text) == nil)"
    default: "\"…\""
    }
  }
}
