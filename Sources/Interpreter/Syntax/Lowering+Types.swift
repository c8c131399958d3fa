internal import SwiftSyntax

extension Lowering {
  func type(_ node: TypeSyntax) -> TypeName {
    nested(node, otherwise: TypeName(kind: .invalid, range: range(node))) {
      TypeName(
        kind: typeKind(node), range: range(node),
        isImplicitlyUnwrapped: node.is(ImplicitlyUnwrappedOptionalTypeSyntax.self))
    }
  }

  private func typeKind(_ node: TypeSyntax) -> TypeName.Kind {
    switch node.as(TypeSyntaxEnum.self) {
    case .identifierType(let node):
      refuseModuleSelector(node.moduleSelector)
      return named(node.name, node.genericArgumentClause, inside: [])
    case .memberType(let node):
      let base = type(node.baseType)
      guard case .named(let path, let arguments) = base.kind, arguments.isEmpty else {
        return member(base, node.name, node.genericArgumentClause)
      }
      return named(node.name, node.genericArgumentClause, inside: path)
    case .arrayType(let node): return .array(type(node.element))
    case .dictionaryType(let node): return .dictionary(type(node.key), type(node.value))
    case .optionalType(let node): return .optional(type(node.wrappedType))
    case .implicitlyUnwrappedOptionalType(let node):
      if !mayBeImplicitlyUnwrapped(node) {
        report(
          "'!' can only end the type of a variable, a parameter or a result", at: range(node.exclamationMark),
          notes: ["write '?' in place of '!'"])
      }
      return .optional(type(node.wrappedType))
    case .tupleType(let node): return tupleType(node.elements)
    case .functionType(let node): return functionType(node)
    case .someOrAnyType(let node):
      let constraint = type(node.constraint)
      return node.someOrAnySpecifier.tokenKind == .keyword(.some) ? .some(constraint) : .any(constraint)
    case .compositionType(let node): return .composition(node.elements.map { type($0.type) })
    case .metatypeType(let node): return .metatype(type(node.baseType))
    case .attributedType(let node):
      checkTypeAttributes(node)
      for specifier in node.specifiers where specifier.trimmedDescription == "inout" {
        report("'inout' can only stand before the type of a parameter", at: range(specifier))
      }
      return type(node.baseType).kind
    case .missingType: return .invalid
    default:
      refuse(node)
      return .invalid
    }
  }

  /// Whether it is the whole type of a declaration.
  private func mayBeImplicitlyUnwrapped(_ node: ImplicitlyUnwrappedOptionalTypeSyntax) -> Bool {
    var parent = node.parent
    if let attributed = parent?.as(AttributedTypeSyntax.self) { parent = attributed.parent }
    switch parent?.kind {
    case .typeAnnotation?, .functionParameter?: return true
    case .returnClause?: return parent?.parent?.is(FunctionTypeSyntax.self) == false
    default: return false
    }
  }

  private func member(
    _ base: TypeName, _ token: TokenSyntax, _ arguments: GenericArgumentClauseSyntax?
  ) -> TypeName.Kind {
    guard token.presence == .present else { return .invalid }
    return .member(base, name(token), arguments: arguments.map(genericArguments) ?? [])
  }

  private func named(
    _ token: TokenSyntax, _ arguments: GenericArgumentClauseSyntax?, inside path: [String]
  ) -> TypeName.Kind {
    guard token.presence == .present else { return .invalid }
    if token.text.hasPrefix("<#") {
      report("write a type in place of \(token.text)", at: range(token))
      return .invalid
    }
    if token.tokenKind == .wildcard {
      report("write the type in place of '_'", at: range(token))
      return .invalid
    }
    let name = name(token)
    refuseUnsafe(name, at: token)
    return .named(path + [name], arguments: arguments.map(genericArguments) ?? [])
  }

  func genericArguments(_ clause: GenericArgumentClauseSyntax) -> [TypeName] {
    clause.arguments.map { argument in
      switch argument.argument {
      case .type(let node): return type(node)
      case .expr(let node):
        report("a generic argument must be a type", at: range(node))
        return TypeName(kind: .invalid, range: range(node))
      }
    }
  }

  private func tupleType(_ elements: TupleTypeElementListSyntax) -> TypeName.Kind {
    if elements.count == 1, let only = elements.first, only.firstName == nil { return type(only.type).kind }
    return .tuple(
      elements.map { element in
        let label = element.firstName.map(name)
        return (label: label == "_" ? nil : label, type: type(element.type))
      })
  }

  private func functionType(_ node: FunctionTypeSyntax) -> TypeName.Kind {
    refuseAsync(node.effectSpecifiers?.asyncSpecifier)
    let parameters = node.parameters.map { element in
      let (type, isInOut) = parameterType(element.type)
      return (isInOut: isInOut || element.inoutKeyword != nil, isVariadic: element.ellipsis != nil, type: type)
    }
    return .function(
      parameters: parameters, throws: node.effectSpecifiers?.throwsClause != nil,
      thrown: (node.effectSpecifiers?.throwsClause?.type).map(type), result: type(node.returnClause.type))
  }

