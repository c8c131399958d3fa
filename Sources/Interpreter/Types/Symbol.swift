/// A variable, constant or parameter.
final class VariableSymbol {
  enum Storage {
    case local
    /// The slot in the session's table.
    case global(Int)
  }
  let name: String
  var type: Type
  let isMutable: Bool
  let range: SourceRange?
  var storage: Storage
  /// The function or closure that declares it; nil for globals.
  let owner: BodyContext?
  /// Whether a closure or nested function reads it.
  var isCaptured = false
  /// Whether its value is assigned after the declaration, so that captures share a cell.
  var isAssignedLate = false
  var isInOut = false
  var isParameter = false
  /// Declared as `T!`.
  var isImplicitlyUnwrapped = false
  /// `weak` and `unowned`: its type is that of the storage.
  var ownership: Ownership?
  /// Set while its own initial value is checked.
  var isBeingDeclared = false
  /// Of a static property whose value is found when somebody first asks for it.
  var firstUse: FirstUse?
  /// Of a variable with `get` or observers: what reads and writes it.
  var accessors: (getter: FunctionSymbol, setter: FunctionSymbol?)?
  /// The number that it always is: of a constant whose value is written as a small one.
  var number: Int?

  init(
    _ name: String, type: Type, isMutable: Bool, range: SourceRange?, owner: BodyContext?, storage: Storage = .local
  ) {
    self.name = name
    self.type = type
    self.isMutable = isMutable
    self.range = range
    self.owner = owner
    self.storage = storage
  }

  /// Captured variables that change live in a cell on the heap; captured constants are copied.
  var isBoxed: Bool { isCaptured && (isMutable || isAssignedLate) }
  var isGlobal: Bool {
    if case .global = storage { return true }
    return false
  }
}

/// How a static property gets its value, once.
final class FirstUse {
  /// Says whether it has its value.
  let isReady: VariableSymbol
  let initializer: FunctionSymbol
  init(isReady: VariableSymbol, initializer: FunctionSymbol) {
    self.isReady = isReady
    self.initializer = initializer
  }
}

/// A parameter as callers and the body see it.
struct ParameterSymbol {
  var label: String?
  var name: String
  /// For variadic parameters the type of one argument.
  var type: Type
  var isInOut = false
  var isVariadic = false
  /// The argument is an expression that the function itself evaluates: its type is that of a closure.
  var isAutoclosure = false
  /// Of a function: it may be kept after the call.
  var isEscaping = false
  var defaultValue: Expression?

  /// The type inside the body.
  var storedType: Type { isVariadic ? .array(type) : type }
}

/// A function, method, initialiser, accessor or operator.
final class FunctionSymbol {
  enum Implementation {
    /// Statements of the language.
    case body([Statement])
    /// The machine's own, by the name in `Primitives`.
    case primitive(String)
    case native(Native)
    case nativeSetter(Native)
    /// Assigns the fields in order.
    case memberwise
    case enumCase(EnumCase)
    /// A protocol's requirement: found in the type when the call is compiled.
    case requirement(NominalType)
  }

  struct Signature {
    var parameters: [ParameterSymbol]
    var result: Type
    var `throws` = false
    var `rethrows` = false
    /// Of `throws(E)`: what a `catch` around a call gets.
    var thrownType: Type?
    /// The function's own generic parameters.
    var genericParameters: [GenericParameter] = []
    var requirements: [Requirement] = []
  }

  let name: String
  /// The type whose member it is.
  let owner: NominalType?
  /// Generic parameters of the surrounding type and functions, `Self` for protocol members.
  let outerParameters: [GenericParameter]
  let isStatic: Bool
  let isMutating: Bool
  let implementation: Implementation
  let declaration: FunctionDeclaration?
  let source: SourceText
  let documentation: String
  /// Where its names are looked up.
  let scope: Scope
  /// For nested functions: the body around it.
  let parentContext: BodyContext?
  /// From a cell, and which one; 0 for the library.
  var cell = 0
  var isInitializer: Bool { name == "init" }
  /// `convenience`, `override`, ... as written.
  var modifiers: [String] = []
  /// Whether a method of a class that may have subclasses gives `Self`: an object of the receiver's class.
  var returnsSelf: Bool {
    guard let owner, owner.flavour == .class, !owner.isFinal, let result = declaration?.result else { return false }
    if case .optional(let wrapped) = result.kind { return wrapped.plainName == "Self" }
    return result.plainName == "Self"
  }
  var isConvenience: Bool { modifiers.contains("convenience") }
  /// In classes: no subclass can put its own in its place.
  var isFinal: Bool { modifiers.contains("final") || modifiers.contains("static") }
  /// Declared with `mutating get`.
  var changesValue: Bool { isGetter && modifiers.contains("mutating") }
  var isFailable = false
  var isSetter = false
  var isGetter = false
  /// `subscript(_ indices: Int...) -> Double` of a host type has an instruction of its own.
  lazy var isElementAccess: Bool = {
    guard owner?.flavour == .host, name == "subscript", signature.parameters.count == 1 else { return false }
    let indices = signature.parameters[0]
    return indices.isVariadic && indices.type == .int && signature.result == .double
  }()

