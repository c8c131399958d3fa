/// Where something is declared: `Sources/Operators/ReLU.swift`, line 12.
package struct Place: Equatable, Sendable {
  package var module: String
  /// From the package's root.
  package var file: String
  package var line: Int

  package init(module: String, file: String, line: Int) {
    self.module = module
    self.file = file
    self.line = line
  }
}

/// A declaration that cannot become part of the learner's language as it is written.
package struct BindingError: Error, Equatable, CustomStringConvertible {
  package var place: Place
  package var message: String
  package var description: String { "\(place.file):\(place.line): error: \(message)" }
}

/// A function, initialiser, property or operator of the engine that learners may type.
struct Word {
  enum Kind: Equatable {
    case function, initializer
    /// `canSet`: a learner may assign to it.
    case property(canSet: Bool)
    case infixOperator, prefixOperator
    /// `x[...]`, whose value is set by the core `setter`, a mutating method with the new value last.
    case index(setter: String?)
  }

  struct Parameter: Equatable {
    /// Nil for `_`.
    var label: String?
    var name: String
    var type: LanguageType
    var isVariadic = false
    var isInOut = false
    /// Those of a closure: `@escaping`.
    var attributes = ""
    var defaultValue: String?
  }

  struct Operands: Equatable {
    /// The label of the core's one parameter.
    var label: String?
    /// The receiver is the right operand.
    var isMirrored: Bool
  }

  var place: Place
  var kind: Kind
  /// The type whose member it is; nil for a free function.
  var owner: String?
  /// `conv2d`, `+`; `init` and `subscript` for these.
  var name: String
  /// What the engine calls it where that differs from `name`: `adding` for `+`.
  var coreName: String
  /// For the operator form of a core: how its operands become a receiver and an argument.
  var operands: Operands?
  /// For the subscript form of a core: the label of its array.
  var indexLabel: String?
  var isStatic = false
  var isMutating = false
  var isDiscardable = false
  /// A core (`package`, throwing) needs a public function in the facade; a `public` declaration is one already.
  var isCore: Bool
  var canThrow: Bool
  var genericParameters: [String] = []
  var parameters: [Parameter] = []
  var result: LanguageType = .void
  /// The doc comment without its slashes.
  var documentation: String

  /// Members get `self` first.
  var hasSelf: Bool {
    guard owner != nil, !isStatic else { return false }
    return kind != .initializer
  }

  /// What the core is called with, apart from its receiver: the position among the word's parameters, and the label.
  var passed: [(index: Int, label: String?)] {
    switch kind {
    case .prefixOperator where operands != nil: []
    case .infixOperator where operands != nil: [(operands?.isMirrored == true ? 0 : 1, operands?.label)]
    case .index: [(0, indexLabel)]
    default: parameters.enumerated().map { ($0, $1.label) }
    }
  }

  /// `conv2d(_:kernel:stride:)`, as messages name it.
  var fullName: String {
    let prefix = owner.map { "\($0)." } ?? ""
    if case .property = kind { return prefix + name }
    return prefix + name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
  }

  /// The Swift text that the language reads and `help` shows.
  var signature: String {
    let lead = isStatic ? "static " : isMutating ? "mutating " : ""
    let arguments = "(" + parameters.map(\.signature).joined(separator: ", ") + ")"
    let generics = genericParameters.isEmpty ? "" : "<\(genericParameters.joined(separator: ", "))>"
    let arrow = result == .void ? "" : " -> \(result.text)"
    switch kind {
    case .function: return "\(lead)func \(name)\(generics)\(arguments)\(arrow)"
    case .initializer: return "init\(arguments)"
    case .property(let canSet): return "\(lead)var \(name): \(result.text) { get\(canSet ? " set" : "") }"
    case .infixOperator: return "static func \(name) \(arguments)\(arrow)"
    case .prefixOperator: return "static prefix func \(name) \(arguments)\(arrow)"
    case .index(let setter): return "subscript\(arguments)\(arrow) { get\(setter == nil ? "" : " set") }"
    }
  }
}

extension Word.Parameter {
  /// `kernel: Tensor`, `_ shape: [Int]`, `at index: Int`.
  var nameText: String {
    switch label {
    case nil: "_ \(name)"
    case name: name
    case let label?: "\(label) \(name)"
    }
  }
  /// A closure that may be called after the function has returned.
  var isEscaping: Bool { attributes == "@escaping" }

  var signature: String {
    let value = defaultValue.map { " = \($0)" } ?? ""
    let attributes = attributes.isEmpty ? "" : attributes + " "
    return "\(nameText): \(isInOut ? "inout " : "")\(attributes)\(type.text)\(isVariadic ? "..." : "")\(value)"
  }
}

/// A type of the engine that learners meet.
struct TypeWord {
  enum Kind: Equatable {
    /// A host type: its values cross the border as objects.
    case structure
    /// An enum without payloads: its values cross the border by their number.
    case enumeration(cases: [Case])
    case `protocol`
  }
  struct Case: Equatable {
    var name: String
    var documentation: String
  }
  var place: Place
  var kind: Kind
  var name: String
  var documentation: String
}

/// `extension Int: TensorIndex`, or the protocols behind a type's own colon.
struct Conformance: Equatable {
  var place: Place
  var type: String
  var protocols: [String]
}

/// Everything that was read from the engine's sources.
struct Vocabulary {
  var words: [Word] = []
  var types: [TypeWord] = []
  var conformances: [Conformance] = []
  /// Extensions of protocols for one type, `extension P where Self == T`: the language takes their text as it is.
  var protocolExtensions: [String] = []
  var errors: [BindingError] = []
}