  /// The type of a parameter, without the `inout` before it.
  func parameterType(_ node: TypeSyntax) -> (TypeName, isInOut: Bool) {
    guard let attributed = node.as(AttributedTypeSyntax.self) else { return (type(node), false) }
    checkTypeAttributes(attributed)
    let isInOut = attributed.specifiers.contains { $0.trimmedDescription == "inout" }
    return (type(attributed.baseType), isInOut)
  }

  /// Whether an attribute stands before the type of a parameter.
  func has(_ attribute: String, _ node: TypeSyntax) -> Bool {
    node.as(AttributedTypeSyntax.self)?.attributes.contains { $0.trimmedDescription == attribute } ?? false
  }

  private func checkTypeAttributes(_ node: AttributedTypeSyntax) {
    for attribute in node.attributes {
      guard case .attribute(let written) = attribute,
        ["escaping", "autoclosure", "Sendable"].contains(written.attributeName.trimmedDescription)
      else {
        refuse(attribute)
        continue
      }
    }
    for specifier in node.specifiers where specifier.trimmedDescription != "inout" {
      report("'\(specifier.trimmedDescription)' is not part of Convbook's Swift", at: range(specifier))
    }
  }

  // MARK: Types in the place of expressions

  /// `[Int]`, `[String: [Int]]`, `(Int, Int)`, `Array<Int>`, `Outer.Inner`, `Int?`, read as a type; nil if it cannot be one.
  func typeInExpression(_ node: ExprSyntax) -> TypeName? {
    nested(node, otherwise: nil) {
      typeKindInExpression(node).map { TypeName(kind: $0, range: range(node)) }
    }
  }

  private func typeKindInExpression(_ node: ExprSyntax) -> TypeName.Kind? {
    switch node.as(ExprSyntaxEnum.self) {
    case .typeExpr(let node): return type(node.type).kind
    case .declReferenceExpr(let node):
      guard node.argumentNames == nil, node.baseName.presence == .present, !node.baseName.text.hasPrefix("<#") else {
        return nil
      }
      if case .identifier = node.baseName.tokenKind {
        return .named([name(node.baseName)], arguments: [])
      }
      return node.baseName.tokenKind == .keyword(.Self) ? .named(["Self"], arguments: []) : nil
    case .memberAccessExpr(let node):
      guard let base = node.base, let outer = typeInExpression(base),
        case .identifier = node.declName.baseName.tokenKind
      else { return nil }
      guard case .named(let path, let arguments) = outer.kind, arguments.isEmpty else {
        guard case .named(_, let arguments) = outer.kind, !arguments.isEmpty else { return nil }
        return .member(outer, name(node.declName.baseName), arguments: [])
      }
      return .named(path + [name(node.declName.baseName)], arguments: [])
    case .genericSpecializationExpr(let node):
      guard let outer = typeInExpression(node.expression), case .named(let path, let arguments) = outer.kind,
        arguments.isEmpty
      else { return nil }
      return .named(path, arguments: genericArguments(node.genericArgumentClause))
    case .arrayExpr(let node):
      guard node.elements.count == 1, let only = node.elements.first else { return nil }
      return typeInExpression(only.expression).map { .array($0) }
    case .dictionaryExpr(let node):
      guard case .elements(let elements) = node.content, elements.count == 1, let only = elements.first,
        let key = typeInExpression(only.key), let value = typeInExpression(only.value)
      else { return nil }
      return .dictionary(key, value)
    case .optionalChainingExpr(let node): return typeInExpression(node.expression).map { .optional($0) }
    case .tupleExpr(let node): return tupleTypeInExpression(node)
    case .sequenceExpr(let node): return functionTypeInExpression(node)
    default: return nil
    }
  }

  private func tupleTypeInExpression(_ node: TupleExprSyntax) -> TypeName.Kind? {
    var elements: [(label: String?, type: TypeName)] = []
    for element in node.elements {
      guard let type = typeInExpression(element.expression) else { return nil }
      elements.append((element.label.map(name), type))
    }
    if elements.count == 1, let only = elements.first, only.label == nil { return only.type.kind }
    return .tuple(elements)
  }

  /// `(Int) -> Int`, which the parser reads as an operator between two expressions.
  private func functionTypeInExpression(_ node: SequenceExprSyntax) -> TypeName.Kind? {
    let elements = Array(node.elements)
    guard elements.count >= 3, elements.count % 2 == 1, var result = elements.last.flatMap(typeInExpression)
    else { return nil }
    for position in stride(from: elements.count - 3, through: 0, by: -2) {
      guard let arrow = elements[position + 1].as(ArrowExprSyntax.self),
        let input = elements[position].as(TupleExprSyntax.self)
      else { return nil }
      var parameters: [(isInOut: Bool, isVariadic: Bool, type: TypeName)] = []
      for element in input.elements {
        guard let type = typeInExpression(element.expression) else { return nil }
        parameters.append((false, false, type))
      }
      result = TypeName(
        kind: .function(
          parameters: parameters, throws: arrow.effectSpecifiers?.throwsClause != nil,
          thrown: (arrow.effectSpecifiers?.throwsClause?.type).map { self.type($0) }, result: result),
        range: range(from: input, to: node))
    }
    return result.kind
  }
}
