/// What the machine does for a type without any declaration fulfils requirements as well: `extension Int: Ring {}`.
extension Checker {
  /// Declares the operator or initialiser that a requirement asks for, if an expression of the same words has the types
  /// that it asks for: `left + right` for `+`, `Double(value)` for `init(_ value: Int)`.
  func declareStandardWitness(
    _ name: String, for requirement: Member, of declaration: OpenDeclaration
  ) -> Bool {
    let nominal = declaration.nominal
    guard case .function(let asked) = requirement.kind, asked.signature.genericParameters.isEmpty, !asked.isFailable,
      let body = standardBody(asked, nominal, declaration.range)
    else { return false }
    let substitution = environment.memberSubstitution(owner: requirement.owner, base: nominal.selfType)
    var signature = asked.signature
    for index in signature.parameters.indices {
      signature.parameters[index].name = "$\(index)"
      signature.parameters[index].type = environment.normalized(substitution.apply(signature.parameters[index].type))
    }
    signature.result =
      asked.isInitializer ? nominal.selfType : environment.normalized(substitution.apply(signature.result))
    let symbol = FunctionSymbol(
      name: name, owner: nominal, outerParameters: nominal.genericParameters, isStatic: !asked.isInitializer,
      implementation: .body([body]), declaration: nil, source: declaration.range.source, scope: declaration.scope,
      signature: { _ in signature })
    symbol.modifiers = asked.modifiers
    symbol.cell = environment.state.cell
    guard attempt({ checkBody(symbol) }).result != nil, let answer = symbol.checkedBody?.statements.first,
      !answer.callsRequirement
    else { return false }
    environment.state.tables[nominal, default: MemberTable()].add(
      Member(
        kind: .function(symbol), isStatic: true, owner: nominal, requirements: declaration.requirements), named: name)
    return true
  }

  private func standardBody(_ asked: FunctionSymbol, _ nominal: NominalType, _ range: SourceRange) -> Statement? {
    func expression(_ kind: Expression.Kind) -> Expression { Expression(kind: kind, range: range) }
    let parameters = asked.signature.parameters
    let values = parameters.indices.map { expression(.name("$\($0)")) }
    let name = asked.name
    let kind: Expression.Kind
    if asked.isInitializer {
      guard nominal.module == "Swift" else { return nil }
      let arguments = zip(values, parameters).map { Argument(label: $1.label, value: $0) }
      kind = .assign(expression(.name("self")), expression(.call(expression(.name("Self")), arguments)))
    } else if name.first.map({ !$0.isLetter && $0 != "_" }) ?? false {
      switch values.count {
      case 1 where asked.modifiers.contains("postfix"):
        kind = .postfix(operator: name, operatorRange: range, values[0])
      case 1: kind = .prefix(operator: name, operatorRange: range, values[0])
      case 2: kind = .binary(operator: name, operatorRange: range, values[0], values[1])
      default: return nil
      }
    } else {
      return nil
    }
    return Statement(kind: .expression(expression(kind)), range: range)
  }
}

extension TypedStatement {
  /// Whether it does nothing but call what a protocol asks for, which is what a witness has to be.
  fileprivate var callsRequirement: Bool {
    switch kind {
    case .return(let value?), .expression(let value):
      if case .assign(_, let source) = value.kind { return source.callsRequirement }
      return value.callsRequirement
    default: return false
    }
  }
}

extension TypedExpression {
  fileprivate var callsRequirement: Bool {
    if case .call(let symbol, _, _) = kind { return symbol.isRequirement }
    return false
  }
}
