/// Inference by unification. Every binding is on a trail, so that a trial can be undone.
struct TrailEntry {
  let variable: TypeVariable
  let binding: Type?
  let literal: TypeVariable.Literal?
  let bounds: [NominalType]
}

extension Checker {
  func makeVariable(
    literal: TypeVariable.Literal? = nil, bounds: [NominalType] = [], at range: SourceRange?
  ) -> TypeVariable {
    let variable = TypeVariable(literal: literal, range: range)
    variable.bounds = bounds
    pending.append(variable)
    return variable
  }

  func undo(to mark: Int) {
    while trail.count > mark, let entry = trail.popLast() {
      entry.variable.binding = entry.binding
      entry.variable.literal = entry.literal
      entry.variable.bounds = entry.bounds
    }
  }

  private func record(_ variable: TypeVariable) {
    trail.append(
      TrailEntry(
        variable: variable, binding: variable.binding, literal: variable.literal, bounds: variable.bounds))
  }

  /// Makes two types equal, if that is possible.
  func unify(_ left: Type, _ right: Type) -> Bool {
    let mark = trail.count
    if match(left, right) { return true }
    undo(to: mark)
    return false
  }

  private func match(_ left: Type, _ right: Type) -> Bool {
    let left = left.shallow
    let right = right.shallow
    switch (left, right) {
    case (.error, _), (_, .error): return true
    case (.variable(let first), .variable(let second)):
      if first === second { return true }
      record(first)
      record(second)
      if let literal = first.literal {
        second.literal = second.literal == .floatingPoint ? .floatingPoint : literal
      }
      second.bounds += first.bounds
      first.binding = right
      return true
    case (.variable(let variable), let type), (let type, .variable(let variable)):
      return bind(variable, to: type)
    case (.nominal(let first, let firstArguments), .nominal(let second, let secondArguments)):
      return first === second && zip(firstArguments, secondArguments).allSatisfy { match($0, $1) }
    case (.tuple(let first), .tuple(let second)):
      guard first.count == second.count else { return false }
      return zip(first, second).allSatisfy {
        ($0.label == $1.label || $0.label == nil || $1.label == nil) && match($0.type, $1.type)
      }
    case (.function(let first), .function(let second)):
      guard first.parameters.count == second.parameters.count, first.throws == second.throws else { return false }
      if let one = first.thrownType, let other = second.thrownType, !match(one, other) { return false }
      return zip(first.parameters, second.parameters).allSatisfy {
        $0.isInOut == $1.isInOut && match($0.type, $1.type)
      } && match(first.result, second.result)
    case (.metatype(let first), .metatype(let second)): return match(first, second)
    case (.dependent(let first, let firstName), .dependent(let second, let secondName)):
      if firstName == secondName && match(first, second) { return true }
      let normalizedLeft = normalized(left)
      let normalizedRight = normalized(right)
      return (normalizedLeft != left || normalizedRight != right) && match(normalizedLeft, normalizedRight)
    case (.parameter, let other), (let other, .parameter):
      if left == right { return true }
      // `Wrapped` where `Wrapped == Int`
      var parameter = left
      if case .parameter = left {} else { parameter = right }
      let known = normalized(parameter)
      if known != parameter { return match(known, other) }
      if case .dependent = other, case let type = normalized(other), type != other { return match(parameter, type) }
      return false
    case (.dependent, let other), (let other, .dependent):
      var dependent = left
      if case .dependent = left {} else { dependent = right }
      let known = normalized(dependent)
      if case .dependent = known { return false }
      return match(known, other)
    default: return left == right
    }
  }

  func normalized(_ type: Type) -> Type {
    environment.reduced(type, requirements)
  }

  private func bind(_ variable: TypeVariable, to type: Type) -> Bool {
    if type.contains({ $0 == .variable(variable) }) { return false }
    if let literal = variable.literal {
      guard fits(literal, type) else { return false }
      // Overloads that keep the literals' own types come first.
      let preferred = literal == .integer ? Type.int : .double
      if type != preferred { score += type == .double ? 1 : 2 }
    }
    for bound in variable.bounds where !type.hasVariables {
      if !environment.conforms(type, to: bound, requirements: requirements) { return false }
    }
    record(variable)
    variable.binding = type
    return true
  }

