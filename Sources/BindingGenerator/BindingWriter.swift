/// Writes the `Native` entries: how the interpreter calls the engine.
struct BindingWriter {
  let vocabulary: Vocabulary

  /// Module selectors say whose function is meant: `Operators::conv2d`, `receiver.Tensors::reshaped`.
  static func callee(_ word: Word, receiver: String) -> String {
    let selected = "\(word.place.module)::\(word.coreName)"
    guard let owner = word.owner else { return selected }
    return word.hasSelf || word.operands != nil ? "\(receiver).\(selected)" : "\(owner).\(selected)"
  }

  /// One file's function that returns its natives.
  func file(named function: String, words: [Word]) -> String {
    var lines = [
      "func \(function)() -> [Native] {",
      "  var natives: [Native] = []",
    ]
    for word in words {
      lines += native(word)
    }
    lines += ["  return natives", "}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func native(_ word: Word) -> [String] {
    let setter = setterLines(word)
    var lines = ["  natives.append(", "    Native("]
    if let owner = word.owner { lines.append("      owner: \(quoted(owner)),") }
    let comma = setter.isEmpty ? "" : ","
    if word.documentation.isEmpty {
      lines.append("      \(quoted(word.signature))\(comma)")
    } else {
      lines += ["      \(quoted(word.signature)),", "      documentation: ##\"\"\""]
      lines += word.documentation.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "        \($0)" }
      lines.append("        \"\"\"##\(comma)")
    }
    lines += setter
    let context = word.parameters.contains { $0.type.isFunction && !$0.isEscaping } ? "context" : "_"
    let arguments = word.parameters.isEmpty && !word.hasSelf ? "_" : "arguments"
    lines.append("    ) { \(arguments), \(context) in")
    lines += body(word).map { "      \($0)" }
    lines.append("    })")
    return lines
  }

  private func setterLines(_ word: Word) -> [String] {
    let change: String
    switch word.kind {
    case .property(canSet: true): change = "receiver.\(word.coreName) = \(argument(1, word.result))"
    case .index(let setter?):
      let (name, labels) = Word.split(setter)
      let indices = labelled(labels.first ?? nil, argument(1, .array(word.parameters[0].type)))
      let value = labelled(labels.count > 1 ? labels[1] : nil, argument(2, word.result))
      change = "receiver.\(word.place.module)::\(name)(\(indices), \(value))"
    default: return []
    }
    return [
      "      setter: { arguments, _ in",
      "        try changing(arguments, as: \(word.owner ?? "").self) { receiver in try \(change) }",
      "      }",
    ]
  }

  private func body(_ word: Word) -> [String] {
    // A public operator is called as it is.
    if word.kind == .infixOperator, word.operands == nil {
      let (left, right) = (argument(0, word.parameters[0].type), argument(1, word.parameters[1].type))
      return ["return try (\(left) \(word.name) \(right)).toLanguage()"]
    }
    var lines: [String] = []
    if word.hasSelf, !word.isMutating {
      lines.append("let receiver = try \(argument(0, .named(word.owner ?? "")))")
    } else if let operands = word.operands {
      lines.append("let receiver = try \(argument(operands.isMirrored ? 1 : 0, .named(word.owner ?? "")))")
    }
    let generics = Dictionary(uniqueKeysWithValues: word.genericParameters.map { ($0, LanguageType.named("Value")) })
    var arguments: [String] = []
    for (index, label) in word.passed {
      let parameter = word.parameters[index]
      let position = index + (word.hasSelf ? 1 : 0)
      let type = parameter.isVariadic ? LanguageType.array(parameter.type) : parameter.type.replacing(generics)
      if case .function(let inputs, _, let result) = type {
        let function = "function\(index + 1)"
        lines.append("let \(function) = try functionArgument(arguments, \(position))")
        let caller = parameter.isEscaping ? Caller.itself : .context
        arguments.append(labelled(label, closure(calling: function, by: caller, inputs, result)))
      } else {
        arguments.append(labelled(label, argument(position, type)))
      }
    }
    var call = BindingWriter.callee(word, receiver: "receiver")
    if case .property = word.kind {} else { call += "(\(arguments.joined(separator: ", ")))" }
    if word.canThrow || !arguments.isEmpty { call = "try \(call)" }
    return lines + ending(word, call, word.result.replacing(generics))
  }

