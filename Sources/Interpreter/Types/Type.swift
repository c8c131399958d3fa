/// The type of an expression, a variable or a function.
///
/// Two types are equal if they are written alike after `Solver.resolve`; inference variables compare by identity.
indirect enum Type: Hashable {
  /// `Int`, `Array<Int>`, `Optional<Tensor>`, a learner's struct.
  case nominal(NominalType, [Type])
  /// `()` is the empty tuple, `Void`.
  case tuple([TupleElement])
  case function(FunctionType)
  /// A generic parameter inside its own declaration.
  case parameter(GenericParameter)
  /// `Self.Element` as long as `Self` is not known.
  case dependent(Type, String)
  /// A type still to be inferred.
  case variable(TypeVariable)
  /// `any P`; `Any` where there is no protocol.
  case existential([NominalType])
  case metatype(Type)
  /// Something that was reported already; fits everything.
  case error
}

struct TupleElement: Hashable {
  var label: String?
  var type: Type
}

extension Type {
  /// Whether the type, written out, has more than `limit` parts.
  func isLarger(than limit: Int) -> Bool {
    var left = limit
    return contains { _ in
      left -= 1
      return left < 0
    }
  }

  /// Whether types stand within each other on more than `limit` levels.
  func isDeeperThan(_ limit: Int) -> Bool {
    if limit < 0 { return true }
    switch self {
    case .nominal(_, let arguments): return arguments.contains { $0.isDeeperThan(limit - 1) }
    case .tuple(let elements): return elements.contains { $0.type.isDeeperThan(limit - 1) }
    case .function(let function):
      return function.result.isDeeperThan(limit - 1)
        || function.parameters.contains { $0.type.isDeeperThan(limit - 1) }
    case .metatype(let type), .dependent(let type, _): return type.isDeeperThan(limit - 1)
    case .variable(let variable): return variable.binding?.isDeeperThan(limit) ?? false
    case .parameter, .existential, .error: return false
    }
  }
}

struct FunctionType: Hashable {
  struct Parameter: Hashable {
    var type: Type
    var isInOut = false
  }
  var parameters: [Parameter]
  var `throws` = false
  /// Of `throws(E)`.
  var thrownType: Type?
  var result: Type
}

/// `T` of `func f<T: Comparable>`, `Element` of `Array`, `Self` of a protocol.
final class GenericParameter: Hashable, @unchecked Sendable {
  let name: String
  /// Protocols written at the declaration.
  var bounds: [NominalType] = []
  /// A class written at the declaration: the type is that class or a subclass of it.
  var superclass: Type?

  init(_ name: String, bounds: [NominalType] = []) {
    self.name = name
    self.bounds = bounds
  }

  static func == (left: GenericParameter, right: GenericParameter) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A type that inference will find. Bound once; `Solver` can undo that.
final class TypeVariable: Hashable {
  /// What a literal allows: an integer literal can become any number, a decimal one only a floating-point type.
  enum Literal { case integer, floatingPoint }
  var binding: Type?
  var literal: Literal?
  /// The generic parameter and the call that it was made for, to name them if nothing determines it.
  var origin: (name: String, function: String, range: SourceRange)?
  /// What the generic parameter behind it must conform to.
  var bounds: [NominalType] = []
  let range: SourceRange?

  init(literal: Literal? = nil, range: SourceRange?) {
    self.literal = literal
    self.range = range
  }

  static func == (left: TypeVariable, right: TypeVariable) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A condition on generic types: `Element: Comparable` or `C.Element == Int`.
struct Requirement {
  enum Relation {
    case conforms(NominalType)
    case equals(Type)
  }
  var subject: Type
  var relation: Relation
}

extension Type {
  static var void: Type { .tuple([]) }
  static var any: Type { .existential([]) }
  static var int: Type { .nominal(.int, []) }
  static var double: Type { .nominal(.double, []) }
  static var float: Type { .nominal(.float, []) }
  static var bool: Type { .nominal(.bool, []) }
  static var string: Type { .nominal(.string, []) }
  static var character: Type { .nominal(.character, []) }
  static var never: Type { .nominal(.never, []) }
  static func array(_ element: Type) -> Type { .nominal(.array, [element]) }
  static func optional(_ wrapped: Type) -> Type { .nominal(.optional, [wrapped]) }
  static func dictionary(_ key: Type, _ value: Type) -> Type { .nominal(.dictionary, [key, value]) }

