/// What is known about the members of a type.
struct MemberTable {
  var members: [String: [Member]] = [:]
  var conformances: [Conformance] = []
  /// Types by name: generic parameters, aliases, and what an associated type was found to be.
  var associatedTypes: [String: Type] = [:]
  /// The associated types that a protocol declares.
  var associated: [AssociatedType] = []
  /// The associated types that may be named in brackets: `Element` of `Sequence<Element>`.
  var primary: [String] = []
  /// What a protocol demands of `Self` and its associated types.
  var requirements: [Requirement] = []

  mutating func add(_ member: Member, named name: String) { members[name, default: []].append(member) }
}

struct Conformance {
  var `protocol`: NominalType
  var requirements: [Requirement] = []
}

/// `associatedtype Element: Comparable = Int`
struct AssociatedType {
  let name: String
  var bounds: [NominalType] = []
  var fallback: Type?
}

/// Everything that names can mean: what cells declared, above the library.
///
/// `state` is a value: kept before a cell runs, and put back if it fails. The library has an environment of its own, so
/// that no cell changes what its signatures mean; it is filled as names are looked up.
final class Environment {
  struct State {
    var names: [String: Entity] = [:]
    var tables: [NominalType: MemberTable] = [:]
    /// Operator functions over types of the host and of cells.
    var operators: [String: [FunctionSymbol]] = [:]
    /// Declared by cells, in order.
    var variables: [VariableSymbol] = []
    var functions: [FunctionSymbol] = []
    var types: [NominalType] = []
    /// Globals that a cell declared and none gave a value yet.
    var unsetVariables: [VariableSymbol] = []
    /// How many cells ran; the library is cell 0.
    var cell = 0
    var globalCount = 0
    /// Whether a class has a `deinit`, so that code looks for objects that nobody owns any more.
    var hasDeinitializers = false
    var operatorTable = OperatorTable.standard
    /// Whether the last cell reads the result of an earlier one, `_` or `_3`: a compiled program has none.
    var readsResults = false
    /// The places of variables by name, one for each type that a name has had.
    var globalPlaces: [String: [(type: Type, slot: Int)]] = [:]
  }
  var state = State()
  /// The environment below; nil for the library's own.
  let library: Environment?
  /// Reads what is looked up; only in the library's own environment.
  private(set) var reader: LibraryReader?
  /// Whether types behind `some` are seen: by what compiles and runs, not by what checks.
  var revealsOpaqueTypes = false
  /// Associated types that are being looked for.
  var openQuestions: Set<AssociatedTypeQuestion> = []

  /// The environment of cells.
  init(library: Environment) { self.library = library }

  /// The library's own environment.
  init(reading library: NativeLibrary) {
    self.library = nil
    reader = LibraryReader(library, into: self)
  }

  func lookUp(_ name: String) -> Entity? {
    reader?.read(name)
    return state.names[name] ?? library?.lookUp(name)
  }

  func operators(_ name: String) -> [FunctionSymbol] {
    reader?.read(operator: name)
    return joined(library?.operators(name), state.operators[name])
  }

  /// All names that have a meaning.
  var names: Set<String> {
    (library?.names ?? []).union(state.names.keys).union(reader?.globalNames ?? [])
  }

  /// Arrays are joined only where both have elements.
  private func joined<Element>(_ below: [Element]?, _ own: [Element]?) -> [Element] {
    guard let below, !below.isEmpty else { return own ?? [] }
    guard let own, !own.isEmpty else { return below }
    return below + own
  }

  // MARK: Members

  /// Members of one nominal type itself, without its protocols.
  func ownMembers(of nominal: NominalType, named name: String) -> [Member] {
    reader?.read(name, of: nominal)
    return joined(library?.ownMembers(of: nominal, named: name), state.tables[nominal]?.members[name])
  }

  func conformances(of nominal: NominalType) -> [Conformance] {
    reader?.read(nominal)
    return joined(library?.conformances(of: nominal), state.tables[nominal]?.conformances)
  }

  /// What the declaration of a type says, without the extensions of later layers.
  func declarationTable(of nominal: NominalType) -> MemberTable? {
    reader?.read(nominal)
    return library?.declarationTable(of: nominal) ?? state.tables[nominal]
  }

  /// An alias, a generic parameter, or what an associated type was found to be.
  func knownAssociatedType(_ name: String, of nominal: NominalType) -> Type? {
    reader?.read(nominal)
    return state.tables[nominal]?.associatedTypes[name] ?? library?.knownAssociatedType(name, of: nominal)
  }

  /// Names of the members of a type itself.
  func memberNames(of nominal: NominalType, isStatic: Bool) -> Set<String> {
    reader?.read(nominal)
    var result = library?.memberNames(of: nominal, isStatic: isStatic) ?? []
    for (name, members) in state.tables[nominal]?.members ?? [:]
    where members.contains(where: { $0.isStatic == isStatic }) { result.insert(name) }
    return result.union(reader?.memberNames(of: nominal, isStatic: isStatic) ?? [])
  }

