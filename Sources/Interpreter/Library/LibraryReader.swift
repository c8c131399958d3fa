/// Reads the library - prelude, primitives, the standard library's natives, the host's - into an environment.
///
/// All signatures are parsed as one text, one declaration each, so that the n-th statement belongs to the n-th entry.
struct LibraryReader {
  let environment: Environment
  /// Mistakes in the library's own text; none in a library that is tested.
  private(set) var problems: [Diagnostic] = []

  /// One signature with what stands behind it.
  private struct Entry {
    var owner: String?
    var signature: String
    var documentation: String
    var implementation: (_ isSetter: Bool) -> FunctionSymbol.Implementation
  }

  init(_ library: NativeLibrary, into environment: Environment) {
    self.environment = environment
    declareCoreTypes()
    for (name, documentation) in library.types {
      declare(NominalType(name, .host, documentation: documentation))
    }
    readDeclarations(Prelude.text)
    readDeclarations(library.declarations)
    readEntries(
      Primitives.all.map { primitive in
        Entry(owner: primitive.owner, signature: primitive.signature, documentation: primitive.documentation) {
          isSetter in
          .primitive(isSetter ? primitive.setter ?? primitive.name : primitive.name)
        }
      }
        + (StandardLibrary.natives + library.natives).map { native in
          Entry(owner: native.owner, signature: native.signature, documentation: native.documentation) { isSetter in
            isSetter ? .nativeSetter(native) : .native(native)
          }
        })
    readDeclarations(Algorithms.text)
  }

  private func declare(_ nominal: NominalType) {
    environment.state.names[nominal.name] = .nominal(nominal)
    var table = MemberTable()
    for parameter in nominal.genericParameters { table.associatedTypes[parameter.name] = .parameter(parameter) }
    environment.state.tables[nominal] = table
  }

  private func declareCoreTypes() {
    for nominal in NominalType.core { declare(nominal) }
    for nominal in NominalType.coreRanges + NominalType.coreStrides {
      for (index, field) in nominal.fields.enumerated() {
        let type = field.type
        let property = PropertySymbol(name: field.name, isMutable: false, access: .field(index)) { type }
        environment.state.tables[nominal]?.add(
          Member(kind: .property(property), isStatic: false, owner: nominal), named: field.name)
      }
    }
  }

  private func checker() -> Checker {
    let checker = Checker(environment: environment)
    checker.isLibrary = true
    checker.isGlobalLevel = true
    return checker
  }

  private mutating func readDeclarations(_ text: String) {
    let parsed = parse(SourceText(text, name: "library"))
    let checker = checker()
    checker.declareNames(parsed.statements)
    problems += parsed.diagnostics + checker.diagnostics
  }

  private mutating func readEntries(_ entries: [Entry]) {
    let text = entries.map { entry in
      entry.owner.map { "extension \($0) { \(entry.signature) }" } ?? entry.signature
    }
    let parsed = parse(SourceText(text.joined(separator: "\n"), name: "library"))
    problems += parsed.diagnostics
    let checker = checker()
    for (statement, entry) in zip(parsed.statements, entries) {
      guard case .declaration(let declaration) = statement.kind else { continue }
      checker.libraryImplementation = entry.implementation
      switch declaration.kind {
      case .extension(let written):
        for index in written.members.indices { written.members[index].documentation = entry.documentation }
        checker.declareExtension(written)
      case .function(let function):
        var documented = declaration
        documented.documentation = entry.documentation
        checker.declareFunction(function, documented)
      default: break
      }
    }
    problems += checker.diagnostics
    if parsed.statements.count != entries.count {
      problems.append(
        Diagnostic(.syntax, "\(entries.count) signatures gave \(parsed.statements.count) declarations", at: nil))
    }
    markElementAccess()
  }

  /// `subscript(_ indices: Int...) -> Double` of a host type has an instruction of its own.
  private func markElementAccess() {
    for (nominal, table) in environment.state.tables where nominal.flavour == .host {
      for member in table.members["subscript"] ?? [] {
        guard case .subscripting(let symbol) = member.kind else { continue }
        let signature = symbol.getter.signature
        guard signature.result == .double, signature.parameters.count == 1, signature.parameters[0].isVariadic,
          signature.parameters[0].type == .int
        else { continue }
        symbol.getter.isElementAccess = true
        symbol.setter?.isElementAccess = true
      }
    }
  }
}
