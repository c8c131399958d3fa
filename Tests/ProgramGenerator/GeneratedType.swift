/// A type of a generated program.
indirect enum GeneratedType: Hashable, Sendable {
  /// Any of Swift's integer types, by name.
  case integer(String)
  case double, float, bool, string, character
  case array(GeneratedType)
  case optional(GeneratedType)
  case set(GeneratedType)
  case dictionary(GeneratedType, GeneratedType)
  case tuple([GeneratedType])
  case function([GeneratedType], GeneratedType)
  /// A struct, enum, class or protocol of the program.
  case nominal(String)
  /// A generic parameter of the function around.
  case parameter(String)

  static let int = GeneratedType.integer("Int")
  static let void = GeneratedType.tuple([])

  /// As a program writes it.
  var text: String {
    switch self {
    case .integer(let name), .nominal(let name), .parameter(let name): name
    case .double: "Double"
    case .float: "Float"
    case .bool: "Bool"
    case .string: "String"
    case .character: "Character"
    case .array(let element): "[\(element.text)]"
    case .optional(.function(let parameters, let result)):
      "(\(GeneratedType.function(parameters, result).text))?"
    case .optional(let wrapped): wrapped.text + "?"
    case .set(let element): "Set<\(element.text)>"
    case .dictionary(let key, let value): "[\(key.text): \(value.text)]"
    case .tuple(let elements): "(\(elements.map(\.text).joined(separator: ", ")))"
    case .function(let parameters, let result):
      "(\(parameters.map(\.text).joined(separator: ", "))) -> \(result.text)"
    }
  }

  var isInteger: Bool { if case .integer = self { true } else { false } }
  var isFunction: Bool { if case .function = self { true } else { false } }
  var isOptional: Bool { if case .optional = self { true } else { false } }
  var isSigned: Bool { if case .integer(let name) = self { name.hasPrefix("I") } else { true } }
}

/// A struct, enum or class of a generated program.
struct GeneratedNominal {
  enum Flavour { case structure, enumeration, reference }
  struct Case {
    var name: String
    var payload: [(label: String?, type: GeneratedType)]
  }

  var name: String
  var flavour: Flavour
  var fields: [GeneratedVariable] = []
  var cases: [Case] = []
  var methods: [GeneratedFunction] = []
  var isHashable = false
  var isComparable = false
}

struct GeneratedVariable {
  var name: String
  var type: GeneratedType
  var isMutable: Bool
  /// Some closure or nested function may change it: it must not be passed inout.
  var isCaptured = false
  /// An inout parameter, or a property seen by a method: closures may not use it.
  var staysOutOfClosures = false
  /// How many functions and closures are around its declaration.
  var level = 0
}

struct GeneratedFunction {
  struct Parameter {
    var label: String?
    var name: String
    var type: GeneratedType
    var isInOut = false
    var hasDefault = false
    var isVariadic = false
  }

  var name: String
  /// Generic parameters, each with its constraint.
  var generics: [(name: String, constraint: String)] = []
  var parameters: [Parameter]
  var result: GeneratedType
  var isThrowing = false
  var isMutating = false
  /// About how many statements a call runs.
  var cost = 1
}
