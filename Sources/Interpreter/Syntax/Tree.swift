/// The program as it was written: names unresolved, literals without types, operators folded by precedence.
///
/// Only `Syntax/` knows swift-syntax; everything behind it reads this tree. Every node holds its range.
struct Expression {
  indirect enum Kind {
    /// Digits without underscores, in decimal; a leading minus is a prefix operator.
    case integer(String)
    case floatingPoint(String)
    case boolean(Bool)
    case string([StringSegment])
    case nilLiteral
    /// `a`, `self`, `super`, `$0`, `f(_:kernel:)` (labels), `Array<Int>` (generic arguments).
    case name(String, labels: [String]? = nil, genericArguments: [TypeName] = [])
    /// `base.name`; without a base an implicit member, `.float64`. Tuple elements have digits for a name.
    case member(
      Expression?, name: String, nameRange: SourceRange, labels: [String]? = nil, genericArguments: [TypeName] = [])
    case call(Expression, [Argument])
    case index(Expression, [Argument])
    case closure(Closure)
    case array([Expression])
    case dictionary([(key: Expression, value: Expression)])
    /// `()` and `(a, label: b)`; a parenthesised expression is `paren`.
    case tuple([Argument])
    case paren(Expression)
    case prefix(operator: String, operatorRange: SourceRange, Expression)
    case postfix(operator: String, operatorRange: SourceRange, Expression)
    case binary(operator: String, operatorRange: SourceRange, Expression, Expression)
    /// `a = b`
    case assign(Expression, Expression)
    case ternary(Expression, then: Expression, else: Expression)
    case cast(Expression, CastKind, TypeName)
    case tryExpression(TryKind, Expression)
    /// `a?` inside a chain; the chain's end is `chain`.
    case optionalTry(Expression)
    /// The extent of an optional chain: if any `optionalTry` inside is nil, the whole is nil.
    case chain(Expression)
    case forced(Expression)
    case inOut(Expression)
    case ifExpression(IfStatement)
    case switchExpression(SwitchStatement)
    case keyPath(root: TypeName?, [String])
    /// A type in the place of an expression: `[Int]` in `[Int]()`, `Int` in `Int.self`.
    case type(TypeName)
    /// `_` on the left of an assignment.
    case discard
    /// `<#your loops#>`: a place that the learner has not filled.
    case placeholder(String)
    /// Unbounded range `...` as a subscript argument.
    case unboundedRange
    /// Something that the parser or the lowering has already reported.
    case invalid
  }
  var kind: Kind
  var range: SourceRange
}

extension Expression {
  /// Whether it holds statements of its own.
  var isBranch: Bool {
    switch kind {
    case .ifExpression, .switchExpression: true
    default: false
    }
  }
}

enum StringSegment {
  /// Text with its escapes resolved and multi-line indentation removed.
  case text(String)
  case interpolation(Expression)
}

struct Argument {
  var label: String?
  var labelRange: SourceRange?
  var value: Expression
  var isTrailingClosure = false
}

enum CastKind { case `is`, `as`, conditional, forced }
enum TryKind { case plain, optional, forced }

/// How a reference holds its object without keeping it.
enum Ownership: String {
  /// Nil as soon as the object is gone.
  case weak
  /// The object must be there when it is asked for.
  case unowned

  /// `unowned(safe)` and `unowned(unsafe)` are the same here.
  init?(_ modifiers: [String]) {
    if modifiers.contains("weak") {
      self = .weak
    } else if modifiers.contains(where: { $0.hasPrefix("unowned") }) {
      self = .unowned
    } else {
      return nil
    }
  }
}

final class Closure {
  struct Parameter {
    var name: String
    var nameRange: SourceRange
    var type: TypeName?
    var isInOut = false
  }
  struct Capture {
    var name: String
    var ownership: Ownership?
    var value: Expression
  }
  var captures: [Capture] = []
  /// Nil where the closure uses `$0`, or has no parameters at all.
  var parameters: [Parameter]?
  var `throws` = false
  /// `throws(E)`
  var thrownType: TypeName?
  var result: TypeName?
  var body: [Statement] = []
  var range: SourceRange
  init(range: SourceRange) { self.range = range }
}

