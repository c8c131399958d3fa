/// `typealias Row = [Double]` and `typealias Pair<T> = (T, T)`.
extension Checker {
  /// Aliases may name one another: those that fail are tried again as long as others succeed.
  func resolveAliases(_ aliases: [PendingAlias]) {
    var waiting = aliases
    let outer = scope
    defer { scope = outer }
    while !waiting.isEmpty {
      var failed: [PendingAlias] = []
      for alias in waiting {
        scope = alias.scope
        if let type = attempt({ resolve(alias.type) }).result { alias.set(type) } else { failed.append(alias) }
      }
      if failed.count == waiting.count {
        for alias in failed {
          scope = alias.scope
          alias.set(resolve(alias.type))
        }
        return
      }
      waiting = failed
    }
  }

  /// An alias before its type is known. One with parameters gets its name right away.
  func pendingAlias(
    _ name: String, _ written: [FunctionDeclaration.GenericParameter], _ type: TypeName, set: @escaping (Type) -> Void
  ) -> PendingAlias {
    guard !written.isEmpty else { return PendingAlias(type: type, scope: scope, set: set) }
    let alias = GenericAlias(name, parameters: written.map { GenericParameter($0.name) })
    let inner = Scope(parent: scope)
    for parameter in alias.parameters { inner.names[parameter.name] = .type(.parameter(parameter)) }
    setName(name, .alias(alias))
    return PendingAlias(type: type, scope: inner) { [self] type in
      for (parameter, written) in zip(alias.parameters, written) {
        if let constraint = written.constraint { bind(parameter, to: constraint) }
      }
      alias.type = type
    }
  }

  /// What an alias with parameters means with the types that are written behind it; without any, they are found by
  /// what the type is used for.
  func resolve(_ alias: GenericAlias, _ arguments: [TypeName], mayInfer: Bool, _ range: SourceRange) -> Type {
    if arguments.isEmpty, mayInfer {
      let types = alias.parameters.map { Type.variable(makeVariable(bounds: $0.bounds, at: range)) }
      return Substitution(alias.parameters, types).apply(alias.type)
    }
    guard arguments.count == alias.parameters.count else {
      let example = alias.parameters.map { _ in "Int" }.joined(separator: ", ")
      report(
        arguments.isEmpty
          ? "reference to generic type '\(alias.name)' requires arguments in <...>"
          : "generic type '\(alias.name)' takes \(counted(alias.parameters.count, "type")), but has \(arguments.count)",
        at: range, notes: arguments.isEmpty ? ["for example \(alias.name)<\(example)>"] : [])
      return .error
    }
    let types = arguments.map(resolve)
    for (parameter, type) in zip(alias.parameters, types) {
      for bound in parameter.bounds where !type.isError && !conforms(type, bound) {
        report("type '\(type)' does not conform to protocol '\(bound.name)'", at: range)
        return .error
      }
    }
    return Substitution(alias.parameters, types).apply(alias.type)
  }
}

/// A type alias whose type is not known yet.
struct PendingAlias {
  let type: TypeName
  let scope: Scope
  let set: (Type) -> Void
}

/// `Pair` of `typealias Pair<T> = (T, T)`.
final class GenericAlias {
  let name: String
  let parameters: [GenericParameter]
  /// In terms of the parameters; an error until it is known.
  var type: Type = .error
  init(_ name: String, parameters: [GenericParameter]) {
    self.name = name
    self.parameters = parameters
  }

  /// `Pair<T>`
  var signature: String { "\(name)<\(parameters.map(\.name).joined(separator: ", "))>" }
}
