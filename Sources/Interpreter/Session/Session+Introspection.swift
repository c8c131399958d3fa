/// What the shell asks while the learner types.
extension Session {
  /// The type of an expression over the variables of earlier cells; nothing runs.
  package func type(of expression: String) -> Result<String, Diagnostic> {
    runOnLargeStack {
      let source = SourceText(expression, name: "type")
      let parsed = parse(source, operators: self.environment.state.operatorTable)
      let (statements, checker) = self.types(parsed)
      if let diagnostic = (parsed.diagnostics + checker.diagnostics.inTextOrder).first { return .failure(diagnostic) }
      guard case .expression(let typed)? = statements.last?.kind else {
        return .failure(Diagnostic(.type, "only an expression has a type", at: nil))
      }
      return .success(typed.type.isVoid ? "Void" : typed.type.resolved.description)
    }
  }

  /// Types a program without keeping what it declares.
  private func types(_ parsed: ParsedSource, probe: CompletionProbe? = nil) -> ([TypedStatement], Checker) {
    let before = environment.state
    defer { environment.state = before }
    environment.state.cell += 1
    let checker = Checker(environment: environment)
    checker.probe = probe
    return (checker.cell(parsed.statements), checker)
  }

  // MARK: Documentation

  /// Signatures and doc comments of natives and of the cells' functions: `conv2d`, `Tensor`, `Tensor.reshaped`.
  package func documentation(for name: String) -> [(signature: String, documentation: String)] {
    runOnLargeStack {
      let parts = name.split(separator: ".").map(String.init)
      if let first = parts.first, parts.count == 2 {
        guard case .nominal(let nominal)? = self.environment.lookUp(first) else { return [] }
        return self.entries(named: parts[1], of: nominal)
      }
      guard parts.count == 1 else { return [] }
      switch self.environment.lookUp(name) {
      case .functions(let functions)?:
        return functions.map { (signature: $0.declarationText, documentation: $0.documentation) }
      case .nominal(let nominal)?:
        return [(signature: "\(nominal.flavour.word) \(nominal.name)", documentation: nominal.documentation)]
      case .variable(let variable)?:
        let word = variable.isMutable ? "var" : "let"
        return [(signature: "\(word) \(name): \(variable.type.resolved)", documentation: "")]
      case .type(let type)?: return [(signature: "typealias \(name) = \(type)", documentation: "")]
      case nil:
        // `reshaped` alone: members of the host's types are known without their type's name.
        return self.hostTypes.sorted { $0.name < $1.name }
          .flatMap { self.entries(named: name, of: $0) }
      }
    }
  }

  private func entries(named name: String, of nominal: NominalType) -> [(signature: String, documentation: String)] {
    environment.members(of: nominal.selfType, named: name).map { member in
      switch member.kind {
      case .function(let function):
        return (function.declarationText, function.documentation)
      case .property(let property):
        let word = member.isStatic ? "static var" : "var"
        return (
          "\(word) \(name): \(property.type.resolved) { get\(property.isMutable ? " set" : "") }",
          property.documentation
        )
      case .subscripting(let symbol):
        return (symbol.getter.declarationText, symbol.getter.documentation)
      case .enumCase(let enumCase): return ("case \(enumCase.name)", "")
      case .type(let type): return ("type \(type)", "")
      }
    }
  }

  // MARK: Completion

  /// Names, members (by static type), labels and keywords that fit at the UTF-8 offset.
  package func completions(in text: String, at offset: Int) -> [Completion] {
    runOnLargeStack { self.collectCompletions(in: text, at: offset) }
  }

  private func collectCompletions(in text: String, at offset: Int) -> [Completion] {
    let context = completionContext(in: text, at: offset)
    var found: [Completion] = []
    if let call = context.call, call.mayBeLabel { found += labels(call, in: text) }
    switch context.place {
    case .nothing: break
    case .name(let isStatementStart):
      found += names(local: probe(text, context).scope)
      if isStatementStart { found += Self.keywords.map { Completion(text: $0, kind: .keyword, detail: "") } }
    case .type: found += names(local: nil).filter { $0.kind == .type }
    case .member: found += members(of: probe(text, context).baseType)
    case .implicitMember:
      found += probe(text, context).baseType.map { members(of: .metatype($0)) } ?? enumCases()
    }
    var seen: Set<String> = []
    return found.filter { $0.text.hasPrefix(context.prefix) && seen.insert($0.text).inserted }
      .sorted { ($0.kind == .label ? 0 : 1, $0.text) < ($1.kind == .label ? 0 : 1, $1.text) }
  }

  private static let keywords = [
    "let", "var", "func", "return", "if", "else", "guard", "for", "in", "while", "repeat", "switch", "case", "default",
    "break", "continue", "defer", "struct", "enum", "class", "protocol", "extension", "throw", "try", "do", "catch",
    "true", "false", "nil",
  ]

  /// Types the text up to the cursor with a made-up word there, and notes what is known at that place.
  private func probe(_ text: String, _ context: CompletionContext) -> CompletionProbe {
    let head = String(decoding: text.utf8.prefix(context.start), as: UTF8.self)
    let probe = CompletionProbe(offset: context.start + 1)
    _ = types(
      parse(SourceText(head + "completed", name: "completion"), operators: environment.state.operatorTable),
      probe: probe)
    return probe
  }

  private func names(local: Scope?) -> [Completion] {
    var result: [Completion] = []
    var scope = local
    while let current = scope {
      result += current.names.map { completion($0.key, $0.value) }
      scope = current.parent
    }
    return (result + environment.names.compactMap { name in environment.lookUp(name).map { completion(name, $0) } })
      .filter { isName($0.text) }
  }

