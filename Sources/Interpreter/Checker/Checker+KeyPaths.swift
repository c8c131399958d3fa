/// `\Type.member`, as a function or as a value, and `x[keyPath: path]`.
extension Checker {
  func checkKeyPath(
    _ root: TypeName?, _ names: [String], _ expected: Type?, _ range: SourceRange
  ) -> TypedExpression {
    if let function = expected?.function ?? expected?.wrapped?.function {
      return checkClosure(reader(names, root, range), .function(function))
    }
    let wanted = (expected?.wrapped ?? expected)?.shallow
    let context = wanted.flatMap { keyPathClass($0) == nil ? nil : $0.arguments }
    let rootType: Type
    if let root { rootType = resolve(root) } else { rootType = context?.first?.shallow ?? .error }
    guard root != nil || context != nil, rootType.unbound == nil else {
      return fail(
        "the type at the start of this key path cannot be found from its context", at: range,
        notes: ["write it: \\Type.\(names.joined(separator: "."))"])
    }
    if rootType.isError { return invalid(range) }
    let value = context?.last ?? .variable(makeVariable(at: range))
    func function(_ parameters: [FunctionType.Parameter], _ result: Type) -> Type {
      .function(FunctionType(parameters: parameters, result: result))
    }
    let get = checkClosure(reader(names, nil, range), function([.init(type: rootType)], value))
    if get.type.isError { return get }
    settle(value)
    // What can be assigned to can be written; through an object, even where the root is a constant.
    let types = [(true, "WritableKeyPath"), (false, "ReferenceWritableKeyPath")]
    var kind = "KeyPath"
    var set: TypedExpression?
    for (isInOut, name) in types where !names.contains("?") {
      let wanted = function([.init(type: rootType, isInOut: isInOut), .init(type: value)], .void)
      let (found, _) = attempt { checkClosure(writer(names, range), wanted) }
      if found != nil {
        kind = name
        let type = function([.init(type: rootType, isInOut: true), .init(type: value)], .void)
        set = checkClosure(writer(names, range), type)
      }
    }
    return make(kind, [rootType, value], [get] + (set.map { [$0] } ?? []), range)
  }

  private func make(_ kind: String, _ arguments: [Type], _ functions: [TypedExpression], _ range: SourceRange)
    -> TypedExpression
  {
    guard case .nominal(let nominal)? = environment.lookUp(kind) else { return invalid(range) }
    let type = Type.nominal(nominal, arguments)
    let callees = initializerCallees(of: type).filter { $0.parameters.count == functions.count }
    guard let callee = callees.first else { return invalid(range) }
    return TypedExpression(.call(callee.symbol, callee.typeArguments, functions), type, range)
  }

  /// `{ $0.a.b }`
  private func reader(_ names: [String], _ root: TypeName?, _ range: SourceRange) -> Closure {
    let closure = Closure(range: range)
    closure.parameters = [Closure.Parameter(name: "$0", nameRange: range, type: root)]
    closure.body = [Statement(kind: .expression(path(names, range)), range: range)]
    return closure
  }

  /// `{ $0.a.b = $1 }`
  private func writer(_ names: [String], _ range: SourceRange) -> Closure {
    let closure = Closure(range: range)
    closure.parameters = ["$0", "$1"].map { Closure.Parameter(name: $0, nameRange: range, type: nil) }
    let value = Expression(kind: .name("$1"), range: range)
    closure.body = [
      Statement(
        kind: .expression(Expression(kind: .assign(path(names, range), value), range: range)), range: range)
    ]
    return closure
  }

  private func path(_ names: [String], _ range: SourceRange) -> Expression {
    let whole = names.filter { $0 != "self" }.reduce(Expression(kind: .name("$0"), range: range)) { base, name in
      switch name {
      case "?": Expression(kind: .optionalTry(base), range: range)
      case "!": Expression(kind: .forced(base), range: range)
      default: Expression(kind: .member(base, name: name, nameRange: range), range: range)
      }
    }
    return names.contains("?") ? Expression(kind: .chain(whole), range: range) : whole
  }

  private func keyPathClass(_ type: Type) -> NominalType? {
    guard let nominal = type.nominal, nominal.flavour == .class, nominal.name.hasSuffix("KeyPath"),
      nominal.module == "Swift"
    else { return nil }
    return nominal
  }

  /// The subscripts that every type has for key paths.
  func keyPathSubscripts(_ arguments: [Argument]) -> [(Member, SubscriptSymbol)]? {
    guard arguments.count == 1, arguments[0].label == "keyPath",
      case .nominal(let root)? = environment.lookUp("_KeyPathRoot")
    else { return nil }
    return environment.ownMembers(of: root, named: "subscript").compactMap { member in
      if case .subscripting(let symbol) = member.kind { return (member, symbol) }
      return nil
    }
  }
}
