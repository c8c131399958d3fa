/// A type with a name. Members and conformances live in `Environment`, because later cells may extend it.
final class NominalType: Hashable, @unchecked Sendable {
  enum Flavour { case builtin, structure, enumeration, `class`, `protocol`, host }

  let name: String
  let flavour: Flavour
  let genericParameters: [GenericParameter]
  /// For `P<Int>` in `any P<Int>`: the protocol, and what its associated types are.
  private(set) var constraint: ProtocolConstraint?
  /// For `some P`: the type that a function gives behind it.
  var opaque: OpaqueResult?
  /// The type around.
  var outer: NominalType?
  /// How many of the generic parameters belong to the type around.
  var outerParameterCount = 0
  /// What stands before its name in descriptions inside other values.
  var module = "Swift"
  let documentation: String
  /// Set while the declaration is read, never afterwards.
  var fields: [StoredField] = []
  var cases: [EnumCase] = []
  var superclass: Type?
  var isFinal = false
  /// `deinit`
  var deinitializer: FunctionSymbol?
  /// A struct's raw type (`enum Direction: Int`).
  var rawType: Type?
  /// Protocols: what `Self` is called inside.
  let selfParameter: GenericParameter?
  var inheritedProtocols: [NominalType] = []

  init(
    _ name: String, _ flavour: Flavour, generic: [String] = [], parameters: [GenericParameter]? = nil,
    documentation: String = ""
  ) {
    self.name = name
    self.flavour = flavour
    self.genericParameters = parameters ?? generic.map { GenericParameter($0) }
    self.documentation = documentation
    selfParameter = flavour == .protocol ? GenericParameter("Self") : nil
    selfParameter?.bounds = [self]
  }

  /// `Sequence<Int>`: inherits from the protocol, and demands nothing that has a name.
  convenience init(_ constraint: ProtocolConstraint) {
    let types = constraint.types.map(\.description).joined(separator: ", ")
    self.init("\(constraint.base.name)<\(types)>", .protocol)
    inheritedProtocols = [constraint.base]
    self.constraint = constraint
  }

  static func == (left: NominalType, right: NominalType) -> Bool {
    left === right || (left.constraint != nil && left.constraint == right.constraint)
  }
  static func ~= (pattern: NominalType, value: NominalType) -> Bool { pattern === value }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(constraint?.base ?? self)) }

  /// The type inside its own declaration: `Array<Element>`.
  var selfType: Type {
    if let selfParameter { return .parameter(selfParameter) }
    return .nominal(self, genericParameters.map { .parameter($0) })
  }

  /// What its name means in the place of a type.
  var selfTypeOrExistential: Type { flavour == .protocol ? .existential([self]) : selfType }

  static let int = NominalType("Int", .builtin)
  static let int8 = NominalType("Int8", .builtin)
  static let int16 = NominalType("Int16", .builtin)
  static let int32 = NominalType("Int32", .builtin)
  static let int64 = NominalType("Int64", .builtin)
  static let uint = NominalType("UInt", .builtin)
  static let uint8 = NominalType("UInt8", .builtin)
  static let uint16 = NominalType("UInt16", .builtin)
  static let uint32 = NominalType("UInt32", .builtin)
  static let uint64 = NominalType("UInt64", .builtin)
  static let double = NominalType("Double", .builtin)
  static let float = NominalType("Float", .builtin)
  static let bool = NominalType("Bool", .builtin)
  static let string = NominalType("String", .builtin)
  static let character = NominalType("Character", .builtin)
  static let never = NominalType("Never", .builtin)
  static let array = NominalType("Array", .builtin, generic: ["Element"])
  static let dictionary = NominalType(
    "Dictionary", .builtin, parameters: [GenericParameter("Key", bounds: [.hashable]), GenericParameter("Value")])
  static let set = NominalType(
    "Set", .builtin, parameters: [GenericParameter("Element", bounds: [.hashable])])
  static let optional = NominalType("Optional", .builtin, generic: ["Wrapped"])

  static let builtins: [NominalType] = [
    .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .double, .float, .bool, .string,
    .character, .never, .array, .dictionary, .set, .optional,
  ]
}

/// `some Shape` as the result of a function: one type that only the function knows.
final class OpaqueResult {
  /// Whose result it is.
  let function: FunctionSymbol
  /// Found by what the function returns, in terms of its generic parameters.
  var underlying: Type?
  init(function: FunctionSymbol) { self.function = function }
}

