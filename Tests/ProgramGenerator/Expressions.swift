extension ProgramGenerator {
  /// An expression of a type. `isKnown` says that the place gives the type to literals.
  func expression(_ type: GeneratedType, _ depth: Int, isKnown: Bool = false) -> String {
    guard depth > 0 else { return leaf(type, isKnown) }
    switch random.below(20) {
    case 0..<5: return leaf(type, isKnown)
    case 5..<8: if let call = call(giving: type, depth - 1) { return call }
    case 8: return ternary(type, depth - 1)
    case 9: if let text = wrapped(type, depth - 1) { return text }
    default: break
    }
    if random.chance(45), let text = libraryCall(giving: type, depth - 1) { return text }
    return operation(type, depth, isKnown)
  }

  func leaf(_ type: GeneratedType, _ isKnown: Bool) -> String {
    let fitting = places().filter { $0.type == type }
    if !fitting.isEmpty, random.chance(80) { return use(random.pick(fitting)) }
    return literal(type, isKnown)
  }

  private func ternary(_ type: GeneratedType, _ depth: Int) -> String {
    "(\(condition(depth)) ? \(expression(type, depth)) : \(expression(type, depth)))"
  }

  /// The same value by a detour.
  private func wrapped(_ type: GeneratedType, _ depth: Int) -> String? {
    switch random.below(7) {
    case 0: return "same(\(expression(type, depth)))"
    case 1: return mayHaveEffects ? "noted(\"\(fresh("n"))\", \(expression(type, depth)))" : nil
    case 2:
      guard !type.isOptional, case let optional = GeneratedType.optional(type) else { return nil }
      return "(\(expression(optional, depth)) ?? \(withoutThrowing { expression(type, depth) }))"
    case 3: return "(\(expression(type, depth)), \(expression(scalar(), depth))).0"
    case 4:
      return nested { "{ () -> \(type.text) in \(self.expression(type, depth, isKnown: true)) }()" }
    case 5: return "[\(expression(type, depth)), \(expression(type, depth))][same(\(random.below(2)))]"
    default:
      let arrays = places().filter { $0.type == .array(type) }
      guard !arrays.isEmpty else { return nil }
      let array = use(random.pick(arrays))
      let index = random.pick(["0", "\(array).count - 1", "\(array).count / 2", "\(random.below(9)) % \(array).count"])
      return "(\(array).isEmpty ? \(literal(type, false)) : \(array)[\(index)])"
    }
  }

  func withoutThrowing<Result>(_ body: () -> Result) -> Result {
    let saved = mayThrow
    mayThrow = false
    defer { mayThrow = saved }
    return body()
  }

  // MARK: Calls of the program's own functions

  func call(giving type: GeneratedType, _ depth: Int) -> String? {
    let closures = visible.filter {
      if case .function(_, let result) = $0.type { return result == type && mayHaveEffects }
      return false
    }
    if !closures.isEmpty, random.chance(40) {
      let closure = random.pick(closures)
      guard case .function(let parameters, _) = closure.type else { return nil }
      if closure.level < level { _ = use(Place(text: closure.name, type: type, isMutable: false, variable: closure)) }
      return "\(closure.name)(\(parameters.map { expression($0, depth, isKnown: true) }.joined(separator: ", ")))"
    }
    var calls: [() -> String?] = functions.filter { $0.result == type && $0.generics.isEmpty }.map { function in
      { self.call(function, depth) }
    }
    for place in places() {
      guard case .nominal(let name) = place.type, let nominal = nominal(name) else { continue }
      for method in nominal.methods where method.result == type && !method.isMutating {
        calls.append { self.call(method, depth, on: self.use(place)) }
      }
    }
    calls += functions.filter { !$0.generics.isEmpty }.compactMap { function in
      instance(of: function, giving: type).map { instance in { self.call(instance, depth) } }
    }
    return calls.isEmpty ? nil : random.pick(calls)()
  }

  /// A call with arguments, marked with `try` where it needs that. Nil where it may not stand.
  func call(_ function: GeneratedFunction, _ depth: Int, on receiver: String? = nil) -> String? {
    guard mayHaveEffects, function.cost * repetitions < 3000 else { return nil }
    if function.isThrowing, !mayThrow { return nil }
    var arguments: [String] = []
    var taken: Set<String> = []
    for parameter in function.parameters {
      let label = parameter.label.map { "\($0): " } ?? ""
      if parameter.hasDefault, random.chance(40) { continue }
      if parameter.isVariadic {
        guard case .array(let element) = parameter.type else { continue }
        let values = (0..<random.below(4)).map { _ in expression(element, min(depth, 1), isKnown: true) }
        if !values.isEmpty { arguments.append(label + values.joined(separator: ", ")) }
      } else if parameter.isInOut {
        let fitting = places().filter {
          $0.type == parameter.type && $0.isMutable && !$0.variable.isCaptured && $0.variable.level == level
            && !taken.contains($0.variable.name)
        }
        guard !fitting.isEmpty else { return nil }
        let place = random.pick(fitting)
        taken.insert(place.variable.name)
        arguments.append("\(label)&\(place.text)")
      } else {
        // A variable that is passed inout is not read by the other arguments.
        let saved = hidden
        hidden.formUnion(taken)
        arguments.append(label + expression(parameter.type, min(depth, 2), isKnown: function.generics.isEmpty))
        hidden = saved
      }
    }
    cost += function.cost * repetitions
    let text = "\(receiver.map { $0 + "." } ?? "")\(function.name)(\(arguments.joined(separator: ", ")))"
    return function.isThrowing ? "(try \(text))" : text
  }

  /// A generic function with its parameters replaced so that it gives `type`.
  private func instance(of function: GeneratedFunction, giving type: GeneratedType) -> GeneratedFunction? {
    var known: [String: GeneratedType] = [:]
    guard match(function.result, type, &known) else { return nil }
    for generic in function.generics {
      let type = known[generic.name] ?? (generic.constraint == "Comparable" ? key() : scalar())
      let fits =
        switch generic.constraint {
        case "Comparable": isComparable(type)
        case "Hashable", "Equatable": isHashable(type)
        default: true
        }
      guard fits, !type.isFunction else { return nil }
      known[generic.name] = type
    }
    var result = function
    result.parameters = function.parameters.map { parameter in
      var parameter = parameter
      parameter.type = parameter.type.replacing(known)
      return parameter
    }
    result.result = type
    return result
  }

  private func match(
    _ pattern: GeneratedType, _ type: GeneratedType, _ known: inout [String: GeneratedType]
  ) -> Bool {
    switch (pattern, type) {
    case (.parameter(let name), _):
      if let other = known[name] { return other == type }
      known[name] = type
      return true
    case (.array(let a), .array(let b)), (.optional(let a), .optional(let b)): return match(a, b, &known)
    case (.tuple(let a), .tuple(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { match($0, $1, &known) }
    default: return pattern == type
    }
  }

  // MARK: Closures

  /// A closure. Without `isKnown` it says all its types; without `isResultKnown` its body makes plain what it gives.
  func closure(
    _ parameters: [GeneratedType], _ result: GeneratedType, _ depth: Int, isKnown: Bool, isResultKnown: Bool = true,
    effects: Bool = true
  ) -> String {
    nested(effects: effects) {
      if isKnown, random.chance(50) {
        // Marks, because `$0` in a closure inside means something else.
        let marks = parameters.indices.map { _ in fresh("$") + "$" }
        for (mark, type) in zip(marks, parameters) { declare(mark, type) }
        var body = expression(result, depth, isKnown: isResultKnown)
        func replaceMarks(_ name: (Int) -> String) {
          for (index, mark) in marks.enumerated() { body = body.replacing(mark, with: name(index)) }
        }
        // A closure without names for its parameters must use the last one.
        if marks.isEmpty || body.contains(marks[marks.count - 1]) {
          replaceMarks { "$\($0)" }
          return "{ \(body) }"
        }
        if !marks.contains(where: { body.contains($0) }) {
          return "{ \(parameters.map { _ in "_" }.joined(separator: ", ")) in \(body) }"
        }
        let names = parameters.map { _ in fresh("p") }
        replaceMarks { names[$0] }
        return "{ \(names.joined(separator: ", ")) in \(body) }"
      }
      let names = parameters.map { _ in fresh("p") }
      for (name, type) in zip(names, parameters) { declare(name, type) }
      let body = expression(result, depth, isKnown: isResultKnown || !isKnown)
      if isKnown { return "{ \(names.isEmpty ? "" : names.joined(separator: ", ") + " in ")\(body) }" }
      let list = zip(names, parameters).map { "\($0): \($1.text)" }.joined(separator: ", ")
      return "{ (\(list)) -> \(result.text) in \(body) }"
    }
  }
}

extension GeneratedType {
  /// The type with generic parameters replaced.
  func replacing(_ known: [String: GeneratedType]) -> GeneratedType {
    switch self {
    case .parameter(let name): known[name] ?? self
    case .array(let element): .array(element.replacing(known))
    case .optional(let wrapped): .optional(wrapped.replacing(known))
    case .tuple(let elements): .tuple(elements.map { $0.replacing(known) })
    case .function(let parameters, let result):
      .function(parameters.map { $0.replacing(known) }, result.replacing(known))
    default: self
    }
  }
}