  private func fits(_ literal: TypeVariable.Literal, _ type: Type) -> Bool {
    switch type {
    case .nominal(let nominal, _) where nominal.flavour == .builtin:
      return literal == .integer ? type.isNumber : type.isFloatingPoint
    case .nominal, .parameter, .dependent:
      return conforms(type, literal == .integer ? .integerLiteral : .floatLiteral)
    default: return false
    }
  }

  /// Gives literals their default types and reports what nothing determines. At the end of a statement.
  func finishInference(from start: Int = 0) {
    for variable in pending[min(start, pending.count)...] {
      guard variable.binding == nil, let literal = variable.literal else { continue }
      record(variable)
      variable.binding = literal == .integer ? .int : .double
    }
    for variable in pending[min(start, pending.count)...] where variable.binding == nil {
      variable.binding = .error
      if diagnostics.isEmpty, let origin = variable.origin {
        report(
          "the generic parameter '\(origin.name)' of '\(origin.function)' cannot be found from this call",
          at: origin.range, notes: ["write the type of the result: let name: Type = ..."])
      } else if diagnostics.isEmpty, let range = variable.range {
        report(
          "the type of this cannot be found from its context", at: range,
          notes: ["write the type: let name: Type = ..."])
      }
    }
    pending.removeSubrange(min(start, pending.count)...)
    for literal in pendingLiterals { checkSize(literal) }
    pendingLiterals.removeAll { $0.type.unbound == nil }
    if depth == 0, trials == 0 { trail = [] }
  }

  /// Settles a literal whose members are used: `5.description`.
  func settle(_ type: Type) {
    guard let variable = type.unbound, let literal = variable.literal else { return }
    record(variable)
    variable.binding = literal == .integer ? .int : .double
  }

  private func checkSize(_ expression: TypedExpression) {
    guard case .integer(let digits) = expression.kind, let kind = IntegerKind(expression.type) else { return }
    let fits: Bool
    if kind.isSigned {
      let value = Int(digits)
      fits = value.map { $0 >= -1 << (kind.bits - 1) && $0 <= (1 << (kind.bits - 1)) &- 1 } ?? false
    } else {
      let value = UInt(digits)
      fits = value.map { kind.bits == 64 || $0 < 1 << UInt(kind.bits) } ?? false
    }
    if !fits {
      report("integer literal '\(digits)' overflows when stored into '\(expression.type)'", at: expression.range)
    }
  }

  // MARK: Conversions that need no writing

  /// The expression as a value of `target`, or nil if there is no implicit way.
  func coerce(_ expression: TypedExpression, to target: Type) -> TypedExpression? {
    if let result = coerceAsItIs(expression, to: target) { return result }
    return expression.isImplicitlyUnwrapped ? coerceAsItIs(unwrapped(expression), to: target) : nil
  }

