/// Calls of the standard library, by the type that they give.
extension ProgramGenerator {
  func libraryCall(giving type: GeneratedType, _ depth: Int) -> String? {
    var calls: [() -> String?] = general(type, depth)
    switch type {
    case .integer(let name): calls += integers(type, name, depth)
    case .double: calls += doubles(depth)
    case .float: calls += [{ "Float(\(self.expression(.int, depth)))" }, { "abs(\(self.expression(.float, depth)))" }]
    case .bool: calls += conditions(depth)
    case .string: calls += strings(depth)
    case .character: calls += [{ "(\(self.expression(.string, depth)).first ?? \"-\")" }]
    case .array(let element): calls += arrays(of: element, depth)
    case .optional(let wrapped): calls += optionals(of: wrapped, depth)
    case .set(let element): calls += sets(of: element, depth)
    case .dictionary(let key, let value): calls += dictionaries(key, value, depth)
    default: break
    }
    return calls.isEmpty ? nil : random.pick(calls)()
  }

  /// A sequence to call something on, and the type of its elements.
  private func elements(_ type: GeneratedType, _ depth: Int) -> String {
    let places = places().filter { $0.type == .array(type) }
    if !places.isEmpty, random.chance(60) { return use(random.pick(places)) }
    if type == .int, random.chance(30) { return "(0..<\(random.below(5)))" }
    return expression(.array(type), depth)
  }

  private func closure(
    _ parameters: GeneratedType..., giving result: GeneratedType, _ depth: Int, effects: Bool = true
  ) -> String {
    closure(
      parameters, result, min(depth, 2), isKnown: random.chance(75), isResultKnown: result == .bool, effects: effects)
  }

  private func source() -> GeneratedType {
    let known = places().compactMap { place -> GeneratedType? in
      if case .array(let element) = place.type { return element }
      return nil
    }
    return known.isEmpty || random.chance(30) ? scalar() : random.pick(known)
  }

  private func general(_ type: GeneratedType, _ depth: Int) -> [() -> String?] {
    guard !type.isFunction else { return [] }
    let source = source()
    return [
      {
        let start = self.expression(type, depth)
        return "\(self.elements(source, depth)).reduce(\(start)) "
          + self.closure(type, source, giving: type, depth)
      },
      {
        guard !type.isOptional else { return nil }
        return "(\(self.elements(type, depth)).\(self.random.pick(["first", "last"])) ?? "
          + "\(self.withoutThrowing { self.expression(type, depth) }))"
      },
      {
        let key = self.key()
        let places = self.places().filter { $0.type == .dictionary(key, type) }
        guard !places.isEmpty else { return nil }
        let fallback = self.withoutThrowing { self.expression(type, depth, isKnown: true) }
        return
          "\(self.use(self.random.pick(places)))[\(self.expression(key, depth, isKnown: true)), default: \(fallback)]"
      },
      {
        guard !type.isOptional else { return nil }
        let optional = self.expression(.optional(source), depth)
        return "(\(optional).map \(self.closure(source, giving: type, depth)) ?? "
          + "\(self.withoutThrowing { self.literal(type, false) }))"
      },
    ]
  }

  private func integers(_ type: GeneratedType, _ name: String, _ depth: Int) -> [() -> String?] {
    let other = GeneratedType.integer(random.pick(Self.otherIntegers + ["Int"]))
    var calls: [() -> String?] = [
      { "\(name)(truncatingIfNeeded: \(self.expression(other, depth)))" },
      { "\(name)(clamping: \(self.expression(other, depth)))" },
      { "(\(name)(exactly: \(self.expression(other, depth))) ?? \(self.literal(type, true)))" },
      { "\(self.random.pick(["min", "max"]))(\(self.expression(type, depth)), \(self.expression(type, depth)))" },
      { "\(self.expression(type, depth)).signum()" },
      { "(\(self.elements(type, depth)).\(self.random.pick(["min", "max"]))() ?? \(self.literal(type, true)))" },
      { "\(self.elements(type, depth)).reduce(\(self.literal(type, true)), &+)" },
    ]
    if type.isSigned { calls.append { "abs(\(self.expression(type, depth)) / 2)" } }
    guard type == .int else { return calls }
    let source = source()
    calls += [
      { "\(self.elements(source, depth)).count" },
      { "\(self.expression(.string, depth)).count" },
      { "\(self.expression(.string, depth)).utf8.count" },
      { "Int(\(self.expression(.integer(self.random.pick(["UInt8", "Int8", "Int16", "Int32", "UInt32"])), depth)))" },
      { "Int(max(-1e6, min(1e6, \(self.expression(.double, depth)))))" },
      { "Int(same(\(self.expression(.double, depth))).rounded())" },
      { "Int(\(self.expression(.character, depth)).asciiValue ?? 0)" },
      { "(Int(\(self.expression(.string, depth))) ?? \(self.random.below(5)))" },
      { "\(self.elements(source, depth)).filter \(self.closure(source, giving: .bool, depth)).count" },
      {
        self.isHashable(source)
          ? "(\(self.expression(.array(source), depth)).firstIndex(of: \(self.expression(source, depth))) ?? -1)" : nil
      },
      { "\(self.expression(.int, depth)).nonzeroBitCount" },
      { "\(self.expression(.int, depth)).leadingZeroBitCount" },
      { "(same(\(self.expression(.int, depth))) &- 1).quotientAndRemainder(dividingBy: 7).remainder" },
      { "\(self.expression(.set(self.key()), depth)).count" },
      { "\(self.expression(.dictionary(self.key(), .int), depth)).values.reduce(0, &+)" },
    ]
    return calls
  }

