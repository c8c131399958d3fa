internal import SwiftSyntax

extension Lowering {
  /// Whether names in a pattern are new: under `let`, under `var`, or not at all.
  enum Binding { case none, constant, variable }

  func pattern(_ node: PatternSyntax, type annotation: TypeAnnotationSyntax?, binding: Binding = .none) -> Pattern {
    var result = pattern(node, binding)
    if let annotation {
      result.type = type(annotation.type)
      result.range = range(from: node, to: annotation)
    }
    return result
  }

  private func pattern(_ node: PatternSyntax, _ binding: Binding) -> Pattern {
    nested(node, otherwise: Pattern(kind: .invalid, range: range(node))) {
      let kind: Pattern.Kind
      switch node.as(PatternSyntaxEnum.self) {
      case .wildcardPattern: kind = .wildcard
      case .identifierPattern(let node):
        if node.identifier.presence == .missing {
          kind = .invalid
        } else {
          kind = .name(declaredName(node.identifier), isVariable: binding == .variable)
        }
      case .tuplePattern(let node):
        let elements = node.elements.map { (label: $0.label.map(name), pattern: pattern($0.pattern, binding)) }
        if elements.count == 1, let only = elements.first, only.label == nil { return only.pattern }
        kind = .tuple(elements)
      case .valueBindingPattern(let node): return valueBinding(node)
      case .isTypePattern(let node): kind = .isType(type(node.type))
      case .expressionPattern(let node): return pattern(node.expression, binding)
      case .missingPattern: kind = .invalid
      }
      return Pattern(kind: kind, range: range(node))
    }
  }

  private func valueBinding(_ node: ValueBindingPatternSyntax) -> Pattern {
    switch node.bindingSpecifier.tokenKind {
    case .keyword(.let): return pattern(node.pattern, .constant)
    case .keyword(.var): return pattern(node.pattern, .variable)
    default:
      report("'\(node.bindingSpecifier.text)' is not part of Convbook's Swift", at: range(node.bindingSpecifier))
      return Pattern(kind: .invalid, range: range(node))
    }
  }

  /// Patterns are written like expressions: `.some(let x)` is a call with a pattern as its argument.
  private func pattern(_ node: ExprSyntax, _ binding: Binding) -> Pattern {
    nested(node, otherwise: Pattern(kind: .invalid, range: range(node))) {
      Pattern(kind: patternKind(node, binding), range: range(node))
    }
  }

  private func patternKind(_ node: ExprSyntax, _ binding: Binding) -> Pattern.Kind {
    switch node.as(ExprSyntaxEnum.self) {
    case .patternExpr(let node): return pattern(node.pattern, binding).kind
    case .discardAssignmentExpr: return .wildcard
    case .missingExpr: return .invalid
    case .declReferenceExpr(let node) where binding != .none && node.argumentNames == nil:
      return .name(declaredName(node.baseName), isVariable: binding == .variable)
    case .tupleExpr(let node):
      if node.elements.count == 1, let only = node.elements.first, only.label == nil {
        return pattern(only.expression, binding).kind
      }
      return .tuple(elements(node.elements, binding))
    case .optionalChainingExpr(let node): return .optional(pattern(node.expression, binding))
    case .memberAccessExpr(let node):
      if let kind = enumCase(node, payload: nil) { return kind }
    case .functionCallExpr(let node):
      if let member = node.calledExpression.as(MemberAccessExprSyntax.self), node.trailingClosure == nil,
        let kind = enumCase(member, payload: elements(node.arguments, binding))
      {
        return kind
      }
    case .sequenceExpr(let node):
      if let kind = castPattern(node, binding) { return kind }
    default: break
    }
    return .expression(expression(node))
  }

  private func elements(_ list: LabeledExprListSyntax, _ binding: Binding) -> [(label: String?, pattern: Pattern)] {
    list.map { (label: $0.label.map(name), pattern: pattern($0.expression, binding)) }
  }

  /// `.circle`, or `Shape.circle` where the base can only be a type: names of types begin with a capital.
  private func enumCase(_ node: MemberAccessExprSyntax, payload: [(label: String?, pattern: Pattern)]?) -> Pattern.Kind?
  {
    guard node.declName.argumentNames == nil, node.declName.baseName.presence == .present else { return nil }
    let name = name(node.declName.baseName)
    guard let base = node.base else { return .enumCase(type: nil, name: name, payload: payload) }
    guard let type = typeInExpression(base), type.lastName?.first?.isUppercase == true else { return nil }
    return .enumCase(type: type, name: name, payload: payload)
  }

  /// `let x as T`
  private func castPattern(_ node: SequenceExprSyntax, _ binding: Binding) -> Pattern.Kind? {
    let elements = Array(node.elements)
    guard elements.count == 3, let cast = elements[1].as(UnresolvedAsExprSyntax.self),
      cast.questionOrExclamationMark == nil, let target = elements[2].as(TypeExprSyntax.self),
      binding != .none || elements[0].is(PatternExprSyntax.self) || elements[0].is(DiscardAssignmentExprSyntax.self)
    else { return nil }
    return .asType(pattern(elements[0], binding), type(target.type))
  }
}
