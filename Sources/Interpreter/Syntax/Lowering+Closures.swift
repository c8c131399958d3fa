internal import SwiftSyntax

extension Lowering {
  func closure(_ node: ClosureExprSyntax) -> Closure {
    let result = Closure(range: range(node))
    if let signature = node.signature {
      for attribute in signature.attributes { refuse(attribute) }
      result.captures = signature.capture?.items.map(capture) ?? []
      result.parameters = signature.parameterClause.map(closureParameters)
      if let effects = signature.effectSpecifiers {
        refuseAsync(effects.asyncSpecifier)
        result.throws = effects.throwsClause != nil
        result.thrownType = effects.throwsClause?.type.map(type)
      }
      result.result = signature.returnClause.map { type($0.type) }
    }
    result.body = statements(node.statements)
    return result
  }

  private func capture(_ node: ClosureCaptureSyntax) -> Closure.Capture {
    let name = name(node.name)
    let value = node.initializer.map { expression($0.value) } ?? Expression(kind: .name(name), range: range(node.name))
    return Closure.Capture(
      name: name, ownership: node.specifier.flatMap { Ownership([$0.specifier.text]) }, value: value)
  }

  private func closureParameters(_ clause: ClosureSignatureSyntax.ParameterClause) -> [Closure.Parameter] {
    switch clause {
    case .simpleInput(let list):
      return list.map { Closure.Parameter(name: declaredName($0.name), nameRange: range($0.name)) }
    case .parameterClause(let clause):
      return clause.parameters.map { node in
        for attribute in node.attributes { refuse(attribute) }
        let token = node.secondName ?? node.firstName
        var parameter = Closure.Parameter(name: declaredName(token), nameRange: range(token))
        if let written = node.type {
          let (type, isInOut) = parameterType(written)
          parameter.type = type
          parameter.isInOut = isInOut
        }
        if let ellipsis = node.ellipsis {
          report(
            "a variadic parameter of a closure is not part of Convbook's Swift", at: range(ellipsis),
            notes: ["take an array: { (xs: [Int]) in ... }"])
        }
        return parameter
      }
    }
  }
}
