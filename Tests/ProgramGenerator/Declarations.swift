/// Types and functions on the top level.
extension ProgramGenerator {
  func declareTypesAndFunctions() {
    for _ in 0..<random.below(4) {
      switch random.below(10) {
      case 0..<5: structure()
      case 5..<8: enumeration()
      default: reference()
      }
    }
    if random.chance(60) { enumeration(isError: true) }
    for _ in 0..<random.below(5) { function() }
    if random.chance(50) { genericFunction() }
  }

  var errorType: GeneratedNominal? { nominals.first { $0.name.hasPrefix("Failure") } }

  // MARK: Types

  private func storedType() -> GeneratedType { random.chance(70) ? scalar() : anyType(1) }

  private func structure() {
    var nominal = GeneratedNominal(name: global("Record"), flavour: .structure)
    nominal.fields = (0..<random.below(3) + 1).map { _ in
      GeneratedVariable(name: fresh("f"), type: storedType(), isMutable: random.chance(70))
    }
    nominal.isHashable = nominal.fields.allSatisfy { isHashable($0.type) } && random.chance(70)
    let ordered = nominal.fields.first { isComparable($0.type) }
    nominal.isComparable = nominal.isHashable && ordered != nil && random.chance(50)
    var conformances = nominal.isHashable ? ["Hashable"] : []
    if nominal.isComparable { conformances.append("Comparable") }
    let describes = random.chance(25)
    if describes { conformances.append("CustomStringConvertible") }
    let list = conformances.isEmpty ? "" : ": " + conformances.joined(separator: ", ")
    block("struct \(nominal.name)\(list)") {
      for field in nominal.fields {
        let observer =
          field.isMutable && random.chance(15) ? " { didSet { print(\"set\", \(Self.plain(field))) } }" : ""
        emit("\(field.isMutable ? "var" : "let") \(field.name): \(field.type.text)\(observer)")
      }
      if nominal.isComparable, let field = ordered {
        // Values that compare as neither smaller nor larger must be equal.
        emit("static func < (a: \(nominal.name), b: \(nominal.name)) -> Bool { a.\(field.name) < b.\(field.name) }")
        emit("static func == (a: \(nominal.name), b: \(nominal.name)) -> Bool { a.\(field.name) == b.\(field.name) }")
        emit("func hash(into hasher: inout Hasher) { hasher.combine(\(field.name)) }")
      }
      if describes { emit("var description: String { \"<\\(\(Self.plain(nominal.fields[0])))>\" }") }
      methods(of: &nominal)
    }
    nominals.append(nominal)
  }

  /// Something of a property that prints the same in every run.
  private static func plain(_ field: GeneratedVariable) -> String {
    switch field.type {
    case .integer, .double, .float, .bool, .string, .character: field.name
    default: "\"\(field.name)\""
    }
  }

  private func methods(of nominal: inout GeneratedNominal) {
    for _ in 0..<random.below(3) {
      let isMutating = nominal.flavour == .structure && random.chance(40)
      var method = GeneratedFunction(
        name: fresh("method"), parameters: parameters(), result: random.chance(20) ? .void : anyType(1))
      method.isMutating = isMutating
      scopes.append(
        nominal.fields.map { field in
          var field = field
          field.isMutable = field.isMutable && (isMutating || nominal.flavour == .reference)
          field.staysOutOfClosures = true
          return field
        })
      writeBody(of: &method, statements: 2, depth: 1, prefix: isMutating ? "mutating " : "")
      scopes.removeLast()
      nominal.methods.append(method)
    }
  }

  private func enumeration(isError: Bool = false) {
    var nominal = GeneratedNominal(name: global(isError ? "Failure" : "Choice"), flavour: .enumeration)
    nominal.cases = (0..<random.below(3) + 2).map { _ in
      let payload = (0..<max(0, random.below(4) - 1)).map { _ in
        (label: random.chance(40) ? fresh("label") : nil, type: storedType())
      }
      return GeneratedNominal.Case(name: fresh("case"), payload: payload)
    }
    nominal.isHashable = nominal.cases.allSatisfy { $0.payload.allSatisfy { isHashable($0.type) } }
    let conformances = (isError ? ["Error"] : []) + (nominal.isHashable ? ["Hashable"] : [])
    block("enum \(nominal.name)\(conformances.isEmpty ? "" : ": " + conformances.joined(separator: ", "))") {
      for choice in nominal.cases {
        let payload = choice.payload.map { label, type in (label.map { "\($0): " } ?? "") + type.text }
        emit("case \(choice.name)\(payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))")")
      }
    }
    nominals.append(nominal)
  }

