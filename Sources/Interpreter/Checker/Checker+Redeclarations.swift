/// Two things of one name in one place.
///
/// A later cell may declare a name again; within a cell, and within the declarations of a type, a name stands for one
/// thing, except for functions that differ in their labels or types.
extension Checker {
  /// Types, functions and variables of one block.
  func checkRedeclarations(_ statements: [Statement]) {
    var types: Set<String> = []
    var variables: [String: SourceRange] = [:]
    var functions: [(name: String, range: SourceRange)] = []
    for statement in statements {
      guard case .declaration(let declaration) = statement.kind else { continue }
      checkModifiers(outside: declaration)
      switch declaration.kind {
      case .type(let type):
        if !types.insert(type.name).inserted { reportTwice(type.name, type.nameRange) }
      case .typeAlias(let name, _, let type):
        if !types.insert(name).inserted { reportTwice(name, type.range) }
      case .variable(let variable):
        for binding in variable.bindings {
          if case .name(let name, _) = binding.pattern.kind { variables[name] = binding.pattern.range }
        }
      case .function(let function): functions.append((function.name, function.nameRange))
      default: break
      }
    }
    for (name, range) in functions {
      if let other = variables[name] { reportTwice(name, max(range.start, other.start) == other.start ? other : range) }
    }
  }

  /// Members of types, with those of the extensions in the same block.
  func checkRedeclarations(_ opened: [OpenDeclaration]) {
    var seen: Set<MemberKey> = []
    for declaration in opened {
      for conformance in declaration.conformances where declaration.nominal.flavour != .protocol {
        let name = conformance.protocol.name
        let key = MemberKey(owner: ObjectIdentifier(declaration.nominal), isStatic: false, text: ": \(name)")
        let isInherited = declaration.nominal.superclass.map { conforms($0, conformance.protocol) } ?? false
        if isInherited || !seen.insert(key).inserted {
          report("'\(declaration.nominal.name)' conforms to '\(name)' already", at: declaration.range)
        }
      }
      // Under different conditions a name may stand for different things, and a default for what a protocol asks for.
      if case .extension(let written) = declaration.written {
        if !written.requirements.isEmpty || declaration.nominal.flavour == .protocol { continue }
      }
      for member in declaration.members {
        for (key, name, place) in keys(of: member, declaration.nominal) where !seen.insert(key).inserted {
          reportTwice(name, place)
        }
      }
    }
  }

  private struct MemberKey: Hashable {
    let owner: ObjectIdentifier
    let isStatic: Bool
    /// For functions with labels and types.
    let text: String
  }

  private func keys(
    of member: Declaration, _ nominal: NominalType
  ) -> [(key: MemberKey, name: String, place: SourceRange)] {
    let isStatic = member.modifiers.contains("static") || member.modifiers.contains("class")
    func key(_ text: String) -> MemberKey {
      MemberKey(owner: ObjectIdentifier(nominal), isStatic: isStatic, text: text)
    }
    switch member.kind {
    case .variable(let variable):
      return variable.bindings.compactMap { binding in
        guard case .name(let name, _) = binding.pattern.kind else { return nil }
        return (key(name), name, binding.pattern.range)
      }
    case .function(let function):
      guard let symbol = environment.symbol(of: function, in: nominal), symbol.signature.requirements.isEmpty,
        symbol.signature.genericParameters.isEmpty
      else { return [] }
      let types = symbol.signature.parameters.map { $0.type.description + ($0.isVariadic ? "..." : "") }
      // A property and a function without parameters cannot share a name.
      let text = types.isEmpty ? "" : "\(types) -> \(symbol.signature.result)"
      let isPlain = types.isEmpty && !symbol.isInitializer
      return [(key(isPlain ? function.name : symbol.fullName + text), symbol.fullName, function.nameRange)]
    default: return []
    }
  }

  private func reportTwice(_ name: String, _ range: SourceRange) {
    report("invalid redeclaration of '\(name)'", at: range, notes: ["use another name"])
  }
}
