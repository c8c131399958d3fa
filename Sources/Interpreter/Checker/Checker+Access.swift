/// `private`: what only the type itself may use, with its extensions and the types inside it.
extension Checker {
  func isHidden(_ member: Member) -> Bool { member.isPrivate && !isInside(member.owner) }

  func isInside(_ nominal: NominalType) -> Bool {
    var current: Scope? = scope
    while let scope = current {
      if scope.memberType === nominal { return true }
      current = scope.parent
    }
    return false
  }

  /// `Type()` exists beside a private initialiser for the properties.
  func canBeCalled(_ initializer: Member, _ arguments: [Argument]?) -> Bool {
    guard isHidden(initializer) else { return true }
    guard case .function(let function) = initializer.kind, case .memberwise = function.implementation else {
      return false
    }
    return arguments?.isEmpty == true && function.signature.parameters.allSatisfy { $0.defaultValue != nil }
  }

  func reportHidden(_ member: Member, _ name: String, _ range: SourceRange) -> TypedExpression {
    fail(
      "'\(name)' is private: only '\(member.owner.name)' itself can use it", at: range,
      notes: ["remove 'private' from its declaration to use it here"])
  }

  func reportHiddenInitializer(_ member: Member, _ type: Type, _ range: SourceRange) -> TypedExpression {
    guard case .function(let function) = member.kind, case .memberwise = function.implementation else {
      return fail("the initializer of '\(type.resolved)' is private", at: range)
    }
    return fail(
      "'\(type.resolved)' cannot be made here: it has private properties", at: range,
      notes: ["write an 'init' for it that is not private"])
  }

  /// The property of this name if only its owner may change it.
  func memberPrivateToSet(_ name: String, of type: Type) -> Member? {
    instanceMembers(of: type, named: name).first { member in
      guard case .property(let property) = member.kind else { return false }
      return property.isPrivateToSet && !isInside(member.owner)
    }
  }
}
