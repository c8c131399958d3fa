internal import SwiftSyntax

extension Lowering {
  func expression(_ node: ExprSyntax) -> Expression {
    let (result, isChain) = link(node)
    return isChain ? Expression(kind: .chain(result), range: result.range) : result
  }

  /// One link of a chain such as `a.b?.c()[0]`, and whether an `a?` stands inside that the end of the chain must close.
  private func link(_ node: ExprSyntax) -> (Expression, isChain: Bool) {
    nested(node, otherwise: (invalid(node), false)) {
      switch node.as(ExprSyntaxEnum.self) {
      case .memberAccessExpr(let node): return member(node)
      case .functionCallExpr(let node): return call(node)
      case .subscriptCallExpr(let node): return index(node)
      case .forceUnwrapExpr(let node):
        let (base, isChain) = link(node.expression)
        return (Expression(kind: .forced(base), range: range(node)), isChain)
      case .optionalChainingExpr(let node):
        let (base, _) = link(node.expression)
        return (Expression(kind: .optionalTry(base), range: range(node)), true)
      default: return (atom(node), false)
      }
    }
  }

  private func atom(_ node: ExprSyntax) -> Expression {
    let kind: Expression.Kind
    switch node.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let node): kind = integer(node)
    case .floatLiteralExpr(let node): kind = .floatingPoint(node.literal.text.filter { $0 != "_" })
    case .booleanLiteralExpr(let node): kind = .boolean(node.literal.tokenKind == .keyword(.true))
    case .nilLiteralExpr: kind = .nilLiteral
    case .stringLiteralExpr(let node): kind = .string(stringSegments(node))
    case .declReferenceExpr(let node): kind = reference(node, genericArguments: [])
    case .superExpr: kind = .name("super")
    case .genericSpecializationExpr(let node): return specialization(node)
    case .closureExpr(let node): kind = .closure(closure(node))
    case .arrayExpr(let node): kind = .array(node.elements.map { expression($0.expression) })
    case .dictionaryExpr(let node): kind = dictionary(node)
    case .tupleExpr(let node): kind = tuple(node)
    case .sequenceExpr(let node): return sequence(node)
    case .prefixOperatorExpr(let node):
      checkOperator(node.operator, placed: .prefix, operand: node.expression)
      kind = .prefix(
        operator: node.operator.text, operatorRange: range(node.operator), expression(node.expression))
    case .postfixOperatorExpr(let node): kind = postfixOperator(node)
    case .tryExpr(let node): kind = .tryExpression(tryKind(node), expression(node.expression))
    case .inOutExpr(let node): kind = .inOut(expression(node.expression))
    case .ifExpr(let node): kind = .ifExpression(ifStatement(node, label: nil))
    case .switchExpr(let node): kind = .switchExpression(switchStatement(node, label: nil))
    case .keyPathExpr(let node): kind = keyPath(node)
    case .typeExpr(let node): kind = .type(type(node.type))
    case .discardAssignmentExpr: kind = .discard
    case .editorPlaceholderExpr(let node): kind = .placeholder(placeholderText(node.placeholder))
    case .binaryOperatorExpr(let node): kind = .name(node.operator.text)
    case .patternExpr(let node):
      report("a pattern can only stand after 'case'", at: range(node))
      kind = .invalid
    case .missingExpr: kind = .invalid
    default:
      refuse(node)
      kind = .invalid
    }
    return Expression(kind: kind, range: range(node))
  }

  func invalid(_ node: some SyntaxProtocol) -> Expression { Expression(kind: .invalid, range: range(node)) }

  func tryKind(_ node: TryExprSyntax) -> TryKind {
    switch node.questionOrExclamationMark?.tokenKind {
    case .postfixQuestionMark: .optional
    case .exclamationMark: .forced
    default: .plain
    }
  }

  /// `<#your loops#>` without its marks.
  func placeholderText(_ token: TokenSyntax) -> String {
    var text = Substring(token.text)
    if text.hasPrefix("<#") { text = text.dropFirst(2) }
    if text.hasSuffix("#>") { text = text.dropLast(2) }
    return String(text)
  }

  // MARK: Names and members

  private func reference(_ node: DeclReferenceExprSyntax, genericArguments: [TypeName]) -> Expression.Kind {
    refuseModuleSelector(node.moduleSelector)
    if node.baseName.text.hasPrefix("<#") { return .placeholder(placeholderText(node.baseName)) }
    let name = name(node.baseName)
    if node.baseName.presence == .missing { return .invalid }
    refuseUnsafe(name, at: node)
    if case .dollarIdentifier = node.baseName.tokenKind, Int(name.dropFirst()).map({ $0 > 99 }) ?? true {
      report("a closure has no such argument", at: range(node), notes: ["the first is $0, the second $1"])
      return .invalid
    }
    return .name(name, labels: labels(node.argumentNames), genericArguments: genericArguments)
  }

  private func labels(_ arguments: DeclNameArgumentsSyntax?) -> [String]? {
    arguments?.arguments.map { name($0.name) }
  }

  private func specialization(_ node: GenericSpecializationExprSyntax) -> Expression {
    let arguments = genericArguments(node.genericArgumentClause)
    var base = expression(node.expression)
    switch base.kind {
    case .name(let name, let labels, _):
      base.kind = .name(name, labels: labels, genericArguments: arguments)
    case .member(let inner, let name, let nameRange, let labels, _):
      base.kind = .member(inner, name: name, nameRange: nameRange, labels: labels, genericArguments: arguments)
    case .invalid: break
    default:
      report("generic arguments can only follow a name", at: range(node.genericArgumentClause))
      base.kind = .invalid
    }
    base.range = range(node)
    return base
  }

  private func member(_ node: MemberAccessExprSyntax) -> (Expression, isChain: Bool) {
    refuseModuleSelector(node.declName.moduleSelector)
    let memberName = name(node.declName.baseName)
    var base: Expression?
    var isChain = false
    if let written = node.base {
      if isMemberOfTypes(memberName) || isOptionalType(written), let type = typeInExpression(written) {
        base = Expression(kind: .type(type), range: range(written))
      } else {
        let (lowered, inside) = link(written)
        base = lowered
        isChain = inside
      }
    }
    let kind = Expression.Kind.member(
      base, name: memberName, nameRange: range(node.declName.baseName), labels: labels(node.declName.argumentNames))
    return (Expression(kind: kind, range: range(node)), isChain)
  }

  /// Members that only types have: they tell `[Int].self` from an array that holds something called `Int`.
  private func isMemberOfTypes(_ name: String) -> Bool { name == "self" || name == "init" || name == "Type" }

  /// `Int?` in `Int?.none`, `[Int]?` in `[Int]?.none`: names of types begin with a capital.
  private func isOptionalType(_ node: ExprSyntax) -> Bool {
    guard let inner = node.as(OptionalChainingExprSyntax.self)?.expression else { return false }
    return typeInExpression(inner).map(looksLikeType) ?? false
  }

  private func looksLikeType(_ type: TypeName) -> Bool {
    switch type.kind {
    case .named(let path, _): path.last?.first?.isUppercase == true
    case .array(let element), .optional(let element): looksLikeType(element)
    case .dictionary(let key, let value): looksLikeType(key) && looksLikeType(value)
    case .tuple(let elements): elements.allSatisfy { looksLikeType($0.type) }
    default: true
    }
  }

  // MARK: Calls

  private func call(_ node: FunctionCallExprSyntax) -> (Expression, isChain: Bool) {
    let (callee, isChain) = callee(node.calledExpression)
    var arguments = arguments(node.arguments)
    arguments += trailingClosures(node.trailingClosure, node.additionalTrailingClosures)
    return (Expression(kind: .call(callee, arguments), range: range(node)), isChain)
  }

  private func index(_ node: SubscriptCallExprSyntax) -> (Expression, isChain: Bool) {
    let (base, isChain) = link(node.calledExpression)
    var arguments = arguments(node.arguments)
    arguments += trailingClosures(node.trailingClosure, node.additionalTrailingClosures)
    return (Expression(kind: .index(base, arguments), range: range(node)), isChain)
  }

  /// Array and dictionary literals cannot be called, so `[Int]` in `[Int]()` is a type.
  private func callee(_ node: ExprSyntax) -> (Expression, isChain: Bool) {
    if node.is(ArrayExprSyntax.self) || node.is(DictionaryExprSyntax.self), let type = typeInExpression(node) {
      return (Expression(kind: .type(type), range: range(node)), false)
    }
    return link(node)
  }

  func arguments(_ list: LabeledExprListSyntax) -> [Argument] {
    list.map { element in
      Argument(
        label: element.label.map(name), labelRange: element.label.map { range($0) }, value: argument(element.expression)
      )
    }
  }

  /// Arguments alone may be `...`: all of an axis.
  private func argument(_ node: ExprSyntax) -> Expression {
    if node.as(DeclReferenceExprSyntax.self)?.baseName.text == "..." {
      return Expression(kind: .unboundedRange, range: range(node))
    }
    if let sequence = node.as(SequenceExprSyntax.self),
      let name = sequence.elements.first?.as(DeclReferenceExprSyntax.self),
      let equal = sequence.elements.dropFirst().first?.as(AssignmentExprSyntax.self)
    {
      report("after a label stands ':', not '='", at: range(equal), notes: ["f(\(name.trimmedDescription): ...)"])
      return invalid(node)
    }
    return expression(node)
  }

  private func trailingClosures(
    _ first: ClosureExprSyntax?, _ others: MultipleTrailingClosureElementListSyntax
  ) -> [Argument] {
    guard let first else { return [] }
    var result = [Argument(label: nil, value: expression(ExprSyntax(first)), isTrailingClosure: true)]
    for other in others {
      result.append(
        Argument(
          label: name(other.label), labelRange: range(other.label), value: expression(ExprSyntax(other.closure)),
          isTrailingClosure: true))
    }
    return result
  }

  // MARK: Collections

  private func dictionary(_ node: DictionaryExprSyntax) -> Expression.Kind {
    guard case .elements(let elements) = node.content else { return .dictionary([]) }
    return .dictionary(elements.map { (key: expression($0.key), value: expression($0.value)) })
  }

  private func tuple(_ node: TupleExprSyntax) -> Expression.Kind {
    if node.elements.count == 1, let only = node.elements.first, only.label == nil {
      return .paren(expression(only.expression))
    }
    return .tuple(arguments(node.elements))
  }

  private func postfixOperator(_ node: PostfixOperatorExprSyntax) -> Expression.Kind {
    checkOperator(node.operator, placed: .postfix, operand: node.expression)
    return .postfix(
      operator: node.operator.text, operatorRange: range(node.operator), expression(node.expression))
  }

  private func keyPath(_ node: KeyPathExprSyntax) -> Expression.Kind {
    var names: [String] = []
    for component in node.components {
      switch component.component {
      case .property(let property) where property.declName.argumentNames == nil:
        names.append(name(property.declName.baseName))
      case .optional(let mark): names.append(mark.questionOrExclamationMark.text)
      default:
        report(
          "a key path can only name properties", at: range(component),
          notes: ["write a closure for the rest: { $0... }"])
        return .invalid
      }
    }
    return .keyPath(root: node.root.map(type), names)
  }

  // MARK: Numbers

  private func integer(_ node: IntegerLiteralExprSyntax) -> Expression.Kind {
    let digits = node.literal.text.filter { $0 != "_" }
    let radix: Int
    switch digits.prefix(2) {
    case "0x": radix = 16
    case "0o": radix = 8
    case "0b": radix = 2
    default: return .integer(withoutLeadingZeros(digits))
    }
    let places = digits.dropFirst(2)
    guard places.count <= 4_096 else {
      report("this number has too many digits", at: range(node))
      return .invalid
    }
    guard let decimal = decimalDigits(places, radix: radix) else { return .invalid }
    return .integer(decimal)
  }

  private func withoutLeadingZeros(_ digits: String) -> String {
    let significant = digits.drop { $0 == "0" }
    return significant.isEmpty ? "0" : String(significant)
  }

  /// Converts digits of another radix without a limit on their number, by long multiplication.
  private func decimalDigits(_ digits: Substring, radix: Int) -> String? {
    var groups = [0]  // base 10^9, the lowest first
    for digit in digits {
      guard var carry = digit.hexDigitValue, carry < radix else { return nil }
      for position in groups.indices {
        let value = groups[position] * radix + carry
        groups[position] = value % 1_000_000_000
        carry = value / 1_000_000_000
      }
      if carry > 0 { groups.append(carry) }
    }
    let text = groups.reversed().map { group in
      let digits = String(group)
      return String(repeating: "0", count: 9 - digits.count) + digits
    }
    return withoutLeadingZeros(text.joined())
  }
}