  private var makeSignature: ((FunctionSymbol) -> Signature)?
  lazy var signature: Signature = {
    let make = makeSignature
    makeSignature = nil
    isResolving = true
    defer { isResolving = false }
    return make?(self) ?? Signature(parameters: [], result: .error)
  }()
  /// Whether its types are being found right now.
  private(set) var isResolving = false

  var checkedBody: CheckedBody?
  var isBeingChecked = false
  var defaults: [Int: TypedExpression] = [:]

  init(
    name: String, owner: NominalType? = nil, outerParameters: [GenericParameter] = [], isStatic: Bool = false,
    isMutating: Bool = false, implementation: Implementation, declaration: FunctionDeclaration?, source: SourceText,
    documentation: String = "", scope: Scope, parentContext: BodyContext? = nil,
    signature: @escaping (FunctionSymbol) -> Signature
  ) {
    self.name = name
    self.owner = owner
    self.outerParameters = outerParameters
    self.isStatic = isStatic
    self.isMutating = isMutating
    self.implementation = implementation
    self.declaration = declaration
    self.source = source
    self.documentation = documentation
    self.scope = scope
    self.parentContext = parentContext
    makeSignature = signature
  }

  /// Whether its first argument is `self`.
  var hasSelf: Bool { owner != nil && !isStatic && !isInitializer }
  var allParameters: [GenericParameter] { outerParameters + signature.genericParameters }
  /// The type of `self` in its own terms.
  var selfType: Type? { owner?.selfType }

  /// `inputGradient(_:kernel:)`
  var fullName: String {
    if isGetter || isSetter { return name }
    return name + "(" + signature.parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
  }

  /// `(Tensor, kernel: Tensor) -> Tensor`
  var signatureText: String { signatureText { $0 } }

  /// The same with types as they are seen at some place.
  func signatureText(_ seen: (Type) -> Type) -> String {
    let signature = self.signature
    let parameters = signature.parameters.map { parameter in
      (parameter.label.map { $0 + ": " } ?? "") + (parameter.isInOut ? "inout " : "") + seen(parameter.type).description
        + (parameter.isVariadic ? "..." : "")
    }
    return "(" + parameters.joined(separator: ", ") + ")"
      + (signature.throws ? " throws" : signature.rethrows ? " rethrows" : "") + " -> "
      + (signature.result.isVoid ? "Void" : seen(signature.result).description)
  }
}

/// A property of a type: stored, or computed by functions.
final class PropertySymbol {
  enum Access {
    case field(Int)
    case computed(getter: FunctionSymbol, setter: FunctionSymbol?)
    /// A `static let`: a global of its own.
    case global(VariableSymbol)
  }
  let name: String
  private var makeType: (() -> Type)?
  lazy var type: Type = {
    let make = makeType
    makeType = nil
    return make?() ?? .error
  }()
  let isMutable: Bool
  let access: Access
  let documentation: String
  var isFinal = false
  /// `private(set)`
  var isPrivateToSet = false
  init(name: String, isMutable: Bool, access: Access, documentation: String = "", type: @escaping () -> Type) {
    self.name = name
    self.isMutable = isMutable
    self.access = access
    self.documentation = documentation
    makeType = type
  }
}

/// `subscript(...)` with its accessors.
final class SubscriptSymbol {
  let getter: FunctionSymbol
  let setter: FunctionSymbol?
  init(getter: FunctionSymbol, setter: FunctionSymbol?) {
    self.getter = getter
    self.setter = setter
  }
}

