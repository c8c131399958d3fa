/// What fulfils a requirement of a protocol for one type.
enum Witness {
  /// With the generic arguments of its owner.
  case function(FunctionSymbol, [Type])
  /// A stored property, by its index.
  case field(Int)
  /// A stored `static` property.
  case global(VariableSymbol)
  case enumCase(EnumCase)
}

extension FunctionSymbol {
  /// What it is called after a dot: the setter of `x` is called `x=` itself.
  var memberName: String { isSetter ? String(name.dropLast()) : name }
}

extension Member {
  /// Whether `symbol` is this member, or its getter or setter.
  func declares(_ symbol: FunctionSymbol) -> Bool {
    switch kind {
    case .function(let function): return function === symbol
    case .property(let property):
      guard case .computed(let getter, let setter) = property.access else { return false }
      return getter === symbol || setter === symbol
    case .subscripting(let accessors): return accessors.getter === symbol || accessors.setter === symbol
    case .enumCase, .type: return false
    }
  }
}
