/// The program with names resolved and every expression typed.
///
/// Types may contain inference variables until the statement around them is checked, and generic parameters inside
/// generic functions; the compiler replaces both.
final class TypedExpression {
  indirect enum Kind {
    /// Decimal digits, with a minus where a prefix operator stood before the literal.
    case integer(String)
    case floatingPoint(String)
    case boolean(Bool)
    case string([TypedSegment])
    case nilLiteral
    case void
    case variable(VariableSymbol)
    /// A function as a value; with a receiver, a bound method.
    case functionValue(FunctionSymbol, [Type], receiver: TypedExpression?)
    case closure(CheckedBody)
    case array([TypedExpression])
    case dictionary([(key: TypedExpression, value: TypedExpression)])
    case tuple([TypedExpression])
    /// A known function with its generic arguments; methods have `self` as the first argument.
    case call(FunctionSymbol, [Type], [TypedExpression])
    /// A function value.
    case callValue(TypedExpression, [TypedExpression])
    /// Arithmetic and comparison of the built-in types; both operands have one type.
    case binary(BinaryOperator, TypedExpression, TypedExpression)
    case negate(TypedExpression)
    case not(TypedExpression)
    case bitwiseNot(TypedExpression)
    case and(TypedExpression, TypedExpression)
    case or(TypedExpression, TypedExpression)
    case coalesce(TypedExpression, TypedExpression)
    case ternary(TypedExpression, TypedExpression, TypedExpression)
    /// A stored property of a struct or class.
    case field(TypedExpression, Int)
    case tupleElement(TypedExpression, Int)
    case arrayElement(TypedExpression, TypedExpression)
    /// A computed property or a subscript; `self` (if any) comes apart from the indices.
    case accessor(Accessor)
    case assign(TypedExpression, TypedExpression)
    case compoundAssign(BinaryOperator, TypedExpression, TypedExpression)
    /// `&x`
    case inOut(TypedExpression)
    case enumValue(EnumCase, [TypedExpression])
    case wrap(TypedExpression)
    case forced(TypedExpression)
    case chain(TypedExpression)
    case chainStep(TypedExpression)
    /// Any value as an existential.
    case erase(TypedExpression)
    /// From one number type to another.
    case convert(TypedExpression)
    case cast(TypedExpression, CastKind, Type)
    case upcast(TypedExpression)
    case ifExpression(TypedIf)
    case switchExpression(TypedSwitch)
    case attempt(TryKind, TypedExpression)
    case defaultArgument(FunctionSymbol, Int, [Type])
    case variadic([TypedExpression])
    /// A range from its bounds.
    case rangeValue([TypedExpression])
    case typeValue(Type)
    /// `type(of: x)`
    case dynamicType(TypedExpression)
    /// A static member of the type that a value is.
    case callOnType(TypedExpression, FunctionSymbol, [Type], [TypedExpression])
    case discard
    case invalid
  }

  final class Accessor {
    let getter: FunctionSymbol
    let setter: FunctionSymbol?
    let typeArguments: [Type]
    let base: TypedExpression?
    let arguments: [TypedExpression]
    init(
      getter: FunctionSymbol, setter: FunctionSymbol?, typeArguments: [Type], base: TypedExpression?,
      arguments: [TypedExpression]
    ) {
      self.getter = getter
      self.setter = setter
      self.typeArguments = typeArguments
      self.base = base
      self.arguments = arguments
    }
  }

  var kind: Kind
  var type: Type
  let range: SourceRange

  init(_ kind: Kind, _ type: Type, _ range: SourceRange) {
    self.kind = kind
    self.type = type
    self.range = range
  }
}

extension TypedExpression {
  /// The name of the constant that a value is part of; nil if the value can be changed.
  var immutableRoot: String? {
    switch kind {
    case .variable(let variable): return variable.isMutable ? nil : variable.name
    case .field(let base, let index):
      if let field = base.type.nominal?.fields[safe: index], !field.isMutable { return field.name }
      return base.type.isClass ? nil : base.immutableRoot
    case .tupleElement(let base, _), .arrayElement(let base, _), .forced(let base), .chainStep(let base):
      return base.immutableRoot
    case .accessor(let accessor):
      return accessor.setter == nil ? accessor.getter.name : accessor.base?.withoutInOut.immutableRoot
    case .inOut(let inner): return inner.immutableRoot
    default: return "a variable"
    }
  }
}