  private var nominalTypes: [NominalType] {
    environment.names.sorted().compactMap { name in
      if case .nominal(let nominal)? = environment.lookUp(name) { return nominal }
      return nil
    }
  }

  private var hostTypes: [NominalType] { nominalTypes.filter { $0.flavour == .host } }

  private func isName(_ text: String) -> Bool { text.first.map { $0.isLetter } ?? false }

  private func completion(_ name: String, _ entity: Entity) -> Completion {
    switch entity {
    case .variable(let variable):
      return Completion(text: name, kind: .variable, detail: variable.type.resolved.description)
    case .functions(let functions):
      return Completion(text: name, kind: .function, detail: functions.first?.signatureText ?? "")
    case .type(let type): return Completion(text: name, kind: .type, detail: type.description)
    case .nominal(let nominal): return Completion(text: name, kind: .type, detail: nominal.flavour.word)
    }
  }

  private func members(of type: Type?) -> [Completion] {
    guard let type else { return [] }
    var isStatic = false
    var owner = type.shallow
    if case .metatype(let instance) = owner {
      isStatic = true
      owner = instance.shallow
    }
    if let elements = owner.tuple {
      return elements.enumerated().map { index, element in
        Completion(text: element.label ?? "\(index)", kind: .member, detail: element.type.description)
      }
    }
    var nominals = environment.protocols(of: owner)
    if let nominal = owner.nominal { nominals.insert(nominal, at: 0) }
    var result: [Completion] = []
    for nominal in nominals {
      for name in environment.memberNames(of: nominal, isStatic: isStatic) where isName(name) && name != "init" {
        let members = environment.ownMembers(of: nominal, named: name)
        guard name != "subscript", let member = members.first(where: { $0.isStatic == isStatic }) else { continue }
        result.append(completion(name, member))
      }
    }
    return result
  }

  private func completion(_ name: String, _ member: Member) -> Completion {
    switch member.kind {
    case .function(let function): Completion(text: name, kind: .member, detail: function.signatureText)
    case .property(let property): Completion(text: name, kind: .member, detail: property.type.resolved.description)
    case .enumCase(let enumCase): Completion(text: name, kind: .enumCase, detail: enumCase.owner.name)
    case .type(let type): Completion(text: name, kind: .type, detail: type.description)
    case .subscripting: Completion(text: name, kind: .member, detail: "")
    }
  }

  /// `.float64` where the expected type is not known yet: the cases of the host's and the cells' enums.
  private func enumCases() -> [Completion] {
    nominalTypes.flatMap { nominal in
      nominal.cases.map { Completion(text: $0.name, kind: .enumCase, detail: nominal.name) }
    }
  }

  /// Labels of the callee's parameters that were not given yet.
  private func labels(_ call: CompletionContext.Call, in text: String) -> [Completion] {
    let bytes = text.utf8
    let range = call.callee.clamped(to: 0..<bytes.count)
    let callee = String(decoding: bytes.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    return functions(called: callee, before: String(decoding: bytes.prefix(range.lowerBound), as: UTF8.self)).flatMap {
      function in
      function.signature.parameters.compactMap { parameter in
        guard let label = parameter.label, !call.labelsBefore.contains(label) else { return nil }
        return Completion(text: label + ":", kind: .label, detail: parameter.type.description)
      }
    }
  }

  private func functions(called callee: String, before: String) -> [FunctionSymbol] {
    let name = callee.split(separator: ".").last.map(String.init) ?? callee
    switch environment.lookUp(callee) {
    case .functions(let functions)?: return functions
    case .nominal(let nominal)?: return methods("init", of: nominal.selfType)
    default: break
    }
    guard name.count < callee.count else { return [] }
    let context = completionContext(in: before + callee, at: (before + callee).utf8.count)
    guard var type = probe(before + callee, context).baseType?.shallow else { return [] }
    if case .metatype(let instance) = type { type = instance.shallow }
    return methods(name, of: type)
  }

  private func methods(_ name: String, of type: Type) -> [FunctionSymbol] {
    environment.members(of: type, named: name).compactMap {
      if case .function(let function) = $0.kind { return function }
      return nil
    }
  }
}

extension NominalType.Flavour {
  /// The keyword that declares such a type.
  var word: String {
    switch self {
    case .builtin, .structure, .host: "struct"
    case .enumeration: "enum"
    case .class: "class"
    case .protocol: "protocol"
    }
  }
}

extension FunctionSymbol {
  /// The declaration as it was written: `func conv2d(_ input: Tensor, kernel: Tensor, stride: Int = 1) -> Tensor`.
  var declarationText: String {
    guard let declaration else { return name + signatureText }
    let parameters = declaration.parameters.map { parameter -> String in
      let label = parameter.label ?? "_"
      let names = label == parameter.name ? label : "\(label) \(parameter.name)"
      let type = parameter.type.range.source.excerpt(parameter.type.range) + (parameter.isVariadic ? "..." : "")
      let defaultText = parameter.defaultValue.map { " = " + $0.range.source.excerpt($0.range) } ?? ""
      return "\(names): \(parameter.isInOut ? "inout " : "")\(type)\(defaultText)"
    }
    let word = isInitializer || name == "subscript" ? "" : "func "
    let prefix = (isStatic ? "static " : "") + (isMutating && !isSetter ? "mutating " : "") + word
    let result = declaration.result.map { " -> " + $0.range.source.excerpt($0.range) } ?? ""
    return "\(prefix)\(name)(\(parameters.joined(separator: ", ")))\(result)"
  }
}