  /// Protocols that a type conforms to, with those they inherit, nearest first.
  func protocols(of type: Type, requirements: [Requirement] = []) -> [NominalType] {
    var result: [NominalType] = []
    func add(_ proto: NominalType) {
      guard !result.contains(proto) else { return }
      result.append(proto)
      for inherited in proto.inheritedProtocols { add(inherited) }
    }
    let type = type.shallow
    switch type {
    case .nominal(let nominal, _):
      var current: NominalType? = nominal
      while let nominal = current {
        for conformance in conformances(of: nominal) { add(conformance.protocol) }
        current = nominal.superclass?.nominal
      }
    case .parameter(let parameter):
      for bound in parameter.bounds { add(bound) }
      if let superclass = parameter.superclass { for bound in self.protocols(of: superclass) { add(bound) } }
    case .existential(let protocols): for proto in protocols { add(proto) }
    case .variable(let variable): for bound in variable.bounds { add(bound) }
    case .dependent: for bound in boundsOfDependent(type) { add(bound) }
    default: break
    }
    for requirement in requirements {
      guard case .conforms(let proto) = requirement.relation else { continue }
      if reduced(requirement.subject, requirements) == reduced(type, requirements) { add(proto) }
    }
    return result
  }

  /// All members with a name, those of the type before those of its superclasses and protocols.
  func members(of type: Type, named name: String, requirements: [Requirement] = []) -> [Member] {
    var result: [Member] = []
    var current = type.classOrSelf.nominal
    while let nominal = current {
      result += ownMembers(of: nominal, named: name)
      current = nominal.superclass?.nominal
    }
    for proto in protocols(of: type, requirements: requirements) { result += ownMembers(of: proto, named: name) }
    return result
  }

  /// Whether `type` conforms to `proto`, also under the conditions of a conditional conformance.
  func conforms(_ type: Type, to proto: NominalType, requirements: [Requirement] = []) -> Bool {
    let type = type.shallow
    if proto === NominalType.keyPathRoot { return true }
    if let constraint = proto.constraint { return conforms(type, to: constraint, requirements: requirements) }
    if proto === NominalType.anyObject, case .nominal(let nominal, _) = type { return nominal.flavour == .class }
    switch type {
    case .error: return true
    case .nominal(let nominal, let arguments):
      if nominal === NominalType.never { return true }
      var current: NominalType? = nominal
      while let owner = current {
        let substitution = Substitution(owner.genericParameters, owner === nominal ? arguments : [])
        for conformance in conformances(of: owner) where inherits(conformance.protocol, proto) {
          if conformance.requirements.allSatisfy({ holds($0, under: substitution, requirements: requirements) }) {
            return true
          }
        }
        current = owner.superclass?.nominal
      }
      return false
    case .parameter, .dependent, .existential:
      return protocols(of: type, requirements: requirements).contains(proto)
    case .variable(let variable):
      switch variable.literal {
      case .integer?: return conforms(.int, to: proto) || conforms(.double, to: proto)
      case .floatingPoint?: return conforms(.double, to: proto)
      case nil: return true
      }
    case .tuple, .function, .metatype: return false
    }
  }

  func inherits(_ child: NominalType, _ parent: NominalType) -> Bool {
    child === parent || child.inheritedProtocols.contains { inherits($0, parent) }
  }

  func holds(_ requirement: Requirement, under substitution: Substitution, requirements: [Requirement] = []) -> Bool {
    let subject = reduced(substitution.apply(requirement.subject), requirements)
    switch requirement.relation {
    case .conforms(let proto): return conforms(subject, to: proto, requirements: requirements)
    case .equals(let type):
      let other = reduced(substitution.apply(type), requirements)
      return mayBeEqual(subject, other)
    }
  }

  /// Whether two types are equal as far as they are known.
  private func mayBeEqual(_ left: Type, _ right: Type) -> Bool {
    switch (left.shallow, right.shallow) {
    case (.variable(let variable), let other), (let other, .variable(let variable)):
      guard variable.literal != nil, case .nominal = other else { return true }
      return other.isNumber
    case (.nominal(let first, let firstArguments), .nominal(let second, let secondArguments)):
      return first === second && zip(firstArguments, secondArguments).allSatisfy(mayBeEqual)
    default: return left.hasVariables || right.hasVariables || left.resolved == right.resolved
    }
  }
}

/// Types in place of generic parameters.
struct Substitution {
  var types: [GenericParameter: Type] = [:]

  init() {}
  init(_ parameters: [GenericParameter], _ types: [Type]) {
    for (parameter, type) in zip(parameters, types) { self.types[parameter] = type }
  }

  func apply(_ type: Type) -> Type {
    if types.isEmpty { return type }
    return type.transformed { part in
      if case .parameter(let parameter) = part { return types[parameter] ?? part }
      return part
    }
  }
}
