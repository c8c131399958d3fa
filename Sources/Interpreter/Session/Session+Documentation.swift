extension Session {
  /// A declaration, and what is written about it.
  package typealias Documentation = (signature: String, documentation: String)

  /// Signatures and doc comments of the library's functions, types and members, of what cells declared, and of the
  /// language's own words: `conv2d`, `Tensor.reshaped`, `append(contentsOf:)`, `xs.map`, `guard`, `??`.
  package func documentation(for name: String) -> [Documentation] {
    runOnLargeStack { DocumentationSearch(checker: Checker(environment: self.environment)).entries(for: name) }
  }

  /// The name that was probably meant where there is no documentation.
  package func suggestion(for name: String) -> String? {
    runOnLargeStack { DocumentationSearch(checker: Checker(environment: self.environment)).suggestion(for: name) }
  }
}

private struct DocumentationSearch {
  let checker: Checker
  private var environment: Environment { checker.environment }

  init(checker: Checker) { self.checker = checker }

  func entries(for text: String) -> [Session.Documentation] {
    let (name, labels) = parts(of: text)
    if let entry = LanguageGuide.entry(name), environment.lookUp(name) == nil || LanguageGuide.types[name] != nil {
      return [(signature: name, documentation: "\(entry.text)\n\n```swift\n\(entry.example)\n```")] + operators(name)
    }
    if let first = name.first, !first.isLetter, first != "_" { return operators(name) }
    let path = name.split(separator: ".").map(String.init)
    guard let first = path.first else { return [] }
    if path.count > 1 {
      return owner(Array(path.dropLast())).map { entries(path[path.count - 1], of: $0, labels) } ?? []
    }
    switch environment.lookUp(first) {
    case .functions(let functions)?: return functions.filter { fits($0, labels) }.map(\.entry)
    case .nominal(let nominal)?: return [(declarationText(nominal), nominal.documentation)]
    case .variable(let variable)?:
      let word = variable.isMutable ? "var" : "let"
      return [("\(word) \(first): \(variable.type.resolved)", "")]
    case .type(let type)?: return [("typealias \(first) = \(type)", "")]
    case .alias(let alias)?: return [("typealias \(alias.signature) = \(alias.type)", "")]
    case nil: return membersOfAllTypes(first, labels)
    }
  }