/// Something found behind a dot.
struct Member {
  enum Kind {
    case function(FunctionSymbol)
    case property(PropertySymbol)
    case subscripting(SubscriptSymbol)
    case enumCase(EnumCase)
    case type(Type)
  }
  var kind: Kind
  var isStatic: Bool
  var owner: NominalType
  /// Conditions of the extension that declares it.
  var requirements: [Requirement] = []
  /// Only seen inside of its owner.
  var isPrivate = false
}

extension Member {
  /// Whether the library declares it; such members whose names start with an underscore are its own.
  var isOfLibrary: Bool {
    switch kind {
    case .function(let function): function.cell == 0
    case .property(let property):
      if case .computed(let getter, _) = property.access { getter.cell == 0 } else { owner.module == "Swift" }
    case .subscripting, .enumCase, .type: false
    }
  }
}

extension FunctionSymbol {
  /// Whether it is an initialiser for the library's own use.
  var isLibraryInitializer: Bool {
    guard isInitializer, let owner, NominalType.wrappers[owner.name] === owner else { return false }
    return signature.parameters.first?.label?.hasPrefix("_") ?? false
  }
}

/// What a plain name can mean.
enum Entity {
  case variable(VariableSymbol)
  case functions([FunctionSymbol])
  case type(Type)
  /// A generic type without arguments, or any other nominal type.
  case nominal(NominalType)
  /// A type alias with parameters.
  case alias(GenericAlias)
}

/// The names of one block, function, type or cell.
final class Scope {
  let parent: Scope?
  var names: [String: Entity] = [:]
  /// Members of this type are visible without `self.`.
  var memberType: NominalType?
  /// `self` of a method.
  var selfVariable: VariableSymbol?
  var requirements: [Requirement] = []
  /// The outermost scope knows the names outside of all scopes.
  private let environment: Environment?

  init(parent: Scope?, environment: Environment? = nil) {
    self.parent = parent
    self.environment = environment
  }

  var root: Environment? { environment ?? parent?.root }
}

/// A function or closure whose body is being checked: owns variables, knows what it captures.
final class BodyContext {
  let parent: BodyContext?
  let function: FunctionSymbol?
  /// The type that `return` must give; a variable while a closure's result is inferred.
  var result: Type
  /// Whether errors may leave it.
  var `throws`: Bool
  var isClosure: Bool { function == nil && parent != nil }
  /// Variables of surrounding bodies that it reads.
  var captures: [VariableSymbol] = []
  /// A member that it names without `self.`, if it is a closure in a class.
  var implicitSelf: (name: String, range: SourceRange)?
  /// Whether it names `self` in its capture list.
  var namesSelf = false
  /// Globals declared without a value that it uses.
  var lateGlobals: [VariableSymbol] = []
  /// Nested functions that it calls; their captures are its own as well.
  var localFunctions: [FunctionSymbol] = []
  /// Found while the body was checked: something in it throws.
  var throwsSomething = false
  /// `throws(E)`: the only type of errors that may leave it.
  var thrownType: Type?
  /// Whether a closure says so itself: a `throw` in others throws any error.
  var namesThrownType = false

  /// Whether more than `count` bodies stand around this one.
  func isWithin(_ count: Int) -> Bool { parent.map { count == 0 || $0.isWithin(count - 1) } ?? false }

  init(parent: BodyContext?, function: FunctionSymbol?, result: Type, throws: Bool) {
    self.parent = parent
    self.function = function
    self.result = result
    self.throws = `throws`
  }

  func isInside(_ other: BodyContext) -> Bool {
    var context: BodyContext? = self
    while let current = context {
      if current === other { return true }
      context = current.parent
    }
    return false
  }
}

/// A body whose types are known, ready to be compiled.
final class CheckedBody {
  let context: BodyContext
  let parameters: [VariableSymbol]
  let selfVariable: VariableSymbol?
  var statements: [TypedStatement]
  /// Of a closure: what `[x]` copies when the closure is made.
  var captureList: [(variable: VariableSymbol, value: TypedExpression)] = []
  init(
    context: BodyContext, parameters: [VariableSymbol], selfVariable: VariableSymbol? = nil,
    statements: [TypedStatement]
  ) {
    self.context = context
    self.parameters = parameters
    self.selfVariable = selfVariable
    self.statements = statements
  }
}