  private func doubles(_ depth: Int) -> [() -> String?] {
    [
      { "Double(\(self.expression(self.random.pick([.int, .int, .float, .integer("UInt8")]), depth)))" },
      { "abs(\(self.expression(.double, depth))).squareRoot()" },
      { "\(self.expression(.double, depth)).rounded(\(self.random.pick(["", ".up", ".down", ".towardZero"])))" },
      { "\(self.random.pick(["min", "max"]))(\(self.expression(.double, depth)), \(self.expression(.double, depth)))" },
      { "\(self.expression(.double, depth)).magnitude" },
      { "(Double(\(self.expression(.string, depth))) ?? 0.25)" },
      { "\(self.elements(.double, depth)).reduce(0, +)" },
      { "\(self.expression(.double, depth)).truncatingRemainder(dividingBy: 3)" },
      { self.random.pick(["Double.pi", "Double.infinity", "Double(Int.max)", "Double.ulpOfOne"]) },
    ]
  }

  private func conditions(_ depth: Int) -> [() -> String?] {
    let source = source()
    return [
      { "\(self.elements(source, depth)).isEmpty" },
      { "\(self.expression(.string, depth)).isEmpty" },
      { "\(self.expression(.string, depth)).hasPrefix(\(self.expression(.string, depth)))" },
      { "\(self.expression(.string, depth)).hasSuffix(\(self.expression(.string, depth)))" },
      { "\(self.expression(.int, depth)).isMultiple(of: \(self.random.below(4) + 1))" },
      { "\(self.elements(source, depth)).contains \(self.closure(source, giving: .bool, depth))" },
      { "\(self.elements(source, depth)).allSatisfy \(self.closure(source, giving: .bool, depth))" },
      {
        self.isEquatable(source) && self.isHashable(source)
          ? "\(self.elements(source, depth)).contains(\(self.expression(source, depth)))" : nil
      },
      { "(0..<\(self.random.below(20))).contains(\(self.expression(.int, depth)))" },
      { "\(self.expression(.double, depth)).isNaN" },
      { "\(self.expression(.character, depth)).\(self.random.pick(["isLetter", "isNumber", "isUppercase"]))" },
      {
        let key = self.key()
        return "\(self.expression(.set(key), depth)).contains(\(self.expression(key, depth, isKnown: true)))"
      },
      {
        let key = self.key()
        return "\(self.expression(.set(key), depth)).isSubset(of: \(self.expression(.set(key), depth)))"
      },
    ]
  }

  private func strings(_ depth: Int) -> [() -> String?] {
    let source = source()
    return [
      { "\(self.expression(.string, depth)).\(self.random.pick(["uppercased", "lowercased"]))()" },
      { "String(\(self.expression(self.random.pick([.int, .double, .bool, .character, .integer("Int8")]), depth)))" },
      { "String(repeating: \(self.expression(.string, depth)), count: \(self.random.below(4)))" },
      { "String(\(self.expression(.string, depth)).reversed())" },
      { "String(\(self.expression(.string, depth)).prefix(\(self.random.below(4))))" },
      { "String(\(self.expression(.string, depth)).dropFirst(\(self.random.below(3))))" },
      {
        "\(self.elements(source, depth)).map \(self.closure(source, giving: .string, depth)).joined(separator: \"/\")"
      },
      { "\(self.expression(.array(.string), depth)).joined(separator: \(self.literal(.string, true)))" },
      { "\(self.expression(.array(.string), depth)).joined()" },
      { "String(\(self.expression(.int, depth)), radix: \(self.random.pick(["2", "16", "36"])))" },
      { "\(self.expression(.string, depth)).split(separator: \" \").joined(separator: \"_\")" },
      { "String(\(self.expression(.string, depth)).filter \(self.closure(.character, giving: .bool, depth)))" },
      { "String(describing: \(self.printable(source, depth)))" },
      { "\(self.printable(.array(self.scalar()), depth)).description" },
    ]
  }