  /// `append(contentsOf:)` in two.
  private func parts(of text: String) -> (name: String, labels: [String]?) {
    let text = text.filter { !$0.isWhitespace }
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")"), open > text.startIndex else { return (text, nil) }
    let labels = text[open...].dropFirst().dropLast().split(separator: ":").map(String.init)
    return (String(text[..<open]), labels.isEmpty ? nil : labels)
  }

  private func fits(_ function: FunctionSymbol, _ labels: [String]?) -> Bool {
    labels.map { $0 == function.signature.parameters.map { $0.label ?? "_" } } ?? true
  }

  private func operators(_ name: String) -> [Session.Documentation] { environment.operators(name).map(\.entry) }

  private func declarationText(_ nominal: NominalType) -> String {
    let parameters = nominal.genericParameters.dropFirst(nominal.outerParameterCount).map(\.name).joined(
      separator: ", ")
    return "\(nominal.flavour.word) \(nominal.name)" + (parameters.isEmpty ? "" : "<\(parameters)>")
  }

  // MARK: Members

  /// The type of `xs` in `xs.map`, and of `Array` in `Array.map`.
  private func owner(_ path: [String]) -> Type? {
    var type: Type
    switch path.first.flatMap(environment.lookUp) {
    case .nominal(let nominal)?: type = nominal.selfType
    case .type(let named)?: type = named
    case .variable(let variable)?: type = variable.type
    default: return nil
    }
    for name in path.dropFirst() {
      guard let member = environment.members(of: type, named: name).first else { return nil }
      let substitution = environment.memberSubstitution(owner: member.owner, base: type)
      switch member.kind {
      case .property(let property): type = environment.normalized(substitution.apply(property.type))
      case .type(let nested): type = nested
      default: return nil
      }
    }
    return type
  }

  private func entries(_ name: String, of type: Type, _ labels: [String]?) -> [Session.Documentation] {
    if let elements = type.tuple {
      return elements.enumerated().filter { $1.label == name || "\($0)" == name }
        .map { _, element in ("\(name): \(element.type)", "") }
    }
    return environment.members(of: type, named: name).compactMap { entry($0, name, labels) }
  }

  private func entry(_ member: Member, _ name: String, _ labels: [String]?) -> Session.Documentation? {
    switch member.kind {
    case .function(let function): return fits(function, labels) ? function.entry : nil
    case .property(let property):
      let word = member.isStatic ? "static var" : "var"
      return (
        "\(word) \(name): \(property.type.resolved) { get\(property.isMutable ? " set" : "") }", property.documentation
      )
    case .subscripting(let symbol): return symbol.getter.entry
    case .enumCase(let enumCase):
      let payload = enumCase.payload.isEmpty ? enumCase.name : enumCase.signature(Substitution(), .void).text
      return ("case \(payload)", "")
    case .type(let type):
      return type.nominal.map { (declarationText($0), $0.documentation) } ?? ("typealias \(name) = \(type)", "")
    }
  }

  /// `reshaped` alone: whichever type has such a member, the host's and the cells' types first.
  private func membersOfAllTypes(_ name: String, _ labels: [String]?) -> [Session.Documentation] {
    var result: [Session.Documentation] = []
    for nominal in nominalTypes {
      for member in environment.ownMembers(of: nominal, named: name) {
        guard let entry = entry(member, name, labels) else { continue }
        result.append((entry.signature, "A member of `\(nominal.name)`. " + entry.documentation))
      }
      if result.count >= 6 { break }
    }
    return result
  }

  private var nominalTypes: [NominalType] {
    let all = environment.names.sorted().compactMap { name -> NominalType? in
      if case .nominal(let nominal)? = environment.lookUp(name) { return nominal }
      return nil
    }
    let isOwn = { (nominal: NominalType) in nominal.flavour == .host || nominal.module != "Swift" }
    return all.filter(isOwn) + all.filter { !isOwn($0) && $0.flavour == .builtin }
      + all.filter { !isOwn($0) && $0.flavour != .builtin }
  }

  // MARK: Suggestions

  func suggestion(for text: String) -> String? {
    let path = parts(of: text).name.split(separator: ".").map(String.init)
    guard let last = path.last else { return nil }
    if path.count > 1 {
      guard let owner = owner(Array(path.dropLast())) else {
        return suggestion(for: path[0]).map { ([$0] + path.dropFirst()).joined(separator: ".") }
      }
      let names = [false, true].flatMap { checker.memberNames(of: owner, isStatic: $0) }
      return closest(to: last, among: names).map { (path.dropLast() + [$0]).joined(separator: ".") }
    }
    let members = nominalTypes.flatMap { nominal in
      [false, true].flatMap { environment.memberNames(of: nominal, isStatic: $0) }
    }
    return closest(to: last, among: environment.names.sorted() + LanguageGuide.names.sorted())
      ?? closest(to: last, among: Set(members).sorted())
  }
}

extension FunctionSymbol {
  fileprivate var entry: Session.Documentation { (declarationText, documentation) }

  /// The declaration as it was written: `func conv2d(_ input: Tensor, kernel: Tensor, stride: Int = 1) -> Tensor`.
  var declarationText: String {
    guard let declaration else { return name + signatureText }
    let parameters = declaration.parameters.map { parameter -> String in
      let label = parameter.label ?? "_"
      let names = label == parameter.name ? label : "\(label) \(parameter.name)"
      let type = parameter.type.range.text + (parameter.isVariadic ? "..." : "")
      let defaultText = parameter.defaultValue.map { " = " + $0.range.text } ?? ""
      return "\(names): \(parameter.isInOut ? "inout " : "")\(type)\(defaultText)"
    }
    let generics = declaration.genericParameters.map { parameter in
      parameter.name + (parameter.constraint.map { ": " + $0.range.text } ?? "")
    }
    let conditions = declaration.requirements.map { requirement in
      "\(requirement.left.range.text)\(requirement.isEquality ? " == " : ": ")\(requirement.right.range.text)"
    }
    let word = isInitializer || name == "subscript" ? "" : "func "
    let prefix = (isStatic ? "static " : "") + (isMutating && !isSetter ? "mutating " : "") + word
    return prefix + name + (isFailable ? "?" : "")
      + (generics.isEmpty ? "" : "<\(generics.joined(separator: ", "))>")
      + "(\(parameters.joined(separator: ", ")))"
      + (declaration.throws ? " throws" : declaration.rethrows ? " rethrows" : "")
      + (declaration.result.map { " -> " + $0.range.text } ?? "")
      + (conditions.isEmpty ? "" : " where " + conditions.joined(separator: ", "))
  }
}
