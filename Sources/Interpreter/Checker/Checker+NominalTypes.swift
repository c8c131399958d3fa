/// Declarations of structs, enums, classes, protocols and extensions.
///
/// They may use one another in any order, so all of them take one step before any takes the next: names, aliases,
/// conformances, members.
extension Checker {
  /// Makes the types and extensions of a block known, with their members.
  func declareTypes(_ statements: [Statement]) -> [OpenDeclaration] {
    var opened: [OpenDeclaration] = []
    var aliases: [PendingAlias] = []
    for statement in statements {
      guard case .declaration(let declaration) = statement.kind else { continue }
      switch declaration.kind {
      case .type(let type): open(type, declaration, into: &opened, &aliases)
      case .typeAlias(let name, let parameters, let type):
        aliases.append(pendingAlias(name, parameters, type) { [self] in setName(name, .type($0)) })
      default: break
      }
    }
    var extensions: [OpenDeclaration] = []
    for statement in statements {
      guard case .declaration(let declaration) = statement.kind, case .extension(let written) = declaration.kind,
        let extended = open(written, into: &opened, &aliases)
      else { continue }
      extensions.append(extended)
    }
    bindParameters(of: opened)
    resolveAliases(aliases)
    opened += extensions
    for declaration in opened { declareConformances(declaration) }
    for declaration in opened { declareMembers(declaration, among: opened) }
    return opened
  }

  // MARK: Names

  private func open(
    _ type: TypeDeclaration, _ declaration: Declaration, outer: NominalType? = nil,
    into opened: inout [OpenDeclaration], _ aliases: inout [PendingAlias]
  ) {
    let nominal = declareType(type, declaration, outer: outer)
    nominal.isFinal = declaration.modifiers.contains("final")
    let result = OpenDeclaration(nominal, typeScope(nominal), .type(type), type.nameRange)
    result.modifiers = declaration.modifiers
    opened.append(result)
    openMembers(of: result, into: &opened, &aliases)
  }

  private func open(
    _ written: ExtensionDeclaration, into opened: inout [OpenDeclaration], _ aliases: inout [PendingAlias]
  ) -> OpenDeclaration? {
    guard let nominal = extendedType(written) else {
      if case .named(let path, _) = written.extended.kind {
        report("cannot find type '\(path.joined(separator: "."))' in scope", at: written.extended.range)
      }
      return nil
    }
    if environment.state.tables[nominal] == nil { environment.state.tables[nominal] = MemberTable() }
    let result = OpenDeclaration(nominal, typeScope(nominal), .extension(written), written.extended.range)
    openMembers(of: result, into: &opened, &aliases)
    return result
  }

  /// Types and aliases inside a type.
  private func openMembers(
    of declaration: OpenDeclaration, into opened: inout [OpenDeclaration], _ aliases: inout [PendingAlias]
  ) {
    let nominal = declaration.nominal
    let (outerScope, outerGlobal) = (scope, isGlobalLevel)
    (scope, isGlobalLevel) = (declaration.scope, false)
    defer { (scope, isGlobalLevel) = (outerScope, outerGlobal) }
    for member in declaration.members {
      switch member.kind {
      case .type(let type): open(type, member, outer: nominal, into: &opened, &aliases)
      case .typeAlias(let name, let parameters, let type):
        aliases.append(
          pendingAlias(name, parameters, type) { [self] in
            environment.state.tables[nominal]?.associatedTypes[name] = $0
          })
      default: break
      }
    }
  }

  private func declareType(_ type: TypeDeclaration, _ declaration: Declaration, outer: NominalType?) -> NominalType {
    let flavour: NominalType.Flavour =
      switch type.flavour {
      case .structure: .structure
      case .enumeration: .enumeration
      case .class: .class
      case .protocol: .protocol
      }
    let known = isLibrary ? NominalType.core.first { $0.name == type.name } : nil
    // A type within a generic one is generic too.
    let inherited = outer?.genericParameters ?? (isGlobalLevel ? [] : context.enclosingParameters)
    let nominal =
      known
      ?? NominalType(
        type.name, flavour, parameters: inherited + type.genericParameters.map { GenericParameter($0.name) },
        documentation: declaration.documentation)
    if known == nil {
      nominal.outer = outer
      nominal.outerParameterCount = inherited.count
      if !isLibrary { nominal.module = "main" }
    }
    environment.state.tables[nominal] = MemberTable()
    for parameter in nominal.genericParameters {
      environment.state.tables[nominal]?.associatedTypes[parameter.name] = .parameter(parameter)
    }
    setName(type.name, .nominal(nominal))
    if isGlobalLevel, !isLibrary { environment.state.types.append(nominal) }
    if let outer {
      environment.state.tables[outer]?.add(
        Member(kind: .type(nominal.selfTypeOrExistential), isStatic: true, owner: outer), named: type.name)
    }
    return nominal
  }

