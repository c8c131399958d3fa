extension Checker {
  /// What a written type means.
  func resolve(_ name: TypeName) -> Type {
    switch name.kind {
    case .named(let path, let arguments): return resolveNamed(path, arguments, name.range)
    case .member(let base, let member, let arguments): return resolveMember(base, member, arguments, name.range)
    case .array(let element): return .array(resolve(element))
    case .dictionary(let key, let value):
      let keyType = resolve(key)
      checkHashable(keyType, key.range)
      return .dictionary(keyType, resolve(value))
    case .optional(let wrapped): return .optional(resolve(wrapped))
    case .tuple(let elements):
      return .tuple(elements.map { TupleElement(label: $0.label, type: resolve($0.type)) })
    case .function(let parameters, let canThrow, let thrown, let result):
      let types = parameters.map { parameter in
        FunctionType.Parameter(
          type: parameter.isVariadic ? .array(resolve(parameter.type)) : resolve(parameter.type),
          isInOut: parameter.isInOut)
      }
      return .function(
        FunctionType(
          parameters: types, throws: canThrow, thrownType: thrownType(thrown), result: resolve(result)))
    case .some(let constraint):
      if let resolveSome { return resolveSome(constraint) }
      report("'some' can only stand in the types of parameters, results and computed properties", at: constraint.range)
      return .error
    case .any(let constraint): return existential(constraint)
    case .composition(let parts):
      var protocols: [NominalType] = []
      for part in parts {
        if case .existential(let more) = existential(part) { protocols += more }
      }
      return .existential(protocols)
    case .metatype(let instance): return .metatype(resolve(instance))
    case .invalid: return .error
    }
  }

  /// `Box<Int>.Index`
  private func resolveMember(
    _ base: TypeName, _ name: String, _ arguments: [TypeName], _ range: SourceRange
  ) -> Type {
    let type = resolve(base)
    if let found = memberType(name, of: type, arguments: arguments, range) { return found }
    if !type.isError { report("'\(name)' is not a member type of '\(type)'", at: range) }
    return .error
  }

  private func existential(_ name: TypeName) -> Type {
    if case .named(["Any"], _) = name.kind { return .any }
    if case .metatype(let instance) = name.kind { return .metatype(existential(instance)) }
    if case .composition(let parts) = name.kind {
      return .existential(
        parts.flatMap { part -> [NominalType] in
          if case .existential(let protocols) = existential(part) { return protocols }
          return []
        })
    }
    let type = resolve(name)
    if case .existential = type { return type }
    if !type.isError { report("'\(type)' is not a protocol", at: name.range) }
    return .error
  }

  func checkHashable(_ type: Type, _ range: SourceRange) {
    if case .parameter(let parameter) = type, openParameters.contains(parameter), !isHashable(type) {
      // `func f<K>(_ d: [K: Int])` asks for a hashable `K` without saying so.
      parameter.bounds.append(.hashable)
      return
    }
    if !type.hasVariables, !type.hasErrors, !isHashable(type) {
      report(
        "type '\(type)' does not conform to protocol 'Hashable'", at: range, notes: ["only such types can be keys"])
    }
  }

  private func resolveNamed(_ path: [String], _ arguments: [TypeName], _ range: SourceRange) -> Type {
    if path.count > 1, path[0] == "Swift", lookUp("Swift") == nil {
      return resolveNamed(Array(path.dropFirst()), arguments, range)
    }
    probeNames(range)
    guard var type = typeEntity(path[0], arguments: path.count == 1 ? arguments : [], range) else {
      if let entity = lookUp(path[0]), case .variable = entity {
        report("'\(path[0])' is a variable, not a type", at: range)
      } else {
        report("cannot find type '\(path[0])' in scope", at: range, notes: typeHints(path[0]))
      }
      return .error
    }
    for (position, name) in path.enumerated().dropFirst() {
      let isLast = position == path.count - 1
      if isLast { probeMembers(of: .metatype(type), range) }
      guard let found = memberType(name, of: type, arguments: isLast ? arguments : [], range) else {
        if !type.isError { report("'\(name)' is not a member type of '\(type)'", at: range) }
        return .error
      }
      type = found
    }
    return type
  }

  /// `Outer.Inner`, `S.Element`.
  func memberType(_ name: String, of type: Type, arguments: [TypeName] = [], _ range: SourceRange) -> Type? {
    switch type.shallow {
    case .parameter, .dependent:
      let isKnown = environment.hasAssociatedType(name, type, requirements: requirements)
      return isKnown ? environment.normalized(.dependent(type, name)) : nil
    default: break
    }
    for member in environment.members(of: type, named: name) {
      guard case .type(let nested) = member.kind else { continue }
      let result = memberSubstitution(owner: member.owner, base: type).apply(nested)
      guard let nominal = result.nominal, !arguments.isEmpty else { return result }
      return specialized(nominal, outer: Array(result.arguments.prefix(nominal.outerParameterCount)), arguments, range)
    }
    return environment.associatedType(name, of: type)
  }

  private func typeHints(_ name: String) -> [String] {
    let foreign = [
      "int": "Int", "float": "Double", "double": "Double", "str": "String", "string": "String", "bool": "Bool",
      "boolean": "Bool", "list": "[Element]", "List": "[Element]", "dict": "[Key: Value]", "ndarray": "Tensor",
      "char": "Character", "void": "Void",
    ]
    if name == "None" { return ["a missing value is tested with == nil"] }
    if let known = foreign[name] { return ["Swift calls it '\(known)'"] }
    let types = visibleNames().filter { name in
      switch lookUp(name) {
      case .type?, .nominal?, .alias?: true
      default: false
      }
    }
    return didYouMean(name, types)
  }

  /// The type behind one name; nil if the name is none of a type.
  func typeEntity(_ name: String, arguments: [TypeName], _ range: SourceRange) -> Type? {
    switch name {
    case "Any": return .any
    case "Void": return .void
    case "AnyObject": return .existential([.anyObject])
    default: break
    }
    guard let entity = lookUp(name) else { return associatedInScope(name, range) }
    // `associatedtype Result` hides the library's `Result`, and within its protocol the learner's own.
    if case .nominal(let nominal) = entity, nominal.flavour != .builtin, nominal.flavour != .protocol,
      let own = associatedInScope(name, range, onlyInProtocols: nominal.module != "Swift")
    {
      return own
    }
    switch entity {
    case .type(let type):
      if !arguments.isEmpty { report("cannot specialize non-generic type '\(type)'", at: range) }
      return type
    case .nominal(let nominal):
      if nominal.flavour == .protocol {
        guard !arguments.isEmpty else { return .existential([nominal]) }
        return constrainedExistential(nominal, arguments, range)
      }
      let outer = nominal.genericParameters.prefix(nominal.outerParameterCount).map { Type.parameter($0) }
      if arguments.isEmpty {
        if nominal.genericParameters.count == outer.count { return .nominal(nominal, outer) }
        if let selfType = enclosingSelf(nominal) { return selfType }
        if infersArguments {
          return .nominal(
            nominal, nominal.genericParameters.map { .variable(makeVariable(bounds: $0.bounds, at: range)) })
        }
        report(
          "reference to generic type '\(nominal.name)' requires arguments in <...>", at: range,
          notes: [
            "for example \(nominal.name)<\(nominal.genericParameters.map { _ in "Int" }.joined(separator: ", "))>"
          ])
        return .error
      }
      return specialized(nominal, outer: outer, arguments, range)
    case .alias(let alias): return resolve(alias, arguments, mayInfer: infersArguments, range)
    case .variable, .functions: return nil
    }
  }

  /// What `super` is in a static method.
  private var enclosingSuperclass: Type? {
    var current: Scope? = scope
    while let scope = current {
      if let type = scope.memberType { return type.superclass }
      current = scope.parent
    }
    return nil
  }

  /// Whether what stands before `.init` or `.self` is a variable that holds a type.
  func isVariable(_ name: TypeName) -> Bool {
    guard let word = name.plainName else { return false }
    if case .variable? = lookUp(word) { return true }
    return false
  }

  /// A generic type with what is written between `<` and `>`.
  private func specialized(
    _ nominal: NominalType, outer: [Type], _ arguments: [TypeName], _ range: SourceRange
  ) -> Type {
    let count = nominal.genericParameters.count - outer.count
    guard arguments.count == count else {
      report("generic type '\(nominal.name)' takes \(counted(count, "type")), but has \(arguments.count)", at: range)
      return .error
    }
    let types = outer + arguments.map(resolve)
    if nominal === NominalType.set || nominal === NominalType.dictionary { checkHashable(types[0], range) }
    for (type, parameter) in zip(types, nominal.genericParameters) { imply(parameter.bounds, of: type) }
    return .nominal(nominal, types)
  }

  /// `func f<T>(_ x: Matrix<T>)` asks of `T` what `Matrix` does, without saying so.
  private func imply(_ bounds: [NominalType], of type: Type) {
    guard case .parameter(let parameter) = type, openParameters.contains(parameter) else { return }
    parameter.bounds += bounds.filter { !conforms(type, $0) }
  }

  /// Inside `struct Stack<Element>`, `Stack` alone means `Stack<Element>`.
  private func enclosingSelf(_ nominal: NominalType) -> Type? {
    var current: Scope? = scope
    while let scope = current {
      if scope.memberType === nominal { return nominal.selfType }
      current = scope.parent
    }
    return nil
  }

  /// `Element` inside an extension of a protocol or of a type that defines it.
  private func associatedInScope(_ name: String, _ range: SourceRange, onlyInProtocols: Bool = false) -> Type? {
    var current: Scope? = scope
    while let scope = current {
      if let type = scope.memberType, !onlyInProtocols || type.flavour == .protocol {
        if let own = environment.knownAssociatedType(name, of: type) { return own }
        if let found = type.flavour == .protocol
          ? memberType(name, of: type.selfType, range) : environment.associatedType(name, of: type.selfType)
        {
          return found
        }
      }
      current = scope.parent
    }
    return nil
  }

  // MARK: Properties of types

  func conforms(_ type: Type, _ proto: NominalType) -> Bool {
    environment.conforms(type, to: proto, requirements: requirements)
  }

  func isEquatable(_ type: Type) -> Bool {
    if let elements = type.tuple { return elements.allSatisfy { isEquatable($0.type) } }
    // Two values of 'any P' may be of different types.
    if type.isExistential { return false }
    if case .metatype = type.shallow { return true }
    return conforms(type, .equatable)
  }

  func isHashable(_ type: Type) -> Bool { conforms(type, .hashable) }

  func isComparable(_ type: Type) -> Bool {
    if let elements = type.tuple { return elements.allSatisfy { isComparable($0.type) } }
    if type.isExistential { return false }
    return conforms(type, .comparable)
  }

  /// The type that an expression names, if it names one: `Int`, `[Int]`, `Tensor`.
  func typeReference(_ expression: Expression) -> Type? {
    switch expression.kind {
    case .type(let name): return isVariable(name) ? nil : resolve(name)
    case .name(let name, nil, let arguments):
      if name == "Self" { return typeEntity("Self", arguments: [], expression.range) }
      if name == "super" { return selfVariable == nil ? enclosingSuperclass : nil }
      guard let entity = lookUp(name) else {
        if name == "Any" || name == "Void" { return typeEntity(name, arguments: [], expression.range) }
        return associatedInScope(name, expression.range)
      }
      switch entity {
      case .type(let type): return type
      case .alias(let alias): return resolve(alias, arguments, mayInfer: true, expression.range)
      case .nominal(let nominal):
        let own = nominal.genericParameters.dropFirst(nominal.outerParameterCount)
        if nominal.flavour != .protocol, arguments.isEmpty, !own.isEmpty {
          // `Array(...)`, `Set(...)`: the arguments are found by inference.
          return enclosingSelf(nominal)
            ?? .nominal(
              nominal,
              nominal.genericParameters.prefix(nominal.outerParameterCount).map { .parameter($0) }
                + own.map { _ in .variable(makeVariable(at: expression.range)) })
        }
        return typeEntity(name, arguments: arguments, expression.range)
      case .variable, .functions: return nil
      }
    case .member(let base?, let name, _, nil, let arguments):
      if libraryEntity(base, name) != nil {
        return typeReference(Expression(kind: .name(name, genericArguments: arguments), range: expression.range))
      }
      guard name != "self", let outer = typeReference(base) else { return nil }
      return memberType(name, of: outer, arguments: arguments, expression.range)
    case .paren(let inner): return typeReference(inner)
    case .optionalTry(let inner): return typeReference(inner).map { .optional($0) }
    default: return nil
    }
  }
}