struct TypeName {
  indirect enum Kind {
    /// `Int`, `Array<Int>`, `Outer.Inner` (path).
    case named([String], arguments: [TypeName])
    /// `Box<Int>.Index`
    case member(TypeName, String, arguments: [TypeName])
    case array(TypeName)
    case dictionary(TypeName, TypeName)
    case optional(TypeName)
    case tuple([(label: String?, type: TypeName)])
    case function(
      parameters: [(isInOut: Bool, isVariadic: Bool, type: TypeName)], throws: Bool, thrown: TypeName?, result: TypeName
    )
    case some(TypeName)
    case any(TypeName)
    case composition([TypeName])
    case metatype(TypeName)
    case invalid
  }
  var kind: Kind
  var range: SourceRange
  /// `T!`: an optional that is unwrapped where a `T` is needed.
  var isImplicitlyUnwrapped = false
}

extension TypeName {
  /// `Index` of `Box<Int>.Index`, for types that are names.
  var lastName: String? {
    switch kind {
    case .named(let path, _): path.last
    case .member(_, let name, _): name
    default: nil
    }
  }
}

struct Pattern {
  indirect enum Kind {
    case wildcard
    /// `x` under a `let` or `var`.
    case name(String, isVariable: Bool)
    case tuple([(label: String?, pattern: Pattern)])
    /// `.some(let x)`, `Shape.circle(radius: let r)`; nil payload where no parentheses are written. With a type and
    /// without a payload it may also be a constant of that type: `Int.max`.
    case enumCase(type: TypeName?, name: String, payload: [(label: String?, pattern: Pattern)]?)
    /// `let x?`
    case optional(Pattern)
    case isType(TypeName)
    /// `let x as T`
    case asType(Pattern, TypeName)
    /// Anything else: compared with `~=`.
    case expression(Expression)
    case invalid
  }
  var kind: Kind
  var type: TypeName?
  var range: SourceRange
}

struct Statement {
  indirect enum Kind {
    case expression(Expression)
    case declaration(Declaration)
    case `return`(Expression?)
    case `throw`(Expression)
    case `break`(label: String?)
    case `continue`(label: String?)
    case `fallthrough`
    case `if`(IfStatement)
    case `guard`([Condition], else: [Statement])
    case `while`(label: String?, [Condition], body: [Statement])
    case `repeat`(label: String?, body: [Statement], until: Expression)
    case `for`(label: String?, Pattern, in: Expression, where: Expression?, body: [Statement])
    case `switch`(SwitchStatement)
    case `do`(label: String?, throws: TypeName?, body: [Statement], catches: [Catch])
    case `defer`([Statement])
    case invalid
  }
  var kind: Kind
  var range: SourceRange
}

final class IfStatement {
  enum Otherwise {
    case block([Statement])
    case elseIf(IfStatement)
  }
  var label: String?
  var conditions: [Condition]
  var body: [Statement]
  var otherwise: Otherwise?
  var range: SourceRange
  init(label: String?, conditions: [Condition], body: [Statement], otherwise: Otherwise?, range: SourceRange) {
    self.label = label
    self.conditions = conditions
    self.body = body
    self.otherwise = otherwise
    self.range = range
  }
}

struct Condition {
  enum Kind {
    case boolean(Expression)
    /// `if let x = e` and `if let x` (nil initializer), `if var`.
    case binding(Pattern, isVariable: Bool, Expression?)
    case pattern(Pattern, Expression)
  }
  var kind: Kind
  var range: SourceRange
}

final class SwitchStatement {
  struct Case {
    var patterns: [(pattern: Pattern, where: Expression?)]
    var isDefault: Bool
    var body: [Statement]
    var range: SourceRange
  }
  var label: String?
  var subject: Expression
  var cases: [Case]
  var range: SourceRange
  init(label: String?, subject: Expression, cases: [Case], range: SourceRange) {
    self.label = label
    self.subject = subject
    self.cases = cases
    self.range = range
  }
}

struct Catch {
  var patterns: [(pattern: Pattern, where: Expression?)]
  var body: [Statement]
  var range: SourceRange
}