  private func typeScope(_ nominal: NominalType) -> Scope {
    let result = Scope(parent: scope)
    result.memberType = nominal
    for parameter in nominal.genericParameters { result.names[parameter.name] = .type(.parameter(parameter)) }
    result.names["Self"] = .type(nominal.selfType)
    return result
  }

  private func extendedType(_ written: ExtensionDeclaration) -> NominalType? {
    switch written.extended.kind {
    case .array: return .array
    case .dictionary: return .dictionary
    case .optional: return .optional
    case .named(let path, _):
      var entity = lookUp(path[0])
      for name in path.dropFirst() {
        guard case .nominal(let outer)? = entity else { break }
        entity =
          environment.ownMembers(of: outer, named: name).lazy.compactMap { member -> Entity? in
            if case .type(let type) = member.kind { return type.nominal.map { .nominal($0) } }
            return nil
          }.first
      }
      switch entity {
      case .nominal(let found)?: return found
      case .type(let type)?: return type.nominal
      default: return nil
      }
    default: return nil
    }
  }

  // MARK: Conformances

  /// Before aliases are resolved: `typealias Element = Base.Element` needs what `Base` conforms to. Constraints that
  /// need an alias themselves have their turn later.
  private func bindParameters(of opened: [OpenDeclaration]) {
    let outer = scope
    defer { scope = outer }
    for declaration in opened {
      guard case .type(let type) = declaration.written else { continue }
      scope = declaration.scope
      _ = attempt { bindParameters(of: type, declaration.nominal) }
    }
  }

  /// Gives the generic parameters of a type their constraints.
  private func bindParameters(of type: TypeDeclaration, _ nominal: NominalType) -> [GenericParameter] {
    let own = Array(nominal.genericParameters.dropFirst(nominal.outerParameterCount))
    for (written, parameter) in zip(type.genericParameters, own) {
      if let constraint = written.constraint { bind(parameter, to: constraint) }
    }
    return own
  }

  private func declareConformances(_ declaration: OpenDeclaration) {
    let nominal = declaration.nominal
    let outer = scope
    scope = declaration.scope
    defer { scope = outer }
    switch declaration.written {
    case .type(let type):
      let own = bindParameters(of: type, nominal)
      declaration.requirements = requirements(type.requirements, boundsOf: own)
      if type.flavour == .protocol { declareAssociatedTypes(type, nominal) }
      inherit(type.inherited, declaration)
    case .extension(let written):
      declaration.requirements = requirements(written.requirements) + conditions(of: written, nominal)
      inherit(written.inherited, declaration)
    }
    declaration.scope.requirements = declaration.requirements
  }

  /// `extension [Int]` and `extension Array<Int>` say what the elements are.
  private func conditions(of written: ExtensionDeclaration, _ nominal: NominalType) -> [Requirement] {
    let arguments: [TypeName] =
      switch written.extended.kind {
      case .array(let element), .optional(let element): [element]
      case .dictionary(let key, let value): [key, value]
      case .named(_, let arguments): arguments
      default: []
      }
    return zip(nominal.genericParameters.dropFirst(nominal.outerParameterCount), arguments).map {
      Requirement(subject: .parameter($0), relation: .equals(resolve($1)))
    }
  }

  private func declareAssociatedTypes(_ type: TypeDeclaration, _ nominal: NominalType) {
    guard let selfParameter = nominal.selfParameter else { return }
    var written: [(AssociatedTypeDeclaration, Int)] = []
    for member in type.members {
      guard case .associatedType(let declared) = member.kind else { continue }
      written.append((declared, environment.state.tables[nominal]?.associated.count ?? 0))
      environment.state.tables[nominal]?.associated.append(AssociatedType(name: declared.name))
    }
    var conditions = requirements(type.requirements)
    for (declared, index) in written {
      // Typed before the table is touched: typing looks into the table.
      let (bounds, fallback) = (declared.inherited.flatMap(protocols), declared.fallback.map(resolve))
      environment.state.tables[nominal]?.associated[index].bounds = bounds
      environment.state.tables[nominal]?.associated[index].fallback = fallback
      conditions += requirements(declared.requirements)
    }
    for condition in conditions {
      // `protocol P where Self: Q`
      if condition.subject == .parameter(selfParameter), case .conforms(let proto) = condition.relation,
        !environment.inherits(proto, nominal)
      {
        nominal.inheritedProtocols.append(proto)
      }
    }
    environment.state.tables[nominal]?.requirements = conditions
    environment.state.tables[nominal]?.primary = type.primaryAssociatedTypes
  }

  private func inherit(_ names: [TypeName], _ declaration: OpenDeclaration) {
    let nominal = declaration.nominal
    for name in names {
      if ["Sendable", "Codable"].contains(name.plainName) { continue }
      if nominal.flavour == .enumeration, let raw = Self.rawType(name) {
        nominal.rawType = raw
        environment.state.tables[nominal]?.conformances.append(Conformance(protocol: .rawRepresentable))
        environment.state.tables[nominal]?.associatedTypes["RawValue"] = raw
        continue
      }
      let type = resolve(name)
      if case .existential(let protocols) = type {
        for proto in protocols { conform(declaration, to: proto) }
      } else if nominal.flavour == .class, type.isClass {
        setSuperclass(type, of: nominal, at: name.range, isFirst: name.range.start == names[0].range.start)
      } else if !type.isError {
        report("'\(nominal.name)' cannot inherit from '\(type)'", at: name.range)
      }
    }
  }