/// A stored property of a struct or class.
final class StoredField {
  let name: String
  let isMutable: Bool
  let initializer: Expression?
  let hasInitialValue: Bool
  private var makeContents: (() -> (type: Type, initialValue: TypedExpression?))?
  /// Typed when first needed: an initial value may use types and functions declared later.
  private lazy var contents: (type: Type, initialValue: TypedExpression?) = {
    let make = makeContents
    makeContents = nil
    return make?() ?? (.error, nil)
  }()
  var type: Type { contents.type }
  /// As it is used: the optional of a weak reference.
  var visibleType: Type {
    guard let ownership, let object = type.arguments.first else { return type }
    return ownership == .weak ? .optional(object) : object
  }
  var initialValue: TypedExpression? { contents.initialValue }
  var willSet: FunctionSymbol?
  var didSet: FunctionSymbol?
  /// For a stored property of a class that a subclass overrides: what reads and writes it, to be found by the object.
  var accessors: (getter: FunctionSymbol, setter: FunctionSymbol?)? {
    get { original?.accessors ?? ownAccessors }
    set { ownAccessors = newValue }
  }
  private var ownAccessors: (getter: FunctionSymbol, setter: FunctionSymbol?)?
  /// The type that declares it.
  weak var owner: NominalType?
  /// The property of a generic superclass, where this is the same one with the types that a subclass names.
  private var original: StoredField?
  /// In which cell it is declared.
  var cell = 0
  /// Declared as `T!`.
  var isImplicitlyUnwrapped = false
  /// `weak` and `unowned`: its type is that of the storage.
  var ownership: Ownership?
  /// The optional behind a `lazy` property.
  var isLazyStorage: Bool { name.hasPrefix(Self.lazyPrefix) }
  static let lazyPrefix = "$__lazy_storage_$_"

  init(
    name: String, isMutable: Bool, initializer: Expression?, hasInitialValue: Bool,
    contents: @escaping () -> (type: Type, initialValue: TypedExpression?)
  ) {
    self.name = name
    self.isMutable = isMutable
    self.initializer = initializer
    self.hasInitialValue = hasInitialValue
    makeContents = contents
  }

  convenience init(inherited field: StoredField, _ substitution: Substitution) {
    self.init(
      name: field.name, isMutable: field.isMutable, initializer: field.initializer,
      hasInitialValue: field.hasInitialValue
    ) { (substitution.apply(field.type), field.initialValue) }
    (willSet, didSet, cell, owner, original) = (field.willSet, field.didSet, field.cell, field.owner, field)
    (isImplicitlyUnwrapped, ownership) = (field.isImplicitlyUnwrapped, field.ownership)
  }

  convenience init(name: String, type: Type, isMutable: Bool, initializer: Expression?) {
    self.init(name: name, isMutable: isMutable, initializer: initializer, hasInitialValue: false) { (type, nil) }
  }
}

/// A case of an enum, with what it carries.
final class EnumCase {
  let name: String
  let ordinal: Int
  let payload: [(label: String?, type: Type)]
  var rawValue: TypedExpression?
  /// Its values live behind a reference.
  var isIndirect = false
  unowned let owner: NominalType
  /// What values left out in a call are, by their places.
  var defaults: [Int: Expression] = [:]
  /// The case as a function of its values.
  var constructor: FunctionSymbol?
  init(name: String, ordinal: Int, payload: [(label: String?, type: Type)], owner: NominalType) {
    self.name = name
    self.ordinal = ordinal
    self.payload = payload
    self.owner = owner
  }
}

/// How an integer type is stored and where it overflows.
enum IntegerKind: Int, CaseIterable {
  case int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64

  init?(_ type: Type) {
    guard let nominal = type.nominal, let index = Self.nominals.firstIndex(where: { $0 === nominal }),
      let kind = IntegerKind(rawValue: index)
    else { return nil }
    self = kind
  }

  private static let nominals: [NominalType] = [
    .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64,
  ]
  var nominal: NominalType { Self.nominals[rawValue] }
  var isSigned: Bool { rawValue < 5 }
  var bits: Int { [64, 8, 16, 32, 64, 64, 8, 16, 32, 64][rawValue] }
  /// Whether arithmetic is that of `Int`.
  var isWord: Bool { self == .int || self == .int64 }
}

extension Type {
  var isInteger: Bool { IntegerKind(self) != nil }
  var isFloatingPoint: Bool { nominal === NominalType.double || nominal === NominalType.float }
  var isNumber: Bool { isInteger || isFloatingPoint }
}
