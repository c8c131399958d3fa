/// A function as one call sees it: its generic parameters replaced by types or by inference variables.
struct Callee {
  var symbol: FunctionSymbol
  /// For `symbol.allParameters`.
  var typeArguments: [Type]
  var parameters: [ParameterSymbol]
  var result: Type
  var receiver: TypedExpression?
  /// Conditions of the extension that declares it.
  var requirements: [Requirement] = []
  var substitution: Substitution

  var functionType: Type {
    .function(
      FunctionType(
        parameters: parameters.map { .init(type: $0.storedType, isInOut: $0.isInOut) },
        throws: symbol.signature.throws, thrownType: symbol.signature.thrownType, result: result))
  }
}

extension Checker {
  /// Prepares a function for use. `base` is the type it is a member of, if it is one.
  func instantiate(
    _ symbol: FunctionSymbol, base: Type?, receiver: TypedExpression? = nil, requirements: [Requirement] = []
  ) -> Callee {
    let signature = symbol.signature
    var substitution = Substitution()
    if let owner = symbol.owner {
      if let base {
        substitution = memberSubstitution(owner: owner, base: base)
      } else {
        for parameter in symbol.outerParameters {
          substitution.types[parameter] = .variable(makeVariable(bounds: parameter.bounds, at: nil))
        }
      }
    }
    for parameter in signature.genericParameters {
      substitution.types[parameter] = .variable(makeVariable(bounds: parameter.bounds, at: nil))
    }
    let parameters = signature.parameters.map { parameter in
      var result = parameter
      result.type = normalized(substitution.apply(parameter.type))
      return result
    }
    var result = normalized(substitution.apply(signature.result))
    if symbol.returnsSelf, let base { result = result.wrapped == nil ? base : .optional(base) }
    return Callee(
      symbol: symbol, typeArguments: symbol.allParameters.map { substitution.types[$0] ?? .parameter($0) },
      parameters: parameters, result: result, receiver: receiver,
      requirements: requirements + signature.requirements, substitution: substitution)
  }

  func memberSubstitution(owner: NominalType, base: Type) -> Substitution {
    environment.memberSubstitution(owner: owner, base: base)
  }

  // MARK: Arguments and parameters

  enum Binding {
    case provided([Int])
    case absent
  }

  struct MatchFailure {
    var message: String
    var range: SourceRange
    var notes: [String] = []
    /// How far the call is from fitting: small differences are the more likely intention.
    var distance: Int
  }

  /// Which arguments belong to which parameter, by order and labels.
  func match(
    _ arguments: [Argument], _ callee: Callee, range: SourceRange
  ) -> (bindings: [Binding], failure: MatchFailure?) {
    var bindings: [Binding] = []
    var next = 0
    let parameters = callee.parameters
    for (position, parameter) in parameters.enumerated() {
      guard next < arguments.count else {
        if parameter.defaultValue != nil || parameter.isVariadic || isProbing {
          bindings.append(parameter.isVariadic ? .provided([]) : .absent)
          continue
        }
        let name = parameter.label ?? "#\(position + 1)"
        return (
          [],
          MatchFailure(
            message: "missing argument for parameter '\(name)' in call", range: range,
            notes: ["it is called as \(usage(callee))"], distance: parameters.count - position)
        )
      }
      let argument = arguments[next]
      let takesClosure = parameter.type.shallow.function != nil || parameter.type.wrapped?.function != nil
      if argument.isTrailingClosure, argument.label == nil {
        let isGeneric = parameter.type.unbound != nil
        if takesClosure || isGeneric {
          // A closure goes to the first function parameter that cannot do without it.
          bindings.append(.provided([next]))
          next += 1
          continue
        }
      } else if argument.label == parameter.label {
        var taken = [next]
        next += 1
        if parameter.isVariadic {
          while next < arguments.count, arguments[next].label == nil, !arguments[next].isTrailingClosure {
            taken.append(next)
            next += 1
          }
        }
        bindings.append(.provided(taken))
        continue
      }
      if parameter.defaultValue != nil || parameter.isVariadic {
        bindings.append(parameter.isVariadic ? .provided([]) : .absent)
        continue
      }
      return ([], labelFailure(argument, parameter, position, arguments, next, callee, range))
    }
    if next < arguments.count { return ([], extraFailure(arguments[next], callee)) }
    return (bindings, nil)
  }

