/// Program text as the parser understood it: one line a top-level statement, in prefix form with parentheses.
///
/// `a + b * c` gives `(+ a (* b c))`. Types and names stand as written.
package func treeDescription(of source: SourceText) -> String {
  parse(source).statements.map(\.treeDescription).joined(separator: "\n")
}

/// The messages of the parser alone: what is not Swift, and what is Swift but refused.
package func syntaxDiagnostics(of source: SourceText) -> [Diagnostic] { parse(source).diagnostics }

/// The tree itself, for tests that walk it by reflection.
package func reflectedTree(of source: SourceText) -> Any { parse(source).statements }

private func list(_ parts: String...) -> String { "(" + parts.filter { !$0.isEmpty }.joined(separator: " ") + ")" }
private func block(_ statements: [Statement]) -> String {
  "{" + statements.map(\.treeDescription).joined(separator: "; ") + "}"
}
private func types(_ list: [TypeName]) -> String {
  list.isEmpty ? "" : "<" + list.map(\.treeDescription).joined(separator: ", ") + ">"
}
private func labeled(_ label: String?, _ text: String) -> String { (label.map { $0 + ": " } ?? "") + text }
private func names(_ labels: [String]?) -> String { labels.map { "(" + $0.map { $0 + ":" }.joined() + ")" } ?? "" }

extension Expression {
  var treeDescription: String {
    switch kind {
    case .integer(let digits): digits
    case .floatingPoint(let digits): digits
    case .boolean(let value): String(value)
    case .string(let segments): "\"" + segments.map(\.treeDescription).joined() + "\""
    case .nilLiteral: "nil"
    case .name(let name, let labels, let arguments): name + names(labels) + types(arguments)
    case .member(let base, let name, _, let labels, let arguments):
      (base?.treeDescription ?? "") + "." + name + names(labels) + types(arguments)
    case .call(let callee, let arguments):
      list("call", ([callee.treeDescription] + arguments.map(\.treeDescription)).joined(separator: " "))
    case .index(let base, let arguments):
      list("index", ([base.treeDescription] + arguments.map(\.treeDescription)).joined(separator: " "))
    case .closure(let closure): closure.treeDescription
    case .array(let elements): "[" + elements.map(\.treeDescription).joined(separator: ", ") + "]"
    case .dictionary(let elements):
      elements.isEmpty
        ? "[:]"
        : "[" + elements.map { $0.key.treeDescription + ": " + $0.value.treeDescription }.joined(separator: ", ") + "]"
    case .tuple(let elements): list("tuple", elements.map(\.treeDescription).joined(separator: " "))
    case .paren(let inner): list("paren", inner.treeDescription)
    case .prefix(let name, _, let operand): list("prefix" + name, operand.treeDescription)
    case .postfix(let name, _, let operand): list("postfix" + name, operand.treeDescription)
    case .binary(let name, _, let left, let right): list(name, left.treeDescription, right.treeDescription)
    case .assign(let left, let right): list("=", left.treeDescription, right.treeDescription)
    case .ternary(let condition, let then, let otherwise):
      list("?:", condition.treeDescription, then.treeDescription, otherwise.treeDescription)
    case .cast(let value, let kind, let type): list(kind.treeDescription, value.treeDescription, type.treeDescription)
    case .tryExpression(let kind, let value): list(kind.treeDescription, value.treeDescription)
    case .optionalTry(let value): value.treeDescription + "?"
    case .chain(let value): list("chain", value.treeDescription)
    case .forced(let value): value.treeDescription + "!"
    case .inOut(let value): "&" + value.treeDescription
    case .ifExpression(let statement): statement.treeDescription
    case .switchExpression(let statement): statement.treeDescription
    case .keyPath(let root, let names):
      "\\" + (root?.treeDescription ?? "") + names.map { ["?", "!"].contains($0) ? $0 : "." + $0 }.joined()
    case .type(let type): list("type", type.treeDescription)
    case .discard: "_"
    case .placeholder(let text): "<#\(text)#>"
    case .unboundedRange: "..."
    case .invalid: "invalid"
    }
  }
}

extension CastKind {
  fileprivate var treeDescription: String {
    switch self {
    case .is: "is"
    case .as: "as"
    case .conditional: "as?"
    case .forced: "as!"
    }
  }
}

extension TryKind {
  fileprivate var treeDescription: String {
    switch self {
    case .plain: "try"
    case .optional: "try?"
    case .forced: "try!"
    }
  }
}

extension StringSegment {
  fileprivate var treeDescription: String {
    switch self {
    case .text(let text): String(text.debugDescription.dropFirst().dropLast())
    case .interpolation(let value): "\\(" + value.treeDescription + ")"
    }
  }
}

extension Argument {
  fileprivate var treeDescription: String {
    (isTrailingClosure ? "trailing " : "") + labeled(label, value.treeDescription)
  }
}

extension Closure {
  fileprivate var treeDescription: String {
    let captured = captures.map {
      ($0.ownership.map { $0.rawValue + " " } ?? "") + $0.name + "=" + $0.value.treeDescription
    }
    let header = parameters.map { parameters in
      "(" + parameters.map(\.treeDescription).joined(separator: ", ") + ")"
    }
    return list(
      "closure", captures.isEmpty ? "" : "[" + captured.joined(separator: ", ") + "]", header ?? "",
      `throws` ? "throws" : "", result.map { "-> " + $0.treeDescription } ?? "", block(body))
  }
}

