internal import SwiftSyntax

/// `infix operator **: MultiplicationPrecedence` and `precedencegroup`: known in the whole program, also before them.
extension Lowering {
  func declareOperators(_ items: CodeBlockItemListSyntax) {
    for item in items {
      switch item.item {
      case .decl(let node):
        if let group = node.as(PrecedenceGroupDeclSyntax.self) { declare(group) }
      default: break
      }
    }
    for item in items {
      if case .decl(let node) = item.item, let declared = node.as(OperatorDeclSyntax.self) { declare(declared) }
    }
  }

  private func declare(_ node: OperatorDeclSyntax) {
    let name = node.name.text
    switch node.fixitySpecifier.tokenKind {
    case .keyword(.prefix): operators.prefix.insert(name)
    case .keyword(.postfix): operators.postfix.insert(name)
    default:
      let written = node.operatorPrecedenceAndTypes?.precedenceGroup
      let group = written?.text ?? "DefaultPrecedence"
      if operators.groups[group] == nil, let written {
        report("unknown precedence group '\(group)'", at: range(written))
      }
      operators.declare(infix: name, in: group)
    }
  }

  private func declare(_ node: PrecedenceGroupDeclSyntax) {
    var group = OperatorTable.Group()
    for attribute in node.groupAttributes {
      switch attribute {
      case .precedenceGroupRelation(let relation):
        let names = relation.precedenceGroups.map(\.name.text)
        if relation.higherThanOrLowerThanLabel.tokenKind == .keyword(.higherThan) {
          group.isHigherThan += names
        } else {
          group.isLowerThan += names
        }
      case .precedenceGroupAssociativity(let written):
        switch written.value.tokenKind {
        case .keyword(.left): group.associativity = .left
        case .keyword(.right): group.associativity = .right
        default: group.associativity = .none
        }
      case .precedenceGroupAssignment: break
      }
    }
    operators.declare(node.name.text, group)
  }
}