  private func usage(_ callee: Callee) -> String {
    let symbol = callee.symbol
    let name = symbol.isInitializer ? callee.result.wrapped?.description ?? callee.result.description : symbol.name
    let parameters = callee.symbol.signature.parameters.filter { $0.defaultValue == nil }.map { parameter in
      (parameter.label.map { $0 + ": " } ?? "") + parameter.name
    }
    return name + "(" + parameters.joined(separator: ", ") + ")"
  }

  private func labelFailure(
    _ argument: Argument, _ parameter: ParameterSymbol, _ position: Int, _ arguments: [Argument], _ next: Int,
    _ callee: Callee, _ range: SourceRange
  ) -> MatchFailure {
    let at = argument.labelRange ?? argument.value.range
    let laterLabels = callee.parameters[position...].compactMap(\.label)
    let missing = parameter.label.map { "'\($0)'" } ?? "#\(position + 1)"
    if argument.isTrailingClosure {
      return MatchFailure(
        message: "missing argument for parameter \(missing) in call", range: range,
        notes: ["it is called as \(usage(callee))"], distance: 3)
    }
    switch (argument.label, parameter.label) {
    case (nil, let wanted?):
      let surplus = arguments.count - next > callee.parameters.count - position
      if surplus { return extraFailure(argument, callee) }
      return MatchFailure(
        message: "missing argument label '\(wanted):' in call", range: at,
        notes: ["labels are part of a function's name: \(usage(callee))"], distance: 1)
    case (let given?, nil):
      if laterLabels.contains(given) {
        return MatchFailure(
          message: "missing argument for parameter #\(position + 1) in call", range: range,
          notes: ["it is called as \(usage(callee))"], distance: 2)
      }
      return MatchFailure(
        message: "extraneous argument label '\(given):' in call", range: at,
        notes: ["it is called as \(usage(callee))"], distance: 1)
    case (let given?, let wanted?):
      if arguments.contains(where: { $0.label == wanted }) {
        return MatchFailure(
          message: "argument '\(wanted)' must precede argument '\(given)'", range: at,
          notes: ["it is called as \(usage(callee))"], distance: 1)
      }
      if laterLabels.contains(given) {
        return MatchFailure(
          message: "missing argument for parameter '\(wanted)' in call", range: range,
          notes: ["it is called as \(usage(callee))"], distance: 2)
      }
      return MatchFailure(
        message: "incorrect argument label in call (have '\(given):', expected '\(wanted):')", range: at,
        notes: didYouMean(given, callee.parameters.compactMap(\.label)), distance: 1)
    case (nil, nil):
      return MatchFailure(message: "argument does not fit", range: at, distance: 3)
    }
  }

  private func extraFailure(_ argument: Argument, _ callee: Callee) -> MatchFailure {
    let at = argument.labelRange ?? argument.value.range
    let labels = callee.parameters.compactMap(\.label)
    if let label = argument.label {
      let isOutOfOrder = labels.contains(label)
      var notes = isOutOfOrder ? ["arguments keep the order of the parameters"] : didYouMean(label, labels)
      if notes.isEmpty { notes = ["it is called as \(usage(callee))"] }
      return MatchFailure(message: "extra argument '\(label)' in call", range: at, notes: notes, distance: 2)
    }
    let notes = callee.parameters.isEmpty ? ["it takes no arguments"] : ["it is called as \(usage(callee))"]
    return MatchFailure(message: "extra argument in call", range: at, notes: notes, distance: 3)
  }
}