extension Closure.Parameter {
  fileprivate var treeDescription: String {
    name + (type.map { ": " + (isInOut ? "inout " : "") + $0.treeDescription } ?? "")
  }
}

extension TypeName {
  var treeDescription: String {
    switch kind {
    case .named(let path, let arguments): path.joined(separator: ".") + types(arguments)
    case .member(let base, let name, let arguments): base.treeDescription + "." + name + types(arguments)
    case .array(let element): "[" + element.treeDescription + "]"
    case .dictionary(let key, let value): "[" + key.treeDescription + ": " + value.treeDescription + "]"
    case .optional(let wrapped): wrapped.treeDescription + "?"
    case .tuple(let elements):
      "(" + elements.map { labeled($0.label, $0.type.treeDescription) }.joined(separator: ", ") + ")"
    case .function(let parameters, let `throws`, _, let result):
      "("
        + parameters.map { parameter in
          (parameter.isInOut ? "inout " : "") + parameter.type.treeDescription + (parameter.isVariadic ? "..." : "")
        }.joined(separator: ", ") + ")" + (`throws` ? " throws" : "") + " -> " + result.treeDescription
    case .some(let constraint): "some " + constraint.treeDescription
    case .any(let constraint): "any " + constraint.treeDescription
    case .composition(let parts): parts.map(\.treeDescription).joined(separator: " & ")
    case .metatype(let base): base.treeDescription + ".Type"
    case .invalid: "invalid"
    }
  }
}

extension Pattern {
  var treeDescription: String {
    let text =
      switch kind {
      case .wildcard: "_"
      case .name(let name, let isVariable): (isVariable ? "var " : "let ") + name
      case .tuple(let elements): payload(elements)
      case .enumCase(let type, let name, let elements):
        (type?.treeDescription ?? "") + "." + name + (elements.map(payload) ?? "")
      case .optional(let inner): inner.treeDescription + "?"
      case .isType(let type): "is " + type.treeDescription
      case .asType(let inner, let type): list("as", inner.treeDescription, type.treeDescription)
      case .expression(let value): "~" + value.treeDescription
      case .invalid: "invalid"
      }
    return text + (type.map { ": " + $0.treeDescription } ?? "")
  }

  private func payload(_ elements: [(label: String?, pattern: Pattern)]) -> String {
    "(" + elements.map { labeled($0.label, $0.pattern.treeDescription) }.joined(separator: ", ") + ")"
  }
}

extension Statement {
  var treeDescription: String {
    switch kind {
    case .expression(let value): value.treeDescription
    case .declaration(let declaration): declaration.treeDescription
    case .return(let value): list("return", value?.treeDescription ?? "")
    case .throw(let value): list("throw", value.treeDescription)
    case .break(let label): list("break", label ?? "")
    case .continue(let label): list("continue", label ?? "")
    case .fallthrough: "(fallthrough)"
    case .if(let statement): statement.treeDescription
    case .guard(let conditions, let otherwise): list("guard", describe(conditions), block(otherwise))
    case .while(let label, let conditions, let body): labeled(label, list("while", describe(conditions), block(body)))
    case .repeat(let label, let body, let condition):
      labeled(label, list("repeat", block(body), condition.treeDescription))
    case .for(let label, let pattern, let sequence, let condition, let body):
      labeled(
        label,
        list(
          "for", pattern.treeDescription, "in", sequence.treeDescription,
          condition.map { "where " + $0.treeDescription } ?? "", block(body)))
    case .switch(let statement): statement.treeDescription
    case .do(let label, _, let body, let catches):
      labeled(label, list("do", block(body), catches.map(\.treeDescription).joined(separator: " ")))
    case .defer(let body): list("defer", block(body))
    case .invalid: "invalid"
    }
  }
}

private func describe(_ conditions: [Condition]) -> String {
  conditions.map(\.treeDescription).joined(separator: ", ")
}

private func describe(_ patterns: [(pattern: Pattern, where: Expression?)]) -> String {
  patterns.map { $0.pattern.treeDescription + ($0.where.map { " where " + $0.treeDescription } ?? "") }
    .joined(separator: ", ")
}

extension Condition {
  fileprivate var treeDescription: String {
    switch kind {
    case .boolean(let value): value.treeDescription
    case .binding(let pattern, _, let value):
      "bind " + pattern.treeDescription + (value.map { " = " + $0.treeDescription } ?? "")
    case .pattern(let pattern, let value): "case " + pattern.treeDescription + " = " + value.treeDescription
    }
  }
}

extension IfStatement {
  fileprivate var treeDescription: String {
    let otherwise =
      switch otherwise {
      case .block(let statements): "else " + block(statements)
      case .elseIf(let statement): "else " + statement.treeDescription
      case nil: ""
      }
    return labeled(label, list("if", describe(conditions), block(body), otherwise))
  }
}

extension SwitchStatement {
  fileprivate var treeDescription: String {
    let cases = cases.map { element in
      list(element.isDefault ? "default" : "case", describe(element.patterns), block(element.body))
    }
    return labeled(label, list("switch", subject.treeDescription, cases.joined(separator: " ")))
  }
}

extension Catch {
  fileprivate var treeDescription: String { list("catch", describe(patterns), block(body)) }
}