  private func setSuperclass(_ type: Type, of nominal: NominalType, at range: SourceRange, isFirst: Bool) {
    var ancestor = type.nominal
    while let current = ancestor, current !== nominal { ancestor = current.superclass?.nominal }
    if ancestor != nil {
      report("'\(nominal.name)' inherits from itself", at: range)
    } else if let other = nominal.superclass {
      report("'\(nominal.name)' has a superclass already, '\(other)'", at: range, notes: ["a class has one superclass"])
    } else if !isFirst {
      report("the superclass '\(type)' stands before the protocols", at: range)
    } else if type.nominal?.isFinal == true {
      report("'\(type)' is final and cannot be inherited from", at: range)
    } else {
      nominal.superclass = type
    }
  }

  private func conform(_ declaration: OpenDeclaration, to proto: NominalType) {
    let nominal = declaration.nominal
    guard nominal.flavour == .protocol else {
      // The conditions of a generic type hold for all its values; those of an extension are conditions of the conformance.
      var conformance = Conformance(protocol: proto)
      if case .extension = declaration.written { conformance.requirements = declaration.requirements }
      if declaration.conformances.contains(where: { $0.protocol === proto }) { return }
      declaration.conformances.append(conformance)
      environment.state.tables[nominal]?.conformances.append(conformance)
      return
    }
    // What the library's own protocols inherit is known without its text.
    if environment.inherits(proto, nominal) {
      report("'\(nominal.name)' inherits from itself", at: declaration.range)
    } else if !nominal.inheritedProtocols.contains(proto), !(isLibrary && NominalType.coreProtocols.contains(nominal)) {
      nominal.inheritedProtocols.append(proto)
    }
  }

  private static func rawType(_ name: TypeName) -> Type? {
    return ([.string, .character, .double, .float] + IntegerKind.allCases.map { .nominal($0.nominal, []) })
      .first { $0.nominal?.name == name.plainName }
  }

  // MARK: Members

  private func declareMembers(_ declaration: OpenDeclaration, among all: [OpenDeclaration]) {
    guard !declaration.hasMembers else { return }
    declaration.hasMembers = true
    let nominal = declaration.nominal
    // The properties of a superclass come before those of the class.
    if case .type = declaration.written, let superclass = nominal.superclass?.nominal {
      for other in all where other.nominal === superclass { declareMembers(other, among: all) }
      let substitution = environment.memberSubstitution(owner: superclass, base: nominal.selfType)
      nominal.fields =
        substitution.types.isEmpty
        ? superclass.fields : superclass.fields.map { StoredField(inherited: $0, substitution) }
    }
    let outer = scope
    scope = declaration.scope
    defer { scope = outer }
    switch declaration.written {
    case .type(let type):
      if type.flavour == .enumeration { declareCases(type, nominal) }
      declareMembers(
        type.members, nominal, scope, requirements: [], isProtocol: type.flavour == .protocol, isExtension: false)
      if type.flavour == .structure || type.flavour == .class { addInitializers(nominal, type, scope) }
    case .extension(let written):
      declareMembers(
        written.members, nominal, scope, requirements: declaration.requirements, isProtocol: false, isExtension: true)
    }
  }

  /// One extension by itself: the library's signatures are read one by one.
  func declareExtension(_ written: ExtensionDeclaration) {
    var opened: [OpenDeclaration] = []
    var aliases: [PendingAlias] = []
    guard let extended = open(written, into: &opened, &aliases) else { return }
    resolveAliases(aliases)
    declareConformances(extended)
    declareMembers(extended, among: [])
  }
}

/// A type or extension between its name and its members.
final class OpenDeclaration {
  enum Written {
    case type(TypeDeclaration)
    case `extension`(ExtensionDeclaration)
  }
  let nominal: NominalType
  let scope: Scope
  let written: Written
  /// Where it is named.
  let range: SourceRange
  /// Conditions of an extension, or of a generic type.
  var requirements: [Requirement] = []
  /// The protocols that it names.
  var conformances: [Conformance] = []
  var hasMembers = false
  /// `final`, `indirect`
  var modifiers: [String] = []

  init(_ nominal: NominalType, _ scope: Scope, _ written: Written, _ range: SourceRange) {
    self.nominal = nominal
    self.scope = scope
    self.written = written
    self.range = range
  }

  var members: [Declaration] {
    switch written {
    case .type(let type): type.members
    case .extension(let written): written.members
    }
  }
}

extension TypeName {
  /// The name of a type that is one plain word.
  var plainName: String? {
    guard case .named(let path, _) = kind, path.count == 1 else { return nil }
    return path.first
  }
}
