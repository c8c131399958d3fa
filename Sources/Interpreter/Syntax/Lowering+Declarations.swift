internal import SwiftSyntax

extension Lowering {
  /// Nil for what declares nothing: allowed imports, and what was refused.
  func declaration(_ node: DeclSyntax) -> Declaration? {
    nested(node, otherwise: nil) {
      let kind: Declaration.Kind
      var attributes: AttributeListSyntax?
      var modifiers: DeclModifierListSyntax?
      switch node.as(DeclSyntaxEnum.self) {
      case .variableDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        guard let variable = variable(node) else { return nil }
        kind = .variable(variable)
      case .functionDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .function(function(node))
      case .initializerDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .function(initializer(node))
      case .deinitializerDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        let result = FunctionDeclaration(role: .deinitializer, name: "deinit", nameRange: range(node.deinitKeyword))
        result.body = node.body.map(block)
        kind = .function(result)
      case .subscriptDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .function(subscriptFunction(node))
      case .structDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .type(type(.structure, node.name, node, node.genericParameterClause, node.genericWhereClause))
      case .enumDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .type(type(.enumeration, node.name, node, node.genericParameterClause, node.genericWhereClause))
      case .classDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .type(type(.class, node.name, node, node.genericParameterClause, node.genericWhereClause))
      case .protocolDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        let result = type(.protocol, node.name, node, nil, node.genericWhereClause)
        result.primaryAssociatedTypes =
          node.primaryAssociatedTypeClause?.primaryAssociatedTypes.map { name($0.name) } ?? []
        kind = .type(result)
      case .extensionDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        let result = ExtensionDeclaration(extended: type(node.extendedType))
        result.inherited = inherited(node.inheritanceClause)
        result.requirements = requirements(node.genericWhereClause)
        result.members = members(node.memberBlock)
        kind = .extension(result)
      case .typeAliasDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .typeAlias(
          name: declaredName(node.name), parameters: genericParameters(node.genericParameterClause),
          type(node.initializer.value))
      case .associatedTypeDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .associatedType(
          AssociatedTypeDeclaration(
            name: declaredName(node.name), inherited: inherited(node.inheritanceClause),
            requirements: requirements(node.genericWhereClause), fallback: node.initializer.map { type($0.value) }))
      case .enumCaseDecl(let node):
        (attributes, modifiers) = (node.attributes, node.modifiers)
        kind = .enumCases(node.elements.map(enumCase))
      case .operatorDecl, .precedenceGroupDecl: return nil
      case .importDecl(let node):
        refuseImport(node)
        return nil
      case .missingDecl(let node):
        if node.placeholder.presence == .present {
          report("write your own code in place of this", at: range(node.placeholder))
        }
        return nil
      case .unexpectedCodeDecl: return nil
      default:
        refuse(node)
        return nil
      }
      return Declaration(
        kind: kind, modifiers: words(attributes, modifiers), documentation: documentation(before: node),
        range: range(node))
    }
  }

  private func words(_ attributes: AttributeListSyntax?, _ modifiers: DeclModifierListSyntax?) -> [String] {
    var result: [String] = []
    for element in attributes ?? [] {
      guard case .attribute(let attribute) = element else {
        refuse(element)
        continue
      }
      let name = attribute.attributeName.trimmedDescription
      if ["discardableResult", "inlinable", "inline", "frozen", "usableFromInline"].contains(name) {
        result.append("@" + name)
      } else {
        refuse(element)
      }
    }
    for modifier in modifiers ?? [] {
      let name = modifier.name.text
      if ["async", "distributed", "isolated", "nonisolated"].contains(name) {
        refuseAsync(modifier.name)
      } else {
        result.append(modifier.detail == nil ? name : modifier.trimmedDescription)
      }
    }
    return result
  }