  private func arrays(of element: GeneratedType, _ depth: Int) -> [() -> String?] {
    let source = source()
    let type = GeneratedType.array(element)
    let number = random.below(4)
    var calls: [() -> String?] = [
      { "\(self.elements(source, depth)).map \(self.closure(source, giving: element, depth))" },
      { "\(self.elements(element, depth)).filter \(self.closure(element, giving: .bool, depth))" },
      { "Array(\(self.expression(type, depth)).\(self.random.pick(["prefix", "suffix"]))(\(number)))" },
      { "Array(\(self.expression(type, depth)).\(self.random.pick(["dropFirst", "dropLast"]))(\(number)))" },
      { "Array(\(self.expression(type, depth)).reversed())" },
      { "Array(repeating: \(self.expression(element, depth)), count: \(number))" },
      {
        "\(self.elements(source, depth)).compactMap "
          + self.nested { self.closure([source], .optional(element), min(depth, 1), isKnown: false) }
      },
      {
        "\(self.elements(source, depth)).flatMap "
          + self.nested { self.closure([source], type, min(depth, 1), isKnown: false) }
      },
      {
        let name = self.fresh("p")
        return "zip(\(self.elements(source, depth)), \(self.elements(element, depth))).map { \(name) in \(name).1 }"
      },
      { "[\(self.expression(type, depth)), \(self.expression(type, depth))].flatMap { $0 }" },
      { "Array([\(self.expression(type, depth)), \(self.expression(type, depth))].joined())" },
      {
        let items = self.elements(element, depth)
        return "Array(\(items).prefix(while: \(self.closure(element, giving: .bool, depth))))"
      },
    ]
    if isComparable(element) {
      calls += [
        { "\(self.expression(type, depth)).sorted()" },
        { "\(self.expression(.set(element), depth)).sorted()" },
        { "\(self.expression(type, depth)).sorted(by: >)" },
        { "\(self.expression(type, depth)).sorted { $0 > $1 }" },
        { "\(self.expression(.dictionary(element, .int), depth)).keys.sorted()" },
      ]
    }
    switch element {
    case .int:
      calls += [
        { "Array(\(number)..<\(number + self.random.below(5)))" },
        { "Array(stride(from: \(number), to: \(self.random.below(20)), by: \(self.random.below(4) + 1)))" },
        { "Array(stride(from: \(self.random.below(9)), through: 0, by: -\(self.random.below(3) + 1)))" },
        { "Array(\(self.expression(.array(source), depth)).indices)" },
        { "\(self.elements(source, depth)).enumerated().map { $0.offset }" },
      ]
    case .string: calls.append { "\(self.expression(.string, depth)).split(separator: \" \").map { String($0) }" }
    case .character: calls.append { "Array(\(self.expression(.string, depth)))" }
    case .tuple(let parts) where parts.count == 2:
      calls.append { "Array(zip(\(self.elements(parts[0], depth)), \(self.elements(parts[1], depth))))" }
    default: break
    }
    return calls
  }

  private func optionals(of wrapped: GeneratedType, _ depth: Int) -> [() -> String?] {
    guard !wrapped.isOptional else { return [] }
    let items = GeneratedType.array(wrapped)
    var calls: [() -> String?] = [
      { "\(self.expression(items, depth)).\(self.random.pick(["first", "last"]))" },
      { "\(self.elements(wrapped, depth)).first \(self.whereClosure(wrapped, depth))" },
      {
        let source = self.source()
        return "\(self.expression(.optional(source), depth)).map \(self.closure(source, giving: wrapped, depth))"
      },
      {
        let key = self.key()
        return "\(self.expression(.dictionary(key, wrapped), depth))[\(self.expression(key, depth, isKnown: true))]"
      },
    ]
    if isComparable(wrapped) {
      calls.append { "\(self.expression(items, depth)).\(self.random.pick(["min", "max"]))()" }
    }
    switch wrapped {
    case .integer(let name):
      calls.append { "\(name)(\(self.expression(.string, depth)))" }
      if wrapped == .int {
        calls.append { "\(self.expression(.array(.string), depth)).firstIndex(of: \(self.literal(.string, true)))" }
        calls.append { "(\(self.expression(.optional(.string), depth))?.count)" }
      }
    case .double: calls.append { "Double(\(self.expression(.string, depth)))" }
    case .character: calls.append { "\(self.expression(.string, depth)).\(self.random.pick(["first", "last"]))" }
    default: break
    }
    return calls
  }

  private func whereClosure(_ element: GeneratedType, _ depth: Int) -> String {
    let text = closure(element, giving: .bool, depth)
    return random.chance(50) ? text : "(where: \(text))"
  }

  private func sets(of element: GeneratedType, _ depth: Int) -> [() -> String?] {
    let operation = random.pick(["union", "intersection", "subtracting", "symmetricDifference"])
    return [
      { "Set(\(self.expression(.array(element), depth)))" },
      { "\(self.expression(.set(element), depth)).\(operation)(\(self.expression(.set(element), depth)))" },
    ]
  }

  private func dictionaries(_ key: GeneratedType, _ value: GeneratedType, _ depth: Int) -> [() -> String?] {
    let type = GeneratedType.dictionary(key, value)
    let source = source()
    return [
      {
        "\(self.expression(.dictionary(key, source), depth)).mapValues "
          + self.closure(source, giving: value, depth, effects: false)
      },
      {
        let other = self.expression(type, depth)
        return "\(self.expression(type, depth)).merging(\(other)) { old, new in \(self.random.pick(["old", "new"])) }"
      },
      {
        let pairs = "zip(\(self.elements(key, depth)), \(self.elements(value, depth)))"
        return "Dictionary(\(pairs), uniquingKeysWith: { first, _ in first })"
      },
    ]
  }
}
