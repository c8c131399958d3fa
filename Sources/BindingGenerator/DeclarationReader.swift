internal import SwiftParser
internal import SwiftSyntax

/// Reads one source file of the engine: which of its declarations are words of the learner's language?
///
/// A word is a `public` declaration, or a *core*: a `package` declaration that throws and has an example.
struct DeclarationReader {
  private(set) var vocabulary = Vocabulary()
  let module: String
  let file: String
  private let converter: SourceLocationConverter

  static func read(_ text: String, module: String, file: String) -> Vocabulary {
    let tree = Parser.parse(source: text)
    var reader = DeclarationReader(
      module: module, file: file, converter: SourceLocationConverter(fileName: file, tree: tree))
    for statement in tree.statements {
      if case .decl(let declaration) = statement.item { reader.read(declaration, owner: nil) }
    }
    return reader.vocabulary
  }

  private init(module: String, file: String, converter: SourceLocationConverter) {
    self.module = module
    self.file = file
    self.converter = converter
  }

  private func place(of node: some SyntaxProtocol) -> Place {
    Place(module: module, file: file, line: node.startLocation(converter: converter).line)
  }

  private mutating func refuse(_ node: some SyntaxProtocol, _ message: String) {
    vocabulary.errors.append(BindingError(place: place(of: node), message: message))
  }

  private mutating func read(_ declaration: DeclSyntax, owner: String?) {
    if let function = declaration.as(FunctionDeclSyntax.self) {
      read(function, owner: owner)
    } else if let initializer = declaration.as(InitializerDeclSyntax.self) {
      read(initializer, owner: owner)
    } else if let variable = declaration.as(VariableDeclSyntax.self) {
      read(variable, owner: owner)
    } else if let index = declaration.as(SubscriptDeclSyntax.self) {
      if standing(of: index, index.modifiers, name: "subscript", canThrow: true) != nil {
        refuse(index, "a subscript's setter cannot throw: write a core and mark it '// bindgen: subscript'")
      }
    } else if let type = declaration.as(StructDeclSyntax.self) {
      read(type, kind: .structure, type.genericParameterClause, owner: owner)
    } else if let type = declaration.as(EnumDeclSyntax.self) {
      readEnumeration(type, owner: owner)
    } else if let type = declaration.as(ProtocolDeclSyntax.self) {
      if isPublic(type.modifiers), directives(of: type).skip == nil {
        add(type, kind: .protocol, name: type.name.text, owner: owner)
      }
    } else if let type = declaration.as(ClassDeclSyntax.self) {
      if isPublic(type.modifiers), directives(of: type).skip == nil {
        refuse(type, "a public class: only structs and enums cross into the language")
      }
    } else if let type = declaration.as(ActorDeclSyntax.self) {
      if isPublic(type.modifiers) { refuse(type, "a public actor: only structs and enums cross into the language") }
    } else if let type = declaration.as(TypeAliasDeclSyntax.self) {
      if isPublic(type.modifiers), directives(of: type).skip == nil {
        refuse(type, "a public type alias: the language has no aliases of the engine's")
      }
    } else if let addition = declaration.as(ExtensionDeclSyntax.self) {
      read(addition)
    } else if let condition = declaration.as(IfConfigDeclSyntax.self) {
      for clause in condition.clauses {
        switch clause.elements {
        case .statements(let statements):
          for case .decl(let declaration) in statements.map(\.item) { read(declaration, owner: owner) }
        case .decls(let members):
          for member in members { read(member.decl, owner: owner) }
        default: break
        }
      }
    }
  }

  // MARK: Types

  private mutating func read(
    _ type: some DeclGroupSyntax & NamedDeclSyntax, kind: TypeWord.Kind, _ generics: GenericParameterClauseSyntax?,
    owner: String?
  ) {
    let isWord = isPublic(type.modifiers) && directives(of: type).skip == nil
    if isWord, generics != nil {
      refuse(type, "a generic type cannot cross into the language")
    } else if isWord {
      add(type, kind: kind, name: type.name.text, owner: owner)
    }
    guard owner == nil else { return }
    note(type.inheritanceClause, of: type.name.text, at: type)
    // Members of a type that is not public cannot be meant for learners.
    if isWord { for member in type.memberBlock.members { read(member.decl, owner: type.name.text) } }
  }

  private mutating func readEnumeration(_ type: EnumDeclSyntax, owner: String?) {
    guard isPublic(type.modifiers), directives(of: type).skip == nil else { return }
    var cases: [TypeWord.Case] = []
    for member in type.memberBlock.members {
      guard let declaration = member.decl.as(EnumCaseDeclSyntax.self) else { continue }
      for element in declaration.elements {
        if element.parameterClause != nil {
          refuse(element, "an enum with payloads cannot cross into the language: make '\(type.name.text)' a struct")
          return
        }
        cases.append(
          TypeWord.Case(
            name: element.name.text, documentation: DocComment.text(before: declaration.leadingTrivia)))
      }
    }
    read(type, kind: .enumeration(cases: cases), type.genericParameterClause, owner: owner)
  }