struct Declaration {
  enum Kind {
    case variable(VariableDeclaration)
    case function(FunctionDeclaration)
    case type(TypeDeclaration)
    case `extension`(ExtensionDeclaration)
    case typeAlias(name: String, parameters: [FunctionDeclaration.GenericParameter], TypeName)
    case associatedType(AssociatedTypeDeclaration)
    case enumCases([EnumCaseDeclaration])
  }
  var kind: Kind
  /// `static`, `mutating`, `private`, `lazy`, `@discardableResult`, ... as written.
  var modifiers: [String]
  /// The `///` comment before it, without slashes.
  var documentation: String
  var range: SourceRange
}

final class VariableDeclaration {
  struct Binding {
    var pattern: Pattern
    var initializer: Expression?
    /// Computed properties and observers.
    var accessors: Accessors?
  }
  var isVariable: Bool
  var bindings: [Binding]
  init(isVariable: Bool, bindings: [Binding]) {
    self.isVariable = isVariable
    self.bindings = bindings
  }
}

/// `{ get set }` of a signature has empty bodies and `isRequirement`.
final class Accessors {
  var isRequirement = false
  var getter: [Statement]?
  /// `mutating get`
  var changesWhenRead = false
  var setter: (parameter: String, body: [Statement])?
  var willSet: (parameter: String, body: [Statement])?
  var didSet: (parameter: String, body: [Statement])?
}

/// `func`, `init`, `deinit`, `subscript` and operator functions.
final class FunctionDeclaration {
  enum Role {
    case function
    case initializer(isFailable: Bool)
    case deinitializer
    case subscriptAccess(Accessors?)
  }
  struct Parameter {
    /// Nil for `_`.
    var label: String?
    var name: String
    var nameRange: SourceRange
    var type: TypeName
    var isInOut = false
    var isVariadic = false
    var isAutoclosure = false
    /// `@escaping`
    var isEscaping = false
    var defaultValue: Expression?
  }
  struct GenericParameter {
    var name: String
    var constraint: TypeName?
  }
  struct Requirement {
    /// `left: right` or `left == right`.
    var left: TypeName
    var right: TypeName
    var isEquality: Bool
  }
  var role: Role
  var name: String
  var nameRange: SourceRange
  var genericParameters: [GenericParameter] = []
  var requirements: [Requirement] = []
  var parameters: [Parameter] = []
  var `throws` = false
  var `rethrows` = false
  /// `throws(E)`
  var thrownType: TypeName?
  var result: TypeName?
  /// Nil for a signature without a body: protocol requirements and natives.
  var body: [Statement]?
  init(role: Role, name: String, nameRange: SourceRange) {
    self.role = role
    self.name = name
    self.nameRange = nameRange
  }
}

final class TypeDeclaration {
  enum Flavour { case structure, enumeration, `class`, `protocol` }
  var flavour: Flavour
  var name: String
  var nameRange: SourceRange
  var genericParameters: [FunctionDeclaration.GenericParameter] = []
  /// `Element` of `protocol Container<Element>`.
  var primaryAssociatedTypes: [String] = []
  var inherited: [TypeName] = []
  var requirements: [FunctionDeclaration.Requirement] = []
  var members: [Declaration] = []
  init(flavour: Flavour, name: String, nameRange: SourceRange) {
    self.flavour = flavour
    self.name = name
    self.nameRange = nameRange
  }
}

/// `associatedtype Element: Equatable = Int where ...` in a protocol.
struct AssociatedTypeDeclaration {
  var name: String
  var inherited: [TypeName]
  var requirements: [FunctionDeclaration.Requirement]
  var fallback: TypeName?
}

final class ExtensionDeclaration {
  var extended: TypeName
  var inherited: [TypeName] = []
  var requirements: [FunctionDeclaration.Requirement] = []
  var members: [Declaration] = []
  init(extended: TypeName) { self.extended = extended }
}

struct EnumCaseDeclaration {
  var name: String
  var nameRange: SourceRange
  var payload: [(label: String?, type: TypeName, defaultValue: Expression?)]
  var rawValue: Expression?
}

/// A parsed program: what could be read, and what could not.
struct ParsedSource {
  var source: SourceText
  var statements: [Statement]
  var diagnostics: [Diagnostic]
  /// With those that it declares.
  var operators: OperatorTable
}
