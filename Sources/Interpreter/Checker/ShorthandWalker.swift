/// Finds `$0`, `$1`, ... in the statements of a closure, not in closures inside.
struct ShorthandWalker {
  var highest = -1

  mutating func visit(_ statements: [Statement]) { for statement in statements { visit(statement) } }

  mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): visit(value)
    case .declaration(let declaration):
      if case .variable(let variable) = declaration.kind {
        for binding in variable.bindings { visit(binding.initializer) }
      }
    case .return(let value): visit(value)
    case .throw(let value): visit(value)
    case .break, .continue, .fallthrough, .invalid: break
    case .if(let statement): visit(statement)
    case .guard(let conditions, let otherwise):
      visit(conditions)
      visit(otherwise)
    case .while(_, let conditions, let body):
      visit(conditions)
      visit(body)
    case .repeat(_, let body, let condition):
      visit(body)
      visit(condition)
    case .for(_, _, let sequence, let condition, let body):
      visit(sequence)
      visit(condition)
      visit(body)
    case .switch(let statement): visit(statement)
    case .do(_, _, let body, let catches):
      visit(body)
      for clause in catches { visit(clause.body) }
    case .defer(let body): visit(body)
    }
  }

  private mutating func visit(_ statement: IfStatement) {
    visit(statement.conditions)
    visit(statement.body)
    switch statement.otherwise {
    case .block(let body)?: visit(body)
    case .elseIf(let next)?: visit(next)
    case nil: break
    }
  }

  private mutating func visit(_ statement: SwitchStatement) {
    visit(statement.subject)
    for item in statement.cases {
      for pattern in item.patterns { visit(pattern.where) }
      visit(item.body)
    }
  }

  private mutating func visit(_ conditions: [Condition]) {
    for condition in conditions {
      switch condition.kind {
      case .boolean(let value): visit(value)
      case .binding(_, _, let value): visit(value)
      case .pattern(_, let value): visit(value)
      }
    }
  }

  private mutating func visit(_ arguments: [Argument]) { for argument in arguments { visit(argument.value) } }

  private mutating func visit(_ expression: Expression?) {
    guard let expression else { return }
    switch expression.kind {
    case .name(let name, _, _):
      if name.hasPrefix("$"), let number = Int(name.dropFirst()) { highest = max(highest, number) }
    case .integer, .floatingPoint, .boolean, .nilLiteral, .closure, .keyPath, .type, .discard, .placeholder,
      .unboundedRange, .invalid:
      break
    case .string(let segments):
      for case .interpolation(let value) in segments { visit(value) }
    case .member(let base, _, _, _, _): visit(base)
    case .call(let callee, let arguments), .index(let callee, let arguments):
      visit(callee)
      visit(arguments)
    case .array(let values): for value in values { visit(value) }
    case .dictionary(let entries):
      for entry in entries {
        visit(entry.key)
        visit(entry.value)
      }
    case .tuple(let arguments): visit(arguments)
    case .paren(let inner), .prefix(_, _, let inner), .postfix(_, _, let inner), .cast(let inner, _, _),
      .tryExpression(_, let inner), .optionalTry(let inner), .chain(let inner), .forced(let inner), .inOut(let inner):
      visit(inner)
    case .binary(_, _, let left, let right), .assign(let left, let right):
      visit(left)
      visit(right)
    case .ternary(let condition, let first, let second):
      visit(condition)
      visit(first)
      visit(second)
    case .ifExpression(let statement): visit(statement)
    case .switchExpression(let statement): visit(statement)
    }
  }
}
