/// Branches, loops, patterns and errors.
extension ProgramGenerator {
  /// Text for the head of a statement: closures in it need parentheses around.
  func head(_ text: String) -> String { text.contains("{") ? "(\(text))" : text }

  /// Writes `chain`ed blocks: `if a {`, `} else if b {`, `} else {`, and the last brace.
  private func blocks(_ headers: [String], _ body: () -> Void) {
    for (index, header) in headers.enumerated() {
      emit((index == 0 ? "" : "} ") + header + " {")
      indentation += 1
      scopes.append([])
      body()
      scopes.removeLast()
      indentation -= 1
    }
    emit("}")
  }

  func ifStatement(_ depth: Int) {
    switch random.below(6) {
    case 0, 1: optionalBinding(depth)
    case 2 where result != nil || !loops.isEmpty: guardStatement()
    default:
      var headers = ["if \(head(condition(2)))"]
      if random.chance(30) { headers.append("else if \(head(condition(2)))") }
      if random.chance(50) { headers.append("else") }
      blocks(headers) { body(depth) }
    }
  }

  private func optionalBinding(_ depth: Int) {
    let wrapped = nonOptional(1)
    let value = head(expression(.optional(wrapped), 2))
    let name = fresh("w")
    let header =
      switch random.below(4) {
      case 0: "if case let \(name)? = \(value)"
      case 1: "if case .some(let \(name)) = \(value), \(head(condition(1)))"
      case 2: "if var \(name) = \(value)"
      default: "if let \(name) = \(value)"
      }
    block(header, closing: "} else {") {
      declare(name, wrapped, isMutable: header.contains("var "))
      body(depth)
    }
    indentation += 1
    printing()
    indentation -= 1
    emit("}")
  }

  private func guardStatement() {
    let exit = leave()
    if random.chance(50) {
      let wrapped = nonOptional(1)
      let name = fresh("w")
      emit("guard let \(name) = \(head(expression(.optional(wrapped), 2))) else { \(exit) }")
      declare(name, wrapped)
    } else {
      emit("guard \(head(condition(2))) else { \(exit) }")
    }
  }

  /// A statement that leaves the loop or the function.
  private func leave() -> String {
    if let loop = loops.last, random.chance(70) || result == nil {
      let word = random.pick(["break", "continue"])
      let labels = loops.compactMap(\.label)
      if loop.isSwitchInside || random.chance(40), let label = labels.randomElement(using: &random) {
        return "\(word) \(label)"
      }
      return loop.isSwitchInside ? "continue" : word
    }
    guard let result else { return "fatalError()" }
    return result == .void ? "return" : "return \(expression(result, 2, isKnown: true))"
  }

  // MARK: Loops

  func loop(_ depth: Int) {
    let label = random.chance(25) ? fresh("loop") : nil
    let prefix = label.map { "\($0): " } ?? ""
    let count = random.below(4) + 1
    let name = fresh("i")
    /// The loop's own body, with what the head declares.
    func inside(_ variables: (String, GeneratedType)...) {
      for (name, type) in variables { declare(name, type) }
      loops.append((label, false))
      body(depth)
      if random.chance(25) { emit("if \(head(condition(2))) { \(leave()) }") }
      loops.removeLast()
    }
    repeated(count) {
      switch random.below(9) {
      case 0:
        let word = random.pick(["..<", "..."])
        block("\(prefix)for \(name) in 0\(word)\(count)") { inside((name, .int)) }
      case 1:
        let step = random.pick(["to: \(count), by: 1", "through: -\(count), by: -2"])
        block("\(prefix)for \(name) in stride(from: 0, \(step))") { inside((name, .int)) }
      case 2:
        let type = anyType(1)
        let items = expression(.array(type), 2)
        block("\(prefix)for \(name) in \(head("\(items).prefix(\(count))"))") { inside((name, type)) }
      case 3:
        let type = anyType(1)
        let items = fresh("c")
        emit("let \(items): [\(type.text)] = \(expression(.array(type), 2))")
        let other = fresh("i")
        block("\(prefix)for (\(other), \(name)) in \(items).prefix(\(count)).enumerated()") {
          inside((name, type), (other, .int))
        }
      case 4:
        let (type, second) = (scalar(), scalar())
        let items = "zip(\(expression(.array(type), 2)), \(expression(.array(second), 2)).prefix(\(count)))"
        let other = fresh("i")
        block("\(prefix)for (\(name), \(other)) in \(head(items)) where \(head(condition(1)))") {
          inside((name, type), (other, second))
        }
      case 5:
        let text = expression(.string, 1)
        block("\(prefix)for \(name) in \(head("\(text).prefix(\(count))"))") { inside((name, .character)) }
      case 6:
        let counter = fresh("c")
        emit("var \(counter) = 0")
        block("\(prefix)while \(head("\(counter) < \(count) && \(condition(1))"))") {
          emit("\(counter) += 1")
          inside()
        }
      case 7:
        let counter = fresh("c")
        emit("var \(counter) = 0")
        block("\(prefix)repeat", closing: "} while \(counter) < \(count)") {
          emit("\(counter) += 1")
          inside()
        }
      default:
        let (type, list) = (nonOptional(1), fresh("c"))
        emit("var \(list): [\(type.text)] = Array(\(expression(.array(type), 2)).prefix(\(count)))")
        block("\(prefix)while let \(name) = \(list).popLast()") { inside((name, type)) }
      }
    }
  }

  // MARK: Switch

