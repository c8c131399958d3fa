private func list(_ parts: String...) -> String { "(" + parts.filter { !$0.isEmpty }.joined(separator: " ") + ")" }
private func block(_ statements: [Statement]) -> String {
  "{" + statements.map(\.treeDescription).joined(separator: "; ") + "}"
}
private func describeInherited(_ types: [TypeName]) -> String {
  types.isEmpty ? "" : ": " + types.map(\.treeDescription).joined(separator: ", ")
}
private func describeMembers(_ list: [Declaration]) -> String {
  "{" + list.map(\.treeDescription).joined(separator: "; ") + "}"
}
private func describeRequirements(_ list: [FunctionDeclaration.Requirement]) -> String {
  guard !list.isEmpty else { return "" }
  let texts = list.map {
    $0.left.treeDescription + ($0.isEquality ? " == " : ": ") + $0.right.treeDescription
  }
  return "where " + texts.joined(separator: ", ")
}
private func describeGenerics(_ list: [FunctionDeclaration.GenericParameter]) -> String {
  guard !list.isEmpty else { return "" }
  return "<" + list.map { $0.name + ($0.constraint.map { ": " + $0.treeDescription } ?? "") }.joined(separator: ", ")
    + ">"
}

extension Declaration {
  var treeDescription: String {
    let text =
      switch kind {
      case .variable(let variable): variable.treeDescription
      case .function(let function): function.treeDescription
      case .type(let type): type.treeDescription
      case .extension(let declared): declared.treeDescription
      case .typeAlias(let name, let parameters, let type):
        list("typealias", name + describeGenerics(parameters), type.treeDescription)
      case .associatedType(let written):
        list(
          "associatedtype",
          written.name + describeInherited(written.inherited)
            + (written.fallback.map { " = " + $0.treeDescription } ?? ""), describeRequirements(written.requirements))
      case .enumCases(let cases): list("case", cases.map(\.treeDescription).joined(separator: ", "))
      }
    let documentation = documentation.isEmpty ? "" : "/// " + documentation.debugDescription + " "
    return documentation + modifiers.map { $0 + " " }.joined() + text
  }
}

extension VariableDeclaration {
  fileprivate var treeDescription: String {
    let texts = bindings.map { binding in
      let value = binding.initializer.map { " = " + $0.treeDescription } ?? ""
      return binding.pattern.treeDescription + value + (binding.accessors.map { " " + $0.treeDescription } ?? "")
    }
    return list(isVariable ? "var" : "let", texts.joined(separator: ", "))
  }
}

extension Accessors {
  fileprivate var treeDescription: String {
    if isRequirement { return setter == nil ? "{get}" : "{get set}" }
    var parts: [String] = []
    if let getter { parts.append("get " + block(getter)) }
    for (word, accessor) in [("set", setter), ("willSet", willSet), ("didSet", didSet)] {
      if let accessor { parts.append(word + "(" + accessor.parameter + ") " + block(accessor.body)) }
    }
    return "{" + parts.joined(separator: " ") + "}"
  }
}

extension FunctionDeclaration {
  fileprivate var treeDescription: String {
    let head =
      switch role {
      case .function: "func " + name
      case .initializer(let isFailable): isFailable ? "init?" : "init"
      case .deinitializer: "deinit"
      case .subscriptAccess: "subscript"
      }
    var accessors = ""
    if case .subscriptAccess(let written?) = role { accessors = written.treeDescription }
    let parameters = "(" + parameters.map(\.treeDescription).joined(separator: ", ") + ")"
    return list(
      head + describeGenerics(genericParameters) + parameters, `throws` ? "throws" : `rethrows` ? "rethrows" : "",
      result.map { "-> " + $0.treeDescription } ?? "", describeRequirements(requirements), accessors,
      body.map(block) ?? "")
  }
}

extension FunctionDeclaration.Parameter {
  fileprivate var treeDescription: String {
    let names = label == name ? name : (label ?? "_") + " " + name
    return names + ": " + (isInOut ? "inout " : "") + type.treeDescription + (isVariadic ? "..." : "")
      + (defaultValue.map { " = " + $0.treeDescription } ?? "")
  }
}

extension TypeDeclaration {
  fileprivate var treeDescription: String {
    let word =
      switch flavour {
      case .structure: "struct"
      case .enumeration: "enum"
      case .class: "class"
      case .protocol: "protocol"
      }
    return list(
      word, name + describeGenerics(genericParameters) + describeInherited(self.inherited),
      describeRequirements(requirements),
      describeMembers(self.members))
  }
}

extension ExtensionDeclaration {
  fileprivate var treeDescription: String {
    list(
      "extension", extended.treeDescription + describeInherited(self.inherited), describeRequirements(requirements),
      describeMembers(self.members))
  }
}

extension EnumCaseDeclaration {
  fileprivate var treeDescription: String {
    let types = payload.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.treeDescription }
    return name + (types.isEmpty ? "" : "(" + types.joined(separator: ", ") + ")")
      + (rawValue.map { " = " + $0.treeDescription } ?? "")
  }
}