  private func coerceAsItIs(_ expression: TypedExpression, to target: Type) -> TypedExpression? {
    let from = requirements.isEmpty ? expression.type.shallow : normalized(expression.type).shallow
    if case .dependent(let base, _) = target.shallow { settle(base) }
    let target = normalized(target).shallow
    if from == .error || target == .error { return expression }
    if from.isNever && !target.isNever {
      return TypedExpression(.upcast(expression), target, expression.range)
    }
    if case .variable = target { return unify(from, target) ? expression : nil }
    if from != target, isHidden(target), reveals(from, as: target) {
      return TypedExpression(.upcast(expression), target, expression.range)
    }
    if let wrapped = target.wrapped {
      if let given = from.wrapped { return coerceOptional(expression, given, to: target, wrapped) }
      if let variable = from.unbound, variable.literal == nil { return unify(from, target) ? expression : nil }
      guard let inner = coerce(expression, to: wrapped) else { return nil }
      score += 3
      return TypedExpression(.wrap(inner), target, expression.range)
    }
    if case .existential(let protocols) = target {
      if from == target { return expression }
      settle(from)
      let from = from.shallow
      if from.unbound != nil { return nil }
      guard
        protocols.allSatisfy({
          environment.conforms(from, to: $0, requirements: requirements) || isSelfConforming(from, $0)
        })
      else { return nil }
      for constraint in protocols.compactMap(\.constraint) {
        for (name, wanted) in zip(constraint.names, constraint.types) where wanted.hasVariables {
          guard unify(normalized(.dependent(from, name)), wanted) else { return nil }
        }
      }
      score += 10
      return TypedExpression(.erase(expression), target, expression.range)
    }
    if case .metatype(let wanted) = target, case .metatype(let given) = from,
      case .existential(let protocols) = wanted.shallow, !given.isExistential
    {
      let given = given.shallow
      guard protocols.allSatisfy({ conforms(given, $0) }) else { return nil }
      return TypedExpression(.upcast(expression), target, expression.range)
    }
    if case .metatype(let wanted) = target, case .metatype(let given) = from, wanted.isClass, given.isClass,
      wanted.nominal !== given.nominal
    {
      guard let found = ancestor(of: given, wanted.nominal), unify(found, wanted) else { return nil }
      return TypedExpression(.upcast(expression), target, expression.range)
    }
    if let thrown = target.function?.thrownType, let given = from.function, given.throws,
      given.thrownType?.resolved != thrown.resolved
    {
      return nil
    }
    if case .function(let wanted) = target, case .function(let given) = from, wanted.throws, !given.throws {
      var widened = given
      (widened.throws, widened.thrownType) = (true, wanted.thrownType)
      return unify(.function(widened), target) ? expression : convertedFunction(expression, to: target)
    }
    if target.isClass, case let ancestor = from.classOrSelf, ancestor.isClass, from.nominal !== target.nominal {
      guard let found = self.ancestor(of: ancestor, target.nominal), unify(found, target) else { return nil }
      return TypedExpression(.upcast(expression), target, expression.range)
    }
    if let wanted = target.tuple, let given = from.tuple, wanted.count == given.count,
      case .tuple(let elements) = expression.kind
    {
      var converted: [TypedExpression] = []
      for (element, (want, have)) in zip(elements, zip(wanted, given)) {
        guard want.label == have.label || want.label == nil || have.label == nil else {
          return convertedTuple(expression, to: target)
        }
        guard let value = coerce(element, to: want.type) else { return nil }
        converted.append(value)
      }
      return TypedExpression(.tuple(converted), target, expression.range)
    }
    if unify(from, target) { return expression }
    return convertedTuple(expression, to: target) ?? convertedFunction(expression, to: target)
      ?? convertedCollection(expression, to: target)
  }

  /// A class or the superclass of it that is `nominal`, with its generic arguments.
  func ancestor(of type: Type, _ nominal: NominalType?) -> Type? {
    var current: Type? = type.shallow
    while case .nominal(let candidate, let arguments)? = current {
      if candidate === nominal { return current }
      current = candidate.superclass.map { Substitution(candidate.genericParameters, arguments).apply($0) }
    }
    return nil
  }

  /// An optional as another optional: as it is, within one more, or with its value converted.
  private func coerceOptional(
    _ expression: TypedExpression, _ given: Type, to target: Type, _ wrapped: Type
  ) -> TypedExpression? {
    if unify(expression.type, target) { return expression }
    score += 3
    if wrapped.unbound == nil, unify(expression.type, wrapped) {
      return TypedExpression(.wrap(expression), target, expression.range)
    }
    if wrapped.wrapped != nil { return nil }
    let step = TypedExpression(.chainStep(expression), given, expression.range)
    return coerce(step, to: wrapped).map { TypedExpression(.chain($0), target, expression.range) }
  }

  private func isSelfConforming(_ type: Type, _ proto: NominalType) -> Bool {
    guard case .existential(let protocols) = type else { return false }
    return protocols.contains { environment.inherits($0, proto) }
  }
}