  private func ending(_ word: Word, _ call: String, _ result: LanguageType) -> [String] {
    if word.isMutating {
      return ["return try changing(arguments, as: \(word.owner ?? "").self) { receiver in \(call) }"]
    }
    switch result {
    case .void: return [call, "return .void"]
    case .tuple(let elements):
      let parts = elements.indices.map { "result.\($0).toLanguage()" }.joined(separator: ", ")
      return ["let result = \(call)", "return .tuple([\(parts)])"]
    default: return ["return \(call).toLanguage()"]
    }
  }

  /// Who calls a function of the learner's.
  private enum Caller {
    /// The machine that runs the native.
    case context
    /// The function, which was kept and is called in whatever run there is then.
    case itself
  }

  private func closure(
    calling function: String, by caller: Caller, _ inputs: [LanguageType], _ result: LanguageType
  ) -> String {
    let names = ["first", "second", "third", "fourth", "fifth"].prefix(inputs.count)
    let parameters = zip(names, inputs).map { "\($0): \($1.text)" }.joined(separator: ", ")
    let arguments = names.map { "\($0).toLanguage()" }.joined(separator: ", ")
    let call = caller == .itself ? "\(function).call([\(arguments)])" : "context.call(\(function), [\(arguments)])"
    if result == .void { return "{ (\(parameters)) throws -> Void in _ = try \(call) }" }
    return "{ (\(parameters)) throws -> \(result.text) in try \(result.text).fromLanguage(\(call)) }"
  }

  private func labelled(_ label: String?, _ value: String) -> String {
    label.map { "\($0): \(value)" } ?? value
  }

  /// The text that takes argument `index` out of `arguments`.
  private func argument(_ index: Int, _ type: LanguageType) -> String {
    switch type {
    case .existential(let name): "\(name.lowercasedFirst)Argument(arguments, \(index))"
    case .array(.existential(let name)): "\(name.lowercasedFirst)Arguments(arguments, \(index))"
    case .tuple(let elements):
      "tupleArgument(arguments, \(index), as: \(elements.map { "\($0.type.text).self" }.joined(separator: ", ")))"
    default: "argument(arguments, \(index), as: \(type.metatypeText))"
    }
  }

  private func quoted(_ text: String) -> String {
    text.contains("\"") || text.contains("\\") ? "#\"\(text)\"#" : "\"\(text)\""
  }
}

extension LanguageType {
  var isFunction: Bool {
    if case .function = self { true } else { false }
  }

  /// `[Int].self`, `(Tensor?).self`.
  var metatypeText: String {
    if case .optional = self { "(\(text)).self" } else { "\(text).self" }
  }
}

extension Word {
  /// `setElement(at:to:)` as a name and its labels.
  static func split(_ fullName: String) -> (name: String, labels: [String?]) {
    let parts = fullName.split(separator: "(", maxSplits: 1)
    let labels = parts.count > 1 ? parts[1].dropLast().split(separator: ":").map(String.init) : []
    return (parts.first.map(String.init) ?? fullName, labels.map { $0 == "_" ? nil : $0 })
  }

  /// Every arithmetic operator whose result can take the left operand's place also assigns.
  var compoundAssignment: (owner: String, right: LanguageType)? {
    guard kind == .infixOperator, ["+", "-", "*", "/"].contains(name), let owner,
      parameters[0].type == .named(owner), result == .named(owner)
    else { return nil }
    return (owner, parameters[1].type)
  }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
