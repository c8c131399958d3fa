/// Something that may be typed at a place.
package struct Completion: Sendable, Equatable {
  package enum Kind: Sendable { case variable, function, type, member, label, keyword, enumCase }
  package var text: String
  package var kind: Kind
  /// A type or a signature; empty for keywords.
  package var detail: String
}

extension Session {
  /// Names, members (by static type), labels and keywords that fit at the UTF-8 offset: labels first, keywords last.
  package func completions(in text: String, at offset: Int) -> [Completion] {
    runOnLargeStack {
      let context = completionContext(in: text, at: offset)
      if context.place == .nothing { return [] }
      if context.place == .keyword { return CompletionSearch.keywords(context) }
      // `$` alone is no word; `$0` makes the closure have its arguments.
      let word = context.prefix.hasPrefix("$") ? "$0" : "completed"
      return self.probing(text, upTo: context.start, word: word, call: context.call) { probe, checker in
        CompletionSearch(context: context, probe: probe, checker: checker).found
      }
    }
  }
}

/// Collects what fits at one place.
private struct CompletionSearch {
  let context: CompletionContext
  let probe: Probe
  /// In the scope of the place.
  let checker: Checker

  var found: [Completion] {
    var result: [Completion] = []
    if let call = context.call, call.mayBeLabel, let called = probe.called { result += labels(called, call) }
    switch context.place {
    case .nothing, .keyword: break
    case .name, .type: result += names
    case .member: for base in probe.bases { result += members(of: base) }
    case .implicitMember:
      for base in probe.bases { result += members(of: base, isImplicit: true) }
      if probe.bases.isEmpty { result += enumCases }
    }
    if context.isType { result.removeAll { $0.kind != .type } }
    result += Self.keywords(context)
    var seen: Set<String> = []
    return result.filter { $0.text.hasPrefix(context.prefix) && seen.insert($0.text).inserted }
      .sorted { ($0.rank, $0.text) < ($1.rank, $1.text) }
  }

  static func keywords(_ context: CompletionContext) -> [Completion] {
    let words = Set(context.keywords.filter { $0.hasPrefix(context.prefix) })
    return words.sorted().map { Completion(text: $0, kind: .keyword, detail: "") }
  }

  private var environment: Environment { checker.environment }

  // MARK: Names

  private var names: [Completion] {
    var result: [Completion] = []
    var hasSelf = false
    var scope: Scope? = checker.scope
    while let current = scope {
      if current.names["self"] != nil { hasSelf = true }
      for (name, entity) in current.names { result += completion(name, entity) }
      if let type = current.memberType {
        let own = hasSelf ? type.selfType : Type.metatype(type.selfType)
        result += members(of: own)
        if hasSelf { result += members(of: .metatype(type.selfType)).filter { $0.kind == .type } }
      }
      scope = current.parent
    }
    for name in environment.names where name.hasPrefix(context.prefix) {
      if let entity = environment.lookUp(name) { result += completion(name, entity) }
    }
    if context.isType {
      result += ["Any", "Void"].map { Completion(text: $0, kind: .type, detail: "") }
    }
    return result
  }

  private func completion(_ name: String, _ entity: Entity) -> [Completion] {
    guard isName(name), name != "self" else { return [] }
    switch entity {
    case .variable(let variable):
      return [Completion(text: name, kind: .variable, detail: variable.type.resolved.description)]
    case .functions(let functions):
      return [Completion(text: name, kind: .function, detail: detail(functions, Substitution()))]
    case .type(let type): return [Completion(text: name, kind: .type, detail: type.description)]
    case .nominal(let nominal): return [Completion(text: name, kind: .type, detail: nominal.flavour.word)]
    case .alias(let alias): return [Completion(text: name, kind: .type, detail: alias.type.description)]
    }
  }

  private func isName(_ text: String) -> Bool {
    text.first.map { $0.isLetter || ($0 == "$" && context.prefix.hasPrefix("$")) } ?? false
  }

  // MARK: Members

  private func members(of base: Type, isImplicit: Bool = false) -> [Completion] {
    var isStatic = false
    var type = base.shallow
    if case .metatype(let instance) = type {
      isStatic = true
      type = instance.shallow
    }
    if let elements = type.tuple {
      return elements.enumerated().map { index, element in
        Completion(text: element.label ?? "\(index)", kind: .member, detail: element.type.description)
      }
    }
    var result: [Completion] = []
    for nominal in owners(of: type) {
      for name in environment.memberNames(of: nominal, isStatic: isStatic) where name.hasPrefix(context.prefix) {
        guard isName(name), name != "init", name != "subscript" else { continue }
        let members = environment.members(of: type, named: name, requirements: checker.requirements).filter {
          $0.isStatic == isStatic && checker.meets($0, type)
        }
        if let first = members.first { result.append(completion(name, first, members, type)) }
      }
    }
    // `.some(...)` is rarely meant: the members of what is wrapped come, too.
    if isImplicit, isStatic, let wrapped = type.wrapped {
      result += members(of: .metatype(wrapped), isImplicit: true)
      result.append(Completion(text: "none", kind: .enumCase, detail: "\(type)"))
    }
    return result
  }

  /// The type itself, its superclasses and its protocols.
  private func owners(of type: Type) -> [NominalType] {
    var result: [NominalType] = []
    var current = type.nominal
    while let nominal = current {
      result.append(nominal)
      current = nominal.superclass?.nominal
    }
    return result + environment.protocols(of: type, requirements: checker.requirements)
  }

  private func completion(_ name: String, _ member: Member, _ all: [Member], _ base: Type) -> Completion {
    let substitution = environment.memberSubstitution(owner: member.owner, base: base)
    switch member.kind {
    case .function:
      let functions = all.compactMap { member -> FunctionSymbol? in
        if case .function(let function) = member.kind { return function }
        return nil
      }
      return Completion(text: name, kind: .member, detail: detail(functions, substitution))
    case .property(let property):
      let type = checker.normalized(substitution.apply(property.type)).resolved
      return Completion(text: name, kind: .member, detail: type.description)
    case .enumCase(let enumCase):
      return Completion(text: name, kind: .enumCase, detail: enumCase.signature(substitution, base).text)
    case .type(let type): return Completion(text: name, kind: .type, detail: type.description)
    case .subscripting: return Completion(text: name, kind: .member, detail: "")
    }
  }

  private func detail(_ functions: [FunctionSymbol], _ substitution: Substitution) -> String {
    guard let first = functions.first else { return "" }
    let text = first.signatureText { checker.normalized(substitution.apply($0)) }
    return functions.count == 1 ? text : "\(text) and \(functions.count - 1) more"
  }

  /// `.float64` where the expected type is not known yet: the cases of all enums.
  private var enumCases: [Completion] {
    environment.names.flatMap { name -> [Completion] in
      guard case .nominal(let nominal)? = environment.lookUp(name) else { return [] }
      return nominal.cases.map { Completion(text: $0.name, kind: .enumCase, detail: nominal.name) }
    }
  }

  // MARK: Labels

  /// Labels that the next argument may have.
  private func labels(_ called: Probe.Called, _ call: CompletionContext.Call) -> [Completion] {
    called.signatures.flatMap { signature in
      signature.parameters(after: call.labelsBefore).compactMap { parameter in
        parameter.label.map { Completion(text: $0 + ":", kind: .label, detail: parameter.type) }
      }
    }
  }
}

extension Completion {
  /// What is asked for most comes first.
  fileprivate var rank: Int {
    switch kind {
    case .label: 0
    case .enumCase: 1
    case .variable, .function, .type, .member: 2
    case .keyword: 3
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
