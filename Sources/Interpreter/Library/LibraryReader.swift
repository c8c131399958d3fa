/// Declares the library - prelude, primitives, algorithms, the host's natives - in an environment of its
/// own, each piece when something first asks for its name.
final class LibraryReader {
  private unowned let environment: Environment
  private let index: LibraryIndex
  private var read: Set<ObjectIdentifier> = []
  /// Types of which the pieces that count as a whole were read.
  private var opened: Set<NominalType> = []
  /// Mistakes in the library's own text so far; none in a library that is tested.
  private(set) var problems: [Diagnostic] = []

  init(_ library: NativeLibrary, into environment: Environment) {
    self.environment = environment
    var index = LibraryIndex.standard
    if !library.isEmpty {
      var host = LibraryIndex()
      host.add(text: library.declarations)
      host.add(library.natives)
      index.add(host)
    }
    self.index = index
    problems += index.unreadable.map { Diagnostic(.syntax, "this declares nothing: \($0)", at: nil) }
    declareCoreTypes()
    for (name, documentation) in library.types {
      declare(NominalType(name, .host, documentation: documentation))
    }
  }

  private func declare(_ nominal: NominalType) {
    environment.state.names[nominal.name] = .nominal(nominal)
    var table = MemberTable()
    for parameter in nominal.genericParameters { table.associatedTypes[parameter.name] = .parameter(parameter) }
    environment.state.tables[nominal] = table
  }

  private func declareCoreTypes() {
    for nominal in NominalType.core { declare(nominal) }
    for nominal in NominalType.coreRanges + NominalType.coreStrides + NominalType.coreWrappers {
      for (index, field) in nominal.fields.enumerated() {
        let type = field.type
        let property = PropertySymbol(name: field.name, isMutable: nominal.flavour == .structure, access: .field(index))
        { type }
        environment.state.tables[nominal]?.add(
          Member(kind: .property(property), isStatic: false, owner: nominal), named: field.name)
      }
    }
    for nominal in NominalType.coreWrappers { declareInitializer(of: nominal) }
    var places = MemberTable()
    places.conformances = [Conformance(protocol: .hashable), Conformance(protocol: .comparable)]
    environment.state.tables[.stringIndex] = places
    environment.state.tables[.string]?.associatedTypes["Index"] = .nominal(.stringIndex, [])
    environment.state.tables[.substring]?.associatedTypes["Index"] = .nominal(.stringIndex, [])
  }

  /// The initialiser that takes all fields.
  private func declareInitializer(of nominal: NominalType) {
    let symbol = FunctionSymbol(
      name: "init", owner: nominal, outerParameters: nominal.genericParameters, implementation: .memberwise,
      declaration: nil, source: SourceText("", name: "library"), scope: Scope(parent: nil, environment: environment),
      signature: { _ in
        FunctionSymbol.Signature(
          parameters: nominal.fields.map { ParameterSymbol(label: $0.name, name: $0.name, type: $0.type) },
          result: nominal.selfType)
      })
    environment.state.tables[nominal]?.add(
      Member(kind: .function(symbol), isStatic: true, owner: nominal), named: "init")
  }

  // MARK: Reading on demand

  /// Before a name is looked up.
  func read(_ name: String) {
    for piece in index.globals[name] ?? [] { read(piece) }
  }

  /// Before the conformances of a type, or what a protocol demands, are looked at.
  func read(_ nominal: NominalType) {
    guard opened.insert(nominal).inserted else { return }
    for piece in index.owners[nominal.name]?.whole ?? [] { read(piece) }
  }

  /// Before a member of a type is looked up.
  func read(_ name: String, of nominal: NominalType) {
    read(nominal)
    for piece in index.owners[nominal.name]?.members[name] ?? [] { read(piece) }
  }

  /// Before an operator is looked up.
  func read(operator name: String) {
    for (_, piece) in index.operators[name] ?? [] { read(piece) }
  }

  /// Everything at once, for tests. What is not found under the name that its header was taken for is a mistake, too.
  func readEverything() {
    func note(_ name: String) {
      problems.append(Diagnostic(.syntax, "'\(name)' is not declared under this name", at: nil))
    }
    for name in index.globals.keys.sorted()
    where environment.lookUp(name) == nil && environment.operators(name).isEmpty { note(name) }
    for (ownerName, owner) in index.owners.sorted(by: { $0.key < $1.key }) {
      for piece in owner.whole { read(piece) }
      for (name, pieces) in owner.members.sorted(by: { $0.key < $1.key }) {
        for piece in pieces { read(piece) }
        guard case .nominal(let nominal)? = environment.lookUp(ownerName) else { continue }
        if environment.state.tables[nominal]?.members[name] == nil { note("\(ownerName).\(name)") }
      }
    }
  }

  private func read(_ piece: LibraryPiece) {
    guard read.insert(ObjectIdentifier(piece)).inserted else { return }
    let parsed = piece.parsed()
    let checker = Checker(environment: environment)
    checker.isLibrary = true
    checker.isGlobalLevel = true
    checker.libraryImplementation = piece.implementation
    checker.declareNames(parsed.statements)
    problems += parsed.diagnostics + checker.diagnostics
  }

  // MARK: Names without reading

  var globalNames: [String] { Array(index.globals.keys) }

  func memberNames(of nominal: NominalType, isStatic: Bool) -> Set<String> {
    guard let owner = index.owners[nominal.name] else { return [] }
    return isStatic ? owner.staticNames : owner.names
  }
}
