/// Writes the public, non-throwing functions that compiled programs call.
///
/// Each of them calls the core of the same name through a module selector, and stops the process with the core's
/// sentence where that throws.
struct FacadeWriter {
  /// The declarations for `words`, those of one type after another in one extension.
  func file(words: [Word]) -> String {
    var lines: [String] = []
    var owner: String?
    for word in words where word.isCore {
      if word.owner != owner {
        if owner != nil { lines += ["}", ""] }
        owner = word.owner
        if let owner { lines.append("extension \(owner) {") }
      } else if !lines.isEmpty {
        lines.append("")
      }
      let indent = owner == nil ? "" : "  "
      lines += declaration(word).map { $0.isEmpty ? "" : indent + $0 }
    }
    if owner != nil { lines.append("}") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func declaration(_ word: Word) -> [String] {
    var lines = word.documentation.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "///" : "/// \($0)" }
    if word.isDiscardable { lines.append("@discardableResult") }
    let call = self.call(word)
    switch word.kind {
    case .function, .infixOperator, .prefixOperator:
      lines += ["public \(word.signature) {", "  orStop { try \(call) }", "}"]
    case .initializer:
      lines += ["public \(word.signature) {", "  self = orStop { try \(call) }", "}"]
    case .property:
      let lead = word.isStatic ? "static " : ""
      lines += ["public \(lead)var \(word.name): \(word.result.text) {", "  orStop { try \(call) }", "}"]
    case .index(let setter):
      lines += ["public subscript(\(word.parameters[0].signature)) -> \(word.result.text) {"]
      if let setter {
        let (name, labels) = Word.split(setter)
        let indices = (labels.first ?? nil).map { "\($0): " } ?? ""
        let value = (labels.count > 1 ? labels[1] : nil).map { "\($0): " } ?? ""
        lines += [
          "  get { orStop { try \(call) } }",
          "  set {",
          "    orStop { try self.\(word.place.module)::\(name)(\(indices)\(word.parameters[0].name), \(value)newValue) }",
          "  }",
        ]
      } else {
        lines.append("  orStop { try \(call) }")
      }
      lines.append("}")
    }
    // The language makes `a += b` of `a = a + b` by itself; a compiled program needs the operator.
    if let sum = word.compoundAssignment {
      lines += [
        "", "public static func \(word.name)= (left: inout \(sum.owner), right: \(sum.right.text)) {",
        "  left = left \(word.name) right", "}",
      ]
    }
    return lines
  }

  private func call(_ word: Word) -> String {
    var receiver = "self"
    if let operands = word.operands { receiver = word.parameters[operands.isMirrored ? 1 : 0].name }
    let callee = BindingWriter.callee(word, receiver: receiver)
    if case .property = word.kind { return callee }
    let arguments = word.passed.map { index, label in
      (label.map { "\($0): " } ?? "") + word.parameters[index].name
    }
    return "\(callee)(\(arguments.joined(separator: ", ")))"
  }
}