  /// The `///` lines and `/** */` comments right before a declaration.
  private func documentation(before node: DeclSyntax) -> String {
    var lines: [String] = []
    for piece in node.leadingTrivia {
      switch piece {
      case .docLineComment(let text):
        lines.append(text.dropFirst(text.hasPrefix("/// ") ? 4 : 3).description)
      case .docBlockComment(let text):
        lines += text.dropFirst(3).dropLast(2).split(separator: "\n", omittingEmptySubsequences: false).map { line in
          var line = line.drop { $0 == " " || $0 == "\t" }
          if line.hasPrefix("* ") { line = line.dropFirst(2) } else if line == "*" { line = "" }
          return String(line)
        }
      case .lineComment, .blockComment: break
      case .newlines(let count), .carriageReturns(let count), .carriageReturnLineFeeds(let count):
        if count > 1 { lines = [] }
      default: break
      }
    }
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  // MARK: Variables

  private func variable(_ node: VariableDeclSyntax) -> VariableDeclaration? {
    let isVariable: Bool
    switch node.bindingSpecifier.tokenKind {
    case .keyword(.let): isVariable = false
    case .keyword(.var): isVariable = true
    default:
      report("'\(node.bindingSpecifier.text)' is not part of Convbook's Swift", at: range(node.bindingSpecifier))
      return nil
    }
    var bindings: [VariableDeclaration.Binding] = []
    for element in node.bindings {
      let pattern = pattern(
        element.pattern, type: element.typeAnnotation, binding: isVariable ? .variable : .constant)
      bindings.append(
        VariableDeclaration.Binding(
          pattern: pattern, initializer: element.initializer.map { expression($0.value) },
          accessors: element.accessorBlock.map(accessors)))
    }
    // `let a, b: Int`: a type covers the names before it.
    var following: TypeName?
    for position in bindings.indices.reversed() {
      let binding = bindings[position]
      if binding.pattern.type != nil {
        following = binding.initializer == nil ? binding.pattern.type : nil
      } else if binding.initializer == nil, binding.accessors == nil {
        bindings[position].pattern.type = following
      } else {
        following = nil
      }
    }
    return VariableDeclaration(isVariable: isVariable, bindings: bindings)
  }

  private func accessors(_ node: AccessorBlockSyntax) -> Accessors {
    let result = Accessors()
    switch node.accessors {
    case .getter(let body): result.getter = statements(body)
    case .accessors(let list):
      result.isRequirement = !list.isEmpty && list.allSatisfy { $0.body == nil }
      for accessor in list { add(accessor, to: result) }
    }
    return result
  }

  private func add(_ accessor: AccessorDeclSyntax, to result: Accessors) {
    refuseAsync(accessor.effectSpecifiers?.asyncSpecifier)
    if let clause = accessor.effectSpecifiers?.throwsClause {
      report("a property that throws is not part of Convbook's Swift", at: range(clause))
    }
    let body = accessor.body.map(block) ?? []
    let parameter = accessor.parameters.map { declaredName($0.name) }
    switch accessor.accessorSpecifier.tokenKind {
    case .keyword(.get):
      result.getter = body
      result.changesWhenRead = accessor.modifier?.name.tokenKind == .keyword(.mutating)
    case .keyword(.set): result.setter = (parameter ?? "newValue", body)
    case .keyword(.willSet): result.willSet = (parameter ?? "newValue", body)
    case .keyword(.didSet): result.didSet = (parameter ?? "oldValue", body)
    default:
      report(
        "'\(accessor.accessorSpecifier.text)' is not part of Convbook's Swift", at: range(accessor.accessorSpecifier),
        notes: ["a property can have 'get', 'set', 'willSet' and 'didSet'"])
    }
  }

  // MARK: Functions

  private func function(_ node: FunctionDeclSyntax) -> FunctionDeclaration {
    let result = FunctionDeclaration(role: .function, name: declaredName(node.name), nameRange: range(node.name))
    fill(result, node.genericParameterClause, node.genericWhereClause, node.signature.parameterClause)
    fill(result, effects: node.signature.effectSpecifiers)
    result.result = node.signature.returnClause.map { type($0.type) }
    result.body = node.body.map(block)
    return result
  }

  private func initializer(_ node: InitializerDeclSyntax) -> FunctionDeclaration {
    let result = FunctionDeclaration(
      role: .initializer(isFailable: node.optionalMark != nil), name: "init", nameRange: range(node.initKeyword))
    fill(result, node.genericParameterClause, node.genericWhereClause, node.signature.parameterClause)
    fill(result, effects: node.signature.effectSpecifiers)
    result.body = node.body.map(block)
    return result
  }

  private func subscriptFunction(_ node: SubscriptDeclSyntax) -> FunctionDeclaration {
    let result = FunctionDeclaration(
      role: .subscriptAccess(node.accessorBlock.map(accessors)), name: "subscript",
      nameRange: range(node.subscriptKeyword))
    fill(result, node.genericParameterClause, node.genericWhereClause, node.parameterClause)
    // A subscript's single names are not labels, as if `_` stood before them.
    for (position, parameter) in node.parameterClause.parameters.enumerated() where parameter.secondName == nil {
      result.parameters[position].label = nil
    }
    result.result = type(node.returnClause.type)
    return result
  }

  private func fill(
    _ result: FunctionDeclaration, _ generics: GenericParameterClauseSyntax?, _ clause: GenericWhereClauseSyntax?,
    _ parameters: FunctionParameterClauseSyntax
  ) {
    result.genericParameters = genericParameters(generics)
    result.requirements = requirements(clause)
    result.parameters = parameters.parameters.map(parameter)
  }

  private func fill(_ result: FunctionDeclaration, effects: FunctionEffectSpecifiersSyntax?) {
    refuseAsync(effects?.asyncSpecifier)
    result.thrownType = effects?.throwsClause?.type.map(type)
    result.throws = effects?.throwsClause?.throwsSpecifier.tokenKind == .keyword(.throws)
    result.rethrows = effects?.throwsClause?.throwsSpecifier.tokenKind == .keyword(.rethrows)
  }

  private func parameter(_ node: FunctionParameterSyntax) -> FunctionDeclaration.Parameter {
    for attribute in node.attributes { refuse(attribute) }
    for modifier in node.modifiers { refuseAsync(modifier.name) }
    let nameToken = node.secondName ?? node.firstName
    let label = name(node.firstName)
    let (type, isInOut) = parameterType(node.type)
    return FunctionDeclaration.Parameter(
      label: label == "_" ? nil : label, name: declaredName(nameToken), nameRange: range(nameToken), type: type,
      isInOut: isInOut, isVariadic: node.ellipsis != nil, isAutoclosure: has("@autoclosure", node.type),
      isEscaping: has("@escaping", node.type),
      defaultValue: node.defaultValue.map { expression($0.value) })
  }

  // MARK: Types

  private func type(
    _ flavour: TypeDeclaration.Flavour, _ name: TokenSyntax, _ node: some DeclGroupSyntax,
    _ generics: GenericParameterClauseSyntax?, _ clause: GenericWhereClauseSyntax?
  ) -> TypeDeclaration {
    let result = TypeDeclaration(flavour: flavour, name: declaredName(name), nameRange: range(name))
    result.genericParameters = genericParameters(generics)
    result.inherited = inherited(node.inheritanceClause)
    result.requirements = requirements(clause)
    result.members = members(node.memberBlock)
    return result
  }

  private func members(_ node: MemberBlockSyntax) -> [Declaration] {
    node.members.compactMap { declaration($0.decl) }
  }

  private func inherited(_ clause: InheritanceClauseSyntax?) -> [TypeName] {
    clause?.inheritedTypes.map { type($0.type) } ?? []
  }

  private func genericParameters(_ clause: GenericParameterClauseSyntax?) -> [FunctionDeclaration.GenericParameter] {
    if let clause = clause?.genericWhereClause {
      report("'where' stands after the parameters", at: range(clause))
    }
    return clause?.parameters.map { node in
      for attribute in node.attributes { refuse(attribute) }
      if let specifier = node.specifier {
        report("'\(specifier.text)' is not part of Convbook's Swift", at: range(specifier))
      }
      return FunctionDeclaration.GenericParameter(
        name: declaredName(node.name), constraint: node.inheritedType.map(type))
    } ?? []
  }

  private func requirements(_ clause: GenericWhereClauseSyntax?) -> [FunctionDeclaration.Requirement] {
    clause?.requirements.compactMap { element in
      switch element.requirement {
      case .conformanceRequirement(let node):
        return .init(left: type(node.leftType), right: type(node.rightType), isEquality: false)
      case .sameTypeRequirement(let node):
        guard case .type(let left) = node.leftType, case .type(let right) = node.rightType else { return nil }
        return .init(left: type(left), right: type(right), isEquality: true)
      case .layoutRequirement(let node):
        report("'\(node.layoutSpecifier.text)' is not part of Convbook's Swift", at: range(node))
        return nil
      }
    } ?? []
  }

  private func enumCase(_ node: EnumCaseElementSyntax) -> EnumCaseDeclaration {
    let payload = node.parameterClause?.parameters.map { parameter in
      let label = parameter.firstName.map(name)
      return (
        label: label == "_" ? nil : label, type: type(parameter.type),
        defaultValue: (parameter.defaultValue?.value).map(expression)
      )
    }
    return EnumCaseDeclaration(
      name: declaredName(node.name), nameRange: range(node.name), payload: payload ?? [],
      rawValue: node.rawValue.map { expression($0.value) })
  }
}