  private func reference() {
    var nominal = GeneratedNominal(name: global("Object"), flavour: .reference)
    nominal.fields = (0..<random.below(2) + 1).map { _ in
      GeneratedVariable(name: fresh("f"), type: storedType(), isMutable: random.chance(80))
    }
    block("final class \(nominal.name)") {
      for field in nominal.fields { emit("\(field.isMutable ? "var" : "let") \(field.name): \(field.type.text)") }
      let list = nominal.fields.map { "\($0.name): \($0.type.text)" }.joined(separator: ", ")
      block("init(\(list))") { for field in nominal.fields { emit("self.\(field.name) = \(field.name)") } }
      methods(of: &nominal)
    }
    nominals.append(nominal)
  }

  // MARK: Functions

  private func parameters() -> [GeneratedFunction.Parameter] {
    (0..<random.below(4)).map { index in
      let name = fresh("p")
      let label = random.pick([nil, name, fresh("label")])
      return GeneratedFunction.Parameter(label: label, name: name, type: anyType(1))
    }
  }

  private func function() {
    var parameters = parameters()
    for index in parameters.indices {
      switch random.below(10) {
      case 0, 1: parameters[index].isInOut = true
      case 2, 3: parameters[index].hasDefault = parameters[index].label != nil
      case 4 where index == parameters.count - 1:
        parameters[index].type = .array(scalar())
        parameters[index].isVariadic = true
      case 5: parameters[index].type = .function([scalar()], scalar())
      default: break
      }
    }
    var function = GeneratedFunction(
      name: global("work"), parameters: parameters, result: random.chance(10) ? .void : anyType(2))
    function.isThrowing = errorType != nil && random.chance(35)
    writeBody(of: &function, statements: 3, depth: 2)
    functions.append(function)
  }

  private func genericFunction() {
    let constraint = random.pick(["", "Comparable", "Hashable", "Equatable"])
    let (t, u) = (GeneratedType.parameter("T"), GeneratedType.parameter("U"))
    var function = GeneratedFunction(
      name: global("generic"), generics: [("T", constraint)],
      parameters: [.init(label: nil, name: fresh("p"), type: t), .init(label: "or", name: fresh("p"), type: t)],
      result: random.pick([t, .array(t), .optional(t), .tuple([t, .int])]))
    if random.chance(40) {
      function.generics.append(("U", ""))
      function.parameters.append(.init(label: nil, name: fresh("p"), type: u))
      function.result = random.pick([.tuple([t, u]), t, u])
    }
    if random.chance(50) {
      function.parameters.append(.init(label: "items", name: fresh("p"), type: .array(t)))
    }
    writeBody(of: &function, statements: 2, depth: 1)
    functions.append(function)
  }

  /// Writes a function with a random body; the function learns what a call costs.
  func writeBody(of function: inout GeneratedFunction, statements count: Int, depth: Int, prefix: String = "") {
    let saved = (repetitions, cost, mayThrow, result, loops)
    (repetitions, cost, mayThrow, result, loops) = (1, 0, function.isThrowing, function.result, [])
    let list = function.parameters.map { parameter -> String in
      let label = parameter.label ?? "_"
      let names = label == parameter.name ? label : "\(label) \(parameter.name)"
      var type = (parameter.isInOut ? "inout " : "") + parameter.type.text
      if parameter.isVariadic, case .array(let element) = parameter.type { type = element.text + "..." }
      if parameter.isVariadic || parameter.isInOut || !parameter.type.isFunction {
        return "\(names): \(type)" + (parameter.hasDefault ? " = \(literal(parameter.type, true))" : "")
      }
      return "\(names): \(type)"
    }
    let generics = function.generics.map { $0.constraint.isEmpty ? $0.name : "\($0.name): \($0.constraint)" }
    let clause = generics.isEmpty ? "" : "<\(generics.joined(separator: ", "))>"
    let arrow = (function.isThrowing ? " throws" : "") + (function.result == .void ? "" : " -> \(function.result.text)")
    block("\(prefix)func \(function.name)\(clause)(\(list.joined(separator: ", ")))\(arrow)") {
      for parameter in function.parameters where !(parameter.type.isFunction) {
        declare(
          parameter.name, parameter.type, isMutable: parameter.isInOut, staysOutOfClosures: parameter.isInOut)
      }
      for parameter in function.parameters where parameter.type.isFunction {
        declare(parameter.name, parameter.type, staysOutOfClosures: true)
      }
      if function.isThrowing, let error = errorType, random.chance(70) {
        emit("if (\(condition(1))) { throw \(construction(error, 1, false)) }")
      }
      self.statements(random.below(count + 1), depth: depth)
      if function.result != .void { emit("return \(expression(function.result, 3, isKnown: true))") }
    }
    function.cost = cost + 1
    (repetitions, cost, mayThrow, result, loops) = saved
  }
}
