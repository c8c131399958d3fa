internal import SwiftSyntax

/// The type of a parameter or a result, in the part of Swift that crosses the language's border.
indirect enum LanguageType: Equatable {
  /// `Int`, `Tensor`, `DType`, or a generic parameter.
  case named(String)
  /// `any TensorIndex`
  case existential(String)
  case array(LanguageType)
  case optional(LanguageType)
  case tuple([Element])
  case function([LanguageType], throws: Bool, LanguageType)

  struct Element: Equatable {
    var label: String?
    var type: LanguageType
  }

  static var void: LanguageType { .tuple([]) }

  /// What the learner reads and the language parses: no `throws`, no `@escaping`, no `inout`.
  var text: String {
    switch self {
    case .named(let name): name
    case .existential(let name): "any \(name)"
    case .array(let element): "[\(element.text)]"
    case .optional(let wrapped):
      switch wrapped {
      case .function, .existential: "(\(wrapped.text))?"
      default: "\(wrapped.text)?"
      }
    case .tuple(let elements):
      elements.isEmpty
        ? "Void"
        : "(" + elements.map { ($0.label.map { "\($0): " } ?? "") + $0.type.text }.joined(separator: ", ") + ")"
    case .function(let parameters, _, let result):
      "(" + parameters.map(\.text).joined(separator: ", ") + ") -> \(result.text)"
    }
  }

  /// Every name in the type, to see whether each of them is known to the language.
  var names: [String] {
    switch self {
    case .named(let name), .existential(let name): [name]
    case .array(let type), .optional(let type): type.names
    case .tuple(let elements): elements.flatMap { $0.type.names }
    case .function(let parameters, _, let result): parameters.flatMap(\.names) + result.names
    }
  }

  /// The type with each `name` that `replacements` knows replaced, as for `Self` and generic parameters.
  func replacing(_ replacements: [String: LanguageType]) -> LanguageType {
    switch self {
    case .named(let name): replacements[name] ?? self
    case .existential: self
    case .array(let type): .array(type.replacing(replacements))
    case .optional(let type): .optional(type.replacing(replacements))
    case .tuple(let elements):
      .tuple(elements.map { Element(label: $0.label, type: $0.type.replacing(replacements)) })
    case .function(let parameters, let canThrow, let result):
      .function(parameters.map { $0.replacing(replacements) }, throws: canThrow, result.replacing(replacements))
    }
  }
}

extension LanguageType {
  /// Nil for what the language has no word for: dictionaries of tensors, metatypes, `some P`, packs.
  init?(_ syntax: TypeSyntax) {
    if let type = syntax.as(IdentifierTypeSyntax.self) {
      guard let arguments = type.genericArgumentClause?.arguments else {
        self = type.name.text == "Void" ? .void : .named(type.name.text)
        return
      }
      guard arguments.count == 1, case .type(let argument)? = arguments.first?.argument,
        let inner = LanguageType(argument)
      else { return nil }
      switch type.name.text {
      case "Array": self = .array(inner)
      case "Optional": self = .optional(inner)
      case "Range", "ClosedRange":
        guard inner == .named("Int") else { return nil }
        self = .named("\(type.name.text)<Int>")
      default: return nil
      }
    } else if let type = syntax.as(ArrayTypeSyntax.self) {
      guard let element = LanguageType(type.element) else { return nil }
      self = .array(element)
    } else if let type = syntax.as(OptionalTypeSyntax.self) {
      guard let wrapped = LanguageType(type.wrappedType) else { return nil }
      self = .optional(wrapped)
    } else if let type = syntax.as(SomeOrAnyTypeSyntax.self) {
      guard type.someOrAnySpecifier.tokenKind == .keyword(.any),
        let constraint = type.constraint.as(IdentifierTypeSyntax.self)
      else { return nil }
      self = .existential(constraint.name.text)
    } else if let type = syntax.as(FunctionTypeSyntax.self) {
      var parameters: [LanguageType] = []
      for parameter in type.parameters {
        guard let converted = LanguageType(parameter.type), parameter.ellipsis == nil else { return nil }
        parameters.append(converted)
      }
      guard let result = LanguageType(type.returnClause.type) else { return nil }
      let canThrow = type.effectSpecifiers?.throwsClause != nil
      guard type.effectSpecifiers?.asyncSpecifier == nil else { return nil }
      self = .function(parameters, throws: canThrow, result)
    } else if let type = syntax.as(TupleTypeSyntax.self) {
      var elements: [Element] = []
      for element in type.elements {
        guard let converted = LanguageType(element.type) else { return nil }
        elements.append(Element(label: element.firstName?.text, type: converted))
      }
      // `(T)` is `T`.
      self = elements.count == 1 ? elements[0].type : .tuple(elements)
    } else if let type = syntax.as(AttributedTypeSyntax.self) {
      // `@escaping` and `@Sendable` mean nothing to a learner; `inout` is the caller's to look at.
      self.init(type.baseType)
    } else {
      return nil
    }
  }
}