enum BinaryOperator: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case wrappingAdd = "&+"
  case wrappingSubtract = "&-"
  case wrappingMultiply = "&*"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case identical = "==="
  case notIdentical = "!=="

  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
  var isShift: Bool { self == .shiftLeft || self == .shiftRight }
  /// Needs an integer type.
  var isBitwise: Bool {
    switch self {
    case .wrappingAdd, .wrappingSubtract, .wrappingMultiply, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight: true
    default: false
    }
  }
}

enum TypedSegment {
  case text(String)
  case value(TypedExpression)
}

final class TypedIf {
  var conditions: [TypedCondition]
  var body: [TypedStatement]
  var otherwise: [TypedStatement]?
  let target: JumpTarget?
  init(conditions: [TypedCondition], body: [TypedStatement], otherwise: [TypedStatement]?, target: JumpTarget?) {
    self.conditions = conditions
    self.body = body
    self.otherwise = otherwise
    self.target = target
  }
}

final class TypedSwitch {
  struct Case {
    var patterns: [(pattern: TypedPattern, condition: TypedExpression?)]
    var isDefault: Bool
    var body: [TypedStatement]
  }
  let subject: TypedExpression
  var cases: [Case]
  let target: JumpTarget
  /// The word itself.
  let range: SourceRange
  init(subject: TypedExpression, cases: [Case], target: JumpTarget, range: SourceRange) {
    self.subject = subject
    self.cases = cases
    self.target = target
    self.range = range
  }
}

/// Where `break` and `continue` go.
final class JumpTarget {
  let label: String?
  let isLoop: Bool
  init(label: String?, isLoop: Bool) {
    self.label = label
    self.isLoop = isLoop
  }
}

enum TypedCondition {
  case boolean(TypedExpression)
  case pattern(TypedPattern, TypedExpression)
}

indirect enum TypedPattern {
  case wildcard
  case variable(VariableSymbol)
  case tuple([TypedPattern])
  case optional(TypedPattern)
  case none
  case enumCase(EnumCase, [TypedPattern])
  /// The subject goes into the variable, then the test decides.
  case test(VariableSymbol, TypedExpression)
  /// The subject cast to a type.
  case cast(TypedPattern, Type)

  /// The variables that it declares.
  var variables: [VariableSymbol] {
    switch self {
    case .variable(let variable): [variable]
    case .tuple(let parts), .enumCase(_, let parts): parts.flatMap(\.variables)
    case .optional(let inner), .cast(let inner, _): inner.variables
    case .wildcard, .none, .test: []
    }
  }

  /// Whether it fits every value of its type.
  var isIrrefutable: Bool {
    switch self {
    case .wildcard, .variable: true
    case .tuple(let patterns): patterns.allSatisfy(\.isIrrefutable)
    default: false
    }
  }
}

struct TypedStatement {
  indirect enum Kind {
    case expression(TypedExpression)
    case variable(TypedPattern, TypedExpression?)
    case `return`(TypedExpression?)
    case `throw`(TypedExpression)
    case `break`(JumpTarget)
    case `continue`(JumpTarget)
    case `fallthrough`
    case `if`(TypedIf)
    case `guard`([TypedCondition], otherwise: [TypedStatement])
    case `while`(JumpTarget, [TypedCondition], body: [TypedStatement])
    case `repeat`(JumpTarget, body: [TypedStatement], until: TypedExpression)
    case `for`(
      JumpTarget, TypedPattern, element: Type, in: TypedExpression, where: TypedExpression?, body: [TypedStatement])
    case `switch`(TypedSwitch)
    case `do`(JumpTarget, body: [TypedStatement], catches: [TypedCatch])
    case `defer`([TypedStatement])
    /// The value of a branch of an `if` or `switch` used as an expression.
    case yield(TypedExpression)
  }
  var kind: Kind
  var range: SourceRange
}

struct TypedCatch {
  var patterns: [(pattern: TypedPattern, condition: TypedExpression?)]
  var body: [TypedStatement]
}