  func switchStatement(_ depth: Int) {
    var type = random.pick([.int, .string, .bool, .optional(.int), .tuple([.int, .bool]), anyType(1)])
    let enumerations = nominals.filter { $0.flavour == .enumeration }
    if !enumerations.isEmpty, random.chance(50) {
      type = .nominal(random.pick(enumerations).name)
      if random.chance(20) { type = .optional(type) }
      if random.chance(20) { type = .tuple([type, .int]) }
    }
    emit("switch \(head(expression(type, 2))) {")
    var isCovered = false
    for _ in 0..<random.below(3) + 1 {
      writeCase("case \(pattern(type).text)", guarded: random.chance(25), pattern: nil, depth)
    }
    if case .nominal(let name) = type, let nominal = nominal(name), nominal.flavour == .enumeration {
      // All cases, so that none is missing.
      for choice in nominal.cases {
        let (text, variables) = payloadPattern(choice, onlyNames: true)
        writeCase("case \(text)", guarded: false, pattern: variables, depth)
      }
      isCovered = true
    }
    if !isCovered { writeCase("default", guarded: false, pattern: [], depth) }
    emit("}")
  }

  private func writeCase(
    _ text: String, guarded: Bool, pattern variables: [(String, GeneratedType)]?, _ depth: Int
  ) {
    scopes.append([])
    let found = variables ?? lastPatternVariables
    for (name, type) in found { declare(name, type) }
    emit(text + (guarded ? " where \(head(condition(1)))" : "") + ":")
    indentation += 1
    if !loops.isEmpty { loops[loops.count - 1].isSwitchInside = true }
    if let (name, type) = found.first { emit("print(\(isOrdered(type) ? name : ordered(name, type)))") }
    printing()
    body(min(depth, 2))
    if !loops.isEmpty { loops[loops.count - 1].isSwitchInside = false }
    indentation -= 1
    scopes.removeLast()
  }

  /// A pattern that a value of the type may match, with the variables that it binds.
  func pattern(_ type: GeneratedType, depth: Int = 2) -> (text: String, variables: [(String, GeneratedType)]) {
    let result = makePattern(type, depth)
    lastPatternVariables = result.variables
    return result
  }

  private func makePattern(_ type: GeneratedType, _ depth: Int) -> (text: String, variables: [(String, GeneratedType)])
  {
    guard depth > 0, random.chance(80) else {
      guard random.chance(50) else { return ("_", []) }
      let name = fresh("b")
      return ("let \(name)", [(name, type)])
    }
    switch type {
    case .integer:
      let low = random.below(20)
      return (
        random.pick(["\(low)", "\(low)...\(low + 9)", "0..<\(low + 1)", "\(low)...", "...\(low)"]), []
      )
    case .string: return (random.pick(["\"\"", "\"a\"", "\"abc\"", "\"é\""]), [])
    case .character: return (random.pick(["\"a\"", "\"a\"...\"m\"", "\"é\""]), [])
    case .bool: return (random.pick(["true", "false"]), [])
    case .double: return (random.pick(["0", "0.5", "...1", "1..<10"]), [])
    case .optional(let wrapped):
      if random.chance(30) { return (random.pick(["nil", ".none"]), []) }
      let inner = makePattern(wrapped, depth - 1)
      if random.chance(40), !inner.text.hasPrefix("let ") { return ("(\(inner.text))?", inner.variables) }
      return (".some(\(inner.text))", inner.variables)
    case .tuple(let elements) where !elements.isEmpty:
      let parts = elements.map { makePattern($0, depth - 1) }
      return ("(\(parts.map(\.text).joined(separator: ", ")))", parts.flatMap(\.variables))
    case .nominal(let name):
      guard let nominal = nominal(name), nominal.flavour == .enumeration else { return ("_", []) }
      return payloadPattern(random.pick(nominal.cases), onlyNames: false)
    default: return ("_", [])
    }
  }

  private func payloadPattern(
    _ choice: GeneratedNominal.Case, onlyNames: Bool
  ) -> (text: String, variables: [(String, GeneratedType)]) {
    guard !choice.payload.isEmpty else { return (".\(choice.name)", []) }
    var variables: [(String, GeneratedType)] = []
    let parts = choice.payload.map { label, type -> String in
      let label = label.map { "\($0): " } ?? ""
      if !onlyNames, random.chance(50) {
        let inner = makePattern(type, 1)
        variables += inner.variables
        return label + inner.text
      }
      let name = fresh("b")
      variables.append((name, type))
      return label + "let \(name)"
    }
    return (".\(choice.name)(\(parts.joined(separator: ", ")))", variables)
  }

  // MARK: Errors

  func attempt(_ depth: Int) {
    let saved = mayThrow
    guard let error = errorType else { return printing() }
    emit("do {")
    indentation += 1
    scopes.append([])
    mayThrow = true
    let throwing = functions.filter { $0.isThrowing && $0.generics.isEmpty }
    if !throwing.isEmpty, let call = call(random.pick(throwing), 2) {
      emit("_ = \(call)")
    } else {
      emit("if \(head(condition(1))) { throw \(construction(error, 1, false)) }")
    }
    body(depth)
    mayThrow = saved
    scopes.removeLast()
    indentation -= 1
    let choice = random.pick(error.cases)
    let (text, variables) = payloadPattern(choice, onlyNames: true)
    emit("} catch \(error.name)\(text) {")
    if let (name, type) = variables.first {
      emit("  print(\"caught\", \(isOrdered(type) ? name : ordered(name, type)))")
    }
    emit("} catch let error as \(error.name) {")
    emit("  print(\"caught\", \(isOrdered(.nominal(error.name)) ? "error" : "1"))")
    emit("} catch {")
    emit("  print(\"caught another\")")
    emit("}")
  }
}