  private mutating func add(_ node: some SyntaxProtocol, kind: TypeWord.Kind, name: String, owner: String?) {
    let documentation = DocComment.text(before: node.leadingTrivia)
    if owner != nil {
      refuse(node, "a nested public type: the language's types from the engine are all at the top")
    } else if documentation.isEmpty {
      refuse(node, "'\(name)' is public, so learners meet it: it needs a doc comment")
    } else {
      vocabulary.types.append(TypeWord(place: place(of: node), kind: kind, name: name, documentation: documentation))
    }
  }

  private mutating func note(_ clause: InheritanceClauseSyntax?, of type: String, at node: some SyntaxProtocol) {
    let protocols = clause?.inheritedTypes.compactMap { $0.type.as(IdentifierTypeSyntax.self)?.name.text } ?? []
    guard !protocols.isEmpty else { return }
    vocabulary.conformances.append(Conformance(place: place(of: node), type: type, protocols: protocols))
  }

  private mutating func read(_ addition: ExtensionDeclSyntax) {
    if isPublic(addition.modifiers) || has(.package, addition.modifiers) {
      refuse(addition, "write the access level at each declaration, not at the extension")
      return
    }
    let extended = LanguageType(addition.extendedType)?.text ?? addition.extendedType.trimmedDescription
    note(addition.inheritanceClause, of: extended, at: addition)
    if let condition = addition.genericWhereClause?.requirements.trimmedDescription, condition.hasPrefix("Self ==") {
      return vocabulary.protocolExtensions.append(
        addition.trimmedDescription.replacing("public static", with: "static"))
    }
    let known = vocabulary.words.count
    for member in addition.memberBlock.members { read(member.decl, owner: extended) }
    if vocabulary.words.count > known, addition.genericWhereClause != nil {
      vocabulary.words.removeSubrange(known...)
      refuse(addition, "words of the language cannot be declared under a 'where' clause")
    }
  }

  // MARK: Functions, initialisers, properties

  private mutating func read(_ function: FunctionDeclSyntax, owner: String?) {
    let effects = function.signature.effectSpecifiers
    let throwing = effects?.throwsClause?.throwsSpecifier.tokenKind
    guard
      var word = begin(
        function, function.modifiers, owner: owner, name: function.name.text,
        canThrow: throwing == .keyword(.throws))
    else { return }
    if throwing == .keyword(.rethrows) { word.canThrow = true }
    if effects?.asyncSpecifier != nil { return refuse(function, "'\(word.name)' is async; the language is not") }
    word.isDiscardable = function.attributes.contains { $0.trimmedDescription == "@discardableResult" }
    if let clause = function.genericParameterClause {
      if clause.parameters.contains(where: { $0.inheritedType != nil }) || function.genericWhereClause != nil {
        return refuse(
          function, "'\(word.name)' is generic with a constraint: write one function for each type that learners use")
      }
      word.genericParameters = clause.parameters.map(\.name.text)
    }
    guard let parameters = read(function.signature.parameterClause, of: word) else { return }
    word.parameters = parameters
    if let result = function.signature.returnClause?.type {
      guard let type = language(result, in: word) else { return }
      word.result = type
    }
    if function.name.isOperator {
      guard !word.isCore, word.parameters.count == 2 else {
        return refuse(
          function,
          "an operator that throws cannot be called by module: give its example to a core such as 'adding(_:)'")
      }
      word.kind = .infixOperator
      for index in word.parameters.indices { word.parameters[index].label = word.parameters[index].name }
    }
    do throws(ShapeError) {
      vocabulary.words += try word.shaped(by: directives(of: function))
    } catch {
      refuse(function, error.message)
    }
  }

  private mutating func read(_ initializer: InitializerDeclSyntax, owner: String?) {
    guard
      var word = begin(
        initializer, initializer.modifiers, owner: owner, name: "init",
        canThrow: initializer.signature.effectSpecifiers?.throwsClause != nil)
    else { return }
    word.kind = .initializer
    guard initializer.optionalMark == nil, initializer.genericParameterClause == nil else {
      return refuse(initializer, "an initialiser of the language is neither failable nor generic")
    }
    guard let parameters = read(initializer.signature.parameterClause, of: word) else { return }
    word.parameters = parameters
    word.result = .named(owner ?? "")
    vocabulary.words.append(word)
  }

  private mutating func read(_ variable: VariableDeclSyntax, owner: String?) {
    guard let binding = variable.bindings.first, let name = binding.pattern.as(IdentifierPatternSyntax.self) else {
      return
    }
    let (canThrow, canSet) = abilities(of: variable, binding)
    guard
      var word = begin(
        variable, variable.modifiers, owner: owner, name: name.identifier.text, canThrow: canThrow)
    else { return }
    guard owner != nil else {
      return refuse(variable, "'\(word.name)' is a global; the language has none of the engine's")
    }
    guard let annotation = binding.typeAnnotation?.type else {
      return refuse(variable, "'\(word.name)' is public: write its type")
    }
    guard let type = language(annotation, in: word) else { return }
    word.kind = .property(canSet: canSet)
    word.result = type
    vocabulary.words.append(word)
  }