  /// The type that a bound variable stands for, one level deep.
  var shallow: Type {
    var type = self
    while case .variable(let variable) = type, let binding = variable.binding { type = binding }
    return type
  }

  var nominal: NominalType? {
    if case .nominal(let nominal, _) = shallow { return nominal }
    return nil
  }
  var arguments: [Type] {
    if case .nominal(_, let arguments) = shallow { return arguments }
    return []
  }
  /// `T` of `T?`.
  var wrapped: Type? {
    if case .nominal(.optional, let arguments) = shallow { return arguments[0] }
    return nil
  }
  var arrayElement: Type? {
    if case .nominal(.array, let arguments) = shallow { return arguments[0] }
    return nil
  }
  var function: FunctionType? {
    if case .function(let function) = shallow { return function }
    return nil
  }
  var tuple: [TupleElement]? {
    if case .tuple(let elements) = shallow { return elements }
    return nil
  }
  /// The variable of a type that is not inferred yet.
  var unbound: TypeVariable? {
    if case .variable(let variable) = shallow { return variable }
    return nil
  }
  var isVoid: Bool {
    if case .tuple(let elements) = shallow { return elements.isEmpty }
    return false
  }
  var isError: Bool { shallow == .error }
  /// The class that a generic parameter must be, for others the type itself.
  var classOrSelf: Type {
    if case .parameter(let parameter) = shallow, let superclass = parameter.superclass { return superclass.shallow }
    return shallow
  }
  var isNever: Bool { nominal === NominalType.never }
  var isClass: Bool { nominal?.flavour == .class }
  var isExistential: Bool {
    if case .existential = shallow { return true }
    return false
  }

  /// The type with every bound variable replaced.
  var resolved: Type { transformed { $0 } }

  /// The type with each part, innermost first, replaced by what `change` makes of it.
  func transformed(_ change: (Type) -> Type) -> Type {
    switch shallow {
    case .nominal(let nominal, let arguments):
      return change(arguments.isEmpty ? shallow : .nominal(nominal, arguments.map { $0.transformed(change) }))
    case .tuple(let elements):
      return change(.tuple(elements.map { TupleElement(label: $0.label, type: $0.type.transformed(change)) }))
    case .function(let function):
      let parameters = function.parameters.map {
        FunctionType.Parameter(type: $0.type.transformed(change), isInOut: $0.isInOut)
      }
      return change(
        .function(
          FunctionType(
            parameters: parameters, throws: function.throws, thrownType: function.thrownType?.transformed(change),
            result: function.result.transformed(change))))
    case .dependent(let base, let name): return change(.dependent(base.transformed(change), name))
    case .metatype(let instance): return change(.metatype(instance.transformed(change)))
    case .existential(let protocols): return change(.existential(protocols.transformed(change)))
    case .parameter, .variable, .error: return change(shallow)
    }
  }

  /// Whether any part satisfies `condition`.
  func contains(_ condition: (Type) -> Bool) -> Bool {
    let type = shallow
    if condition(type) { return true }
    switch type {
    case .nominal(_, let arguments): return arguments.contains { $0.contains(condition) }
    case .tuple(let elements): return elements.contains { $0.type.contains(condition) }
    case .function(let function):
      return function.parameters.contains { $0.type.contains(condition) } || function.result.contains(condition)
    case .dependent(let base, _): return base.contains(condition)
    case .metatype(let instance): return instance.contains(condition)
    case .existential(let protocols): return protocols.contains(condition)
    case .parameter, .variable, .error: return false
    }
  }

  var hasVariables: Bool {
    contains {
      if case .variable = $0 { return true }
      return false
    }
  }
  var hasParameters: Bool {
    contains {
      switch $0 {
      case .parameter, .dependent: return true
      default: return false
      }
    }
  }
  var hasErrors: Bool { contains { $0 == .error } }
}
