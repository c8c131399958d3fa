internal import SwiftSyntax

/// An operator between two operands of a sequence.
private struct Infix {
  enum Form {
    case named(String)
    case assignment
    case ternary(Expression)
    case `is`
    case `as`(CastKind)
  }
  var form: Form
  var text: String
  var range: SourceRange
  /// The name of its precedence group.
  var group: String
}

extension Lowering {
  /// `a + b * c`, which the parser leaves flat, by precedence.
  ///
  /// swift-syntax can fold it too, but its folded trees have lost their positions, and are made by recursion and forced
  /// casts that hostile input reaches.
  func sequence(_ node: SequenceExprSyntax) -> Expression {
    let elements = Array(node.elements)
    // Each operator may put its left operand one level deeper.
    return nested(node, levels: elements.count / 2, otherwise: invalid(node)) {
      var operands: [Expression] = []
      var operators: [Infix] = []
      for (position, element) in elements.enumerated() {
        if position % 2 == 0 {
          operands.append(expression(element))
        } else {
          guard let infix = infix(element) else { return invalid(node) }
          operators.append(infix)
        }
      }
      guard operands.count == operators.count + 1 else { return invalid(node) }
      var folding = Folding(lowering: self, operands: operands, operators: operators)
      return folding.fold() ?? invalid(node)
    }
  }

  private func infix(_ node: ExprSyntax) -> Infix? {
    switch node.as(ExprSyntaxEnum.self) {
    case .binaryOperatorExpr(let node):
      let name = node.operator.text
      guard checkOperator(node.operator, placed: .infix), let group = operators.infix[name] else { return nil }
      return Infix(form: .named(name), text: name, range: range(node), group: group)
    case .assignmentExpr:
      return Infix(form: .assignment, text: "=", range: range(node), group: "AssignmentPrecedence")
    case .unresolvedTernaryExpr(let node):
      let then = expression(node.thenExpression)
      return Infix(form: .ternary(then), text: "?", range: range(node.questionMark), group: "TernaryPrecedence")
    case .unresolvedIsExpr:
      return Infix(form: .is, text: "is", range: range(node), group: "CastingPrecedence")
    case .unresolvedAsExpr(let node):
      let kind: CastKind =
        switch node.questionOrExclamationMark?.tokenKind {
        case .postfixQuestionMark: .conditional
        case .exclamationMark: .forced
        default: .as
        }
      return Infix(form: .as(kind), text: "as", range: range(node), group: "CastingPrecedence")
    default:
      report("a function type cannot stand here", at: range(node), notes: ["a closure is written { x in x + 1 }"])
      return nil
    }
  }

  enum Placement: String {
    case prefix, infix, postfix
  }

  /// Reports an operator that neither Swift's standard library nor the program has in this place.
  @discardableResult
  func checkOperator(_ token: TokenSyntax, placed placement: Placement, operand: ExprSyntax? = nil) -> Bool {
    let name = token.text
    let isKnown =
      switch placement {
      case .prefix: operators.prefix.contains(name)
      case .postfix: operators.postfix.contains(name)
      case .infix: operators.infix[name] != nil
      }
    guard !isKnown, token.presence == .present else { return true }
    let operand = operand.map(\.trimmedDescription).flatMap { $0.count <= 20 ? $0 : nil }
    report(
      operatorHint(name, operand: operand) ?? "there is no \(placement.rawValue) operator '\(name)' in Swift",
      at: range(token))
    return false
  }
}

/// Precedence climbing over operands and the operators between them.
private struct Folding {
  let lowering: Lowering
  var operands: [Expression]
  var operators: [Infix]
  /// The next operator; the operand after it has the index `next + 1`.
  var next = 0

  /// Shunting-yard with explicit stacks: sequences are long more often than they are deep.
  mutating func fold() -> Expression? {
    var values = [operands[0]]
    var waiting: [Infix] = []
    while next < operators.count {
      let current = operators[next]
      while let previous = waiting.last {
        // What follows the type of a cast can never be part of the type.
        if previous.group != "CastingPrecedence" {
          let isStronger = lowering.operators.isStronger(current.group, than: previous.group)
          if isStronger == true { break }
          if previous.group == current.group || isStronger == nil {
            let associativity = isStronger == nil ? .none : lowering.operators.groups[current.group]?.associativity
            if associativity == .right { break }
            if associativity != .left {
              reportAmbiguous(previous, current)
              return nil
            }
          }
        }
        reduce(&values, &waiting)
      }
      values.append(operands[next + 1])
      waiting.append(current)
      next += 1
    }
    while !waiting.isEmpty { reduce(&values, &waiting) }
    return values.first
  }

  private func reduce(_ values: inout [Expression], _ waiting: inout [Infix]) {
    guard let infix = waiting.popLast(), let right = values.popLast(), let left = values.popLast() else { return }
    values.append(combine(left, infix, right))
  }

  /// A `try` on the left covers everything to its right.
  private func combine(_ left: Expression, _ infix: Infix, _ right: Expression) -> Expression {
    let range = SourceRange(source: left.range.source, start: left.range.start, end: right.range.end)
    if case .tryExpression(let kind, let inner) = left.kind {
      return Expression(kind: .tryExpression(kind, combine(inner, infix, right)), range: range)
    }
    if case .tryExpression = right.kind, case .named = infix.form, infix.group != "AssignmentPrecedence" {
      lowering.report("'try' must stand to the left of '\(infix.text)'", at: right.range)
    }
    let kind: Expression.Kind
    switch infix.form {
    case .named(let name): kind = .binary(operator: name, operatorRange: infix.range, left, right)
    case .assignment: kind = .assign(left, right)
    case .ternary(let then): kind = .ternary(left, then: then, else: right)
    case .is: kind = cast(left, .is, right)
    case .as(let castKind): kind = cast(left, castKind, right)
    }
    return Expression(kind: kind, range: range)
  }

  private func cast(_ value: Expression, _ kind: CastKind, _ target: Expression) -> Expression.Kind {
    guard case .type(let type) = target.kind else { return .invalid }
    return .cast(value, kind, type)
  }

  private func reportAmbiguous(_ first: Infix, _ second: Infix) {
    var notes: [String] = []
    if first.group == "ComparisonPrecedence" {
      notes = ["two comparisons are joined by '&&': a < b && b < c"]
    }
    lowering.report(
      "'\(first.text)' and '\(second.text)' side by side need parentheses", at: second.range, notes: notes)
  }
}