  private func abilities(
    of variable: VariableDeclSyntax, _ binding: PatternBindingSyntax
  ) -> (canThrow: Bool, canSet: Bool) {
    let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
    let hidesSetter = variable.modifiers.contains { $0.detail?.detail.text == "set" }
    guard let block = binding.accessorBlock else { return (false, !isConstant && !hidesSetter) }
    guard case .accessors(let accessors) = block.accessors else { return (false, false) }
    let canThrow = accessors.contains { $0.effectSpecifiers?.throwsClause != nil }
    let canSet = accessors.contains {
      [.keyword(.set), .keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind)
    }
    return (canThrow, canSet && !hidesSetter)
  }

  /// What is common to all words; nil if the declaration is not one.
  private mutating func begin(
    _ node: some SyntaxProtocol, _ modifiers: DeclModifierListSyntax, owner: String?, name: String, canThrow: Bool
  ) -> Word? {
    guard let isCore = standing(of: node, modifiers, name: name, canThrow: canThrow) else { return nil }
    let documentation = DocComment.text(before: node.leadingTrivia)
    let isWitness = ["description", "debugDescription"].contains(name)
    if name == "hash" && !isCore { return nil }
    if !isCore, !isWitness, DocComment.examples(in: documentation).isEmpty {
      refuse(
        node,
        "'\(name)' is public, so learners may type it: its doc comment needs an example (or '// bindgen: skip REASON')")
      return nil
    }
    if !isCore, canThrow {
      refuse(node, "'\(name)' is public and throws: make it a 'package' core, the public function is generated")
      return nil
    }
    return Word(
      place: place(of: node), kind: .function, owner: owner, name: name, coreName: name,
      isStatic: has(.static, modifiers), isMutating: has(.mutating, modifiers), isCore: isCore, canThrow: canThrow,
      documentation: documentation)
  }

  /// Nil for what is not a word; otherwise whether it is a core.
  private mutating func standing(
    of node: some SyntaxProtocol, _ modifiers: DeclModifierListSyntax, name: String, canThrow: Bool
  ) -> Bool? {
    if directives(of: node).skip != nil { return nil }
    if isPublic(modifiers) { return false }
    guard has(.package, modifiers) else { return nil }
    guard !DocComment.examples(in: DocComment.text(before: node.leadingTrivia)).isEmpty else { return nil }
    guard canThrow else {
      refuse(node, "'\(name)' has an example but cannot throw: make it public")
      return nil
    }
    return true
  }

  private mutating func read(_ clause: FunctionParameterClauseSyntax, of word: Word) -> [Word.Parameter]? {
    var parameters: [Word.Parameter] = []
    for parameter in clause.parameters {
      guard let type = language(parameter.type, in: word) else { return nil }
      if case .function(_, throws: false, _) = type {
        let name = (parameter.secondName ?? parameter.firstName).text
        refuse(parameter, "the closure '\(name)' must be declared 'throws': a fault inside it has to get out")
        return nil
      }
      let attributed = parameter.type.as(AttributedTypeSyntax.self)
      let attributes = attributed?.attributes.trimmedDescription ?? ""
      guard ["", "@escaping"].contains(attributes) else {
        refuse(parameter, "the language has no closures with '\(attributes)'")
        return nil
      }
      let first = parameter.firstName.text
      parameters.append(
        Word.Parameter(
          label: first == "_" ? nil : first, name: parameter.secondName?.text ?? first, type: type,
          isVariadic: parameter.ellipsis != nil,
          isInOut: attributed?.specifiers.contains { $0.trimmedDescription == "inout" } ?? false,
          attributes: attributes,
          defaultValue: parameter.defaultValue?.value.trimmedDescription))
    }
    if let odd = parameters.first(where: { $0.isInOut || $0.isVariadic }) {
      refuse(
        clause,
        "'\(odd.name)' is \(odd.isInOut ? "inout" : "variadic"), which cannot be passed on: take an array or return the new value"
      )
      return nil
    }
    return parameters
  }

  private mutating func language(_ type: TypeSyntax, in word: Word) -> LanguageType? {
    guard let converted = LanguageType(type) else {
      refuse(type, "'\(word.name)': the language has no type '\(type.trimmedDescription)'")
      return nil
    }
    guard let owner = word.owner else { return converted }
    return converted.replacing(["Self": .named(owner)])
  }

  // MARK: Modifiers and directives

  private func has(_ keyword: Keyword, _ modifiers: DeclModifierListSyntax) -> Bool {
    modifiers.contains { $0.name.tokenKind == .keyword(keyword) && $0.detail == nil }
  }

  private func isPublic(_ modifiers: DeclModifierListSyntax) -> Bool {
    has(.public, modifiers) || has(.open, modifiers)
  }

  private func directives(of node: some SyntaxProtocol) -> Directives {
    Directives(node.leadingTrivia)
  }
}

extension TokenSyntax {
  fileprivate var isOperator: Bool {
    switch tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: true
    default: false
    }
  }
}
