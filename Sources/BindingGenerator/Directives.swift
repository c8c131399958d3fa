internal import SwiftSyntax

/// The `// bindgen: ...` comments before a declaration.
///
///     // bindgen: skip REASON
///     // bindgen: operator -
///     // bindgen: subscript, set by setElement(at:to:)
struct Directives {
  /// Why a public declaration is no word of the language.
  var skip: String?
  /// The operator that a core is typed as, where its name does not say so.
  var operatorName: String?
  var isIndex = false
  /// The mutating core that `x[...] = value` calls.
  var setter: String?

  init(_ trivia: Trivia) {
    for case .lineComment(let line) in trivia {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      guard words.count > 2, words[0] == "//", words[1] == "bindgen:" else { continue }
      switch words[2] {
      case "skip": skip = words.count > 3 ? words[3] : nil
      case "operator": operatorName = words.count > 3 ? words[3] : nil
      case "subscript", "subscript,":
        isIndex = true
        if words.count > 3, words[3].hasPrefix("set by ") { setter = String(words[3].dropFirst(7)) }
      default: break
      }
    }
  }
}

struct ShapeError: Error {
  var message: String
}

extension Word {
  /// A core that learners type as an operator. Module selectors do not reach operators, so the cores have names.
  private struct OperatorName {
    var symbol: String
    /// The core's receiver is the right operand: `10 - x` is `x.subtracted(from: 10)`.
    var isMirrored = false
    /// The operator for operands that change places, so that a number may stand on either side of a tensor.
    var mirrored: String?
  }

  private static let operatorNames = [
    "adding(_:)": OperatorName(symbol: "+", mirrored: "+"),
    "subtracting(_:)": OperatorName(symbol: "-"),
    "subtracted(from:)": OperatorName(symbol: "-", isMirrored: true),
    "multiplied(by:)": OperatorName(symbol: "*", mirrored: "*"),
    "divided(by:)": OperatorName(symbol: "/"),
    "dividing(_:)": OperatorName(symbol: "/", isMirrored: true),
    "negated()": OperatorName(symbol: "-"),
    "isLess(than:)": OperatorName(symbol: ".<", mirrored: ".>"),
    "isLessOrEqual(to:)": OperatorName(symbol: ".<=", mirrored: ".>="),
    "isGreater(than:)": OperatorName(symbol: ".>", mirrored: ".<"),
    "isGreaterOrEqual(to:)": OperatorName(symbol: ".>=", mirrored: ".<="),
    "isEqual(to:)": OperatorName(symbol: ".==", mirrored: ".=="),
    "isNotEqual(to:)": OperatorName(symbol: ".!=", mirrored: ".!="),
  ]

  /// The words that a declaration stands for: itself, an operator and its mirror image, or a subscript.
  func shaped(by directives: Directives) throws(ShapeError) -> [Word] {
    if directives.isIndex { return [try asIndex(setter: directives.setter)] }
    guard isCore, owner != nil else { return [self] }
    let labels = parameters.map { ($0.label ?? "_") + ":" }.joined()
    guard
      let name = directives.operatorName.map({ OperatorName(symbol: $0) }) ?? Word.operatorNames["\(name)(\(labels))"]
    else { return [self] }
    let word = try asOperator(name.symbol, isMirrored: name.isMirrored)
    guard let mirrored = name.mirrored, parameters[0].type != .named(owner ?? "") else { return [word] }
    return [word, try asOperator(mirrored, isMirrored: true)]
  }

  private func asOperator(_ symbol: String, isMirrored: Bool) throws(ShapeError) -> Word {
    guard let owner, !isStatic, parameters.count < 2 else {
      throw ShapeError(message: "'\(name)' as operator '\(symbol)' must be a method with at most one parameter")
    }
    var word = self
    word.name = symbol
    word.isStatic = true
    word.operands = Operands(label: parameters.first?.label, isMirrored: isMirrored)
    let receiver = LanguageType.named(owner)
    if let other = parameters.first {
      word.kind = .infixOperator
      word.parameters = [
        Parameter(label: "left", name: "left", type: isMirrored ? other.type : receiver),
        Parameter(label: "right", name: "right", type: isMirrored ? receiver : other.type),
      ]
    } else {
      word.kind = .prefixOperator
      word.parameters = [Parameter(label: "operand", name: "operand", type: receiver)]
    }
    return word
  }

  private func asIndex(setter: String?) throws(ShapeError) -> Word {
    guard owner != nil, !isStatic, parameters.count == 1, case .array(let element) = parameters[0].type else {
      throw ShapeError(message: "'\(name)' as a subscript must be a method with one array parameter")
    }
    var word = self
    word.kind = .index(setter: setter)
    word.name = "subscript"
    word.indexLabel = parameters[0].label
    word.parameters[0].label = parameters[0].name
    word.parameters[0].type = element
    word.parameters[0].isVariadic = true
    return word
  }
}
