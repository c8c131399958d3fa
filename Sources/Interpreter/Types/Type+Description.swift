extension Type: CustomStringConvertible {
  /// The type as a learner writes it: `[Int]`, `Tensor?`, `(Int) -> String`.
  var description: String {
    switch shallow {
    case .nominal(.array, let arguments): return "[\(arguments[0])]"
    case .nominal(.dictionary, let arguments): return "[\(arguments[0]) : \(arguments[1])]"
    case .nominal(.optional, let arguments):
      let wrapped = arguments[0].shallow
      if case .function = wrapped { return "(\(wrapped))?" }
      if case .existential(let protocols) = wrapped, !protocols.isEmpty { return "(\(wrapped))?" }
      return "\(wrapped)?"
    case .nominal(let nominal, let arguments):
      if nominal === NominalType.dictionaryKeys { return "Dictionary<\(arguments[0]), \(arguments[1])>.Keys" }
      if nominal === NominalType.dictionaryValues { return "Dictionary<\(arguments[0]), \(arguments[1])>.Values" }
      // `List<Int>.Node` has what belongs to `List` before the dot.
      let own = arguments.dropFirst(nominal.outerParameterCount)
      let around = nominal.outer.map { Type.nominal($0, Array(arguments.prefix(nominal.outerParameterCount))) }
      let prefix = nominal.outerParameterCount == 0 ? "" : around.map { "\($0)." } ?? ""
      if own.isEmpty { return prefix + nominal.name }
      return prefix + nominal.name + "<" + own.map(\.description).joined(separator: ", ") + ">"
    case .tuple(let elements):
      return "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.description }.joined(separator: ", ")
        + ")"
    case .function(let function):
      let parameters = function.parameters.map { ($0.isInOut ? "inout " : "") + $0.type.description }
      return "(" + parameters.joined(separator: ", ") + ")" + (function.throws ? " throws" : "")
        + (function.thrownType.map { "(\($0))" } ?? "") + " -> "
        + (function.result.isVoid ? "Void" : function.result.description)
    case .parameter(let parameter): return parameter.name
    case .dependent(let base, let name):
      if case .parameter(let parameter) = base, parameter.name == "Self" { return name }
      return "\(base).\(name)"
    case .variable(let variable):
      switch variable.literal {
      case .integer: return "Int"
      case .floatingPoint: return "Double"
      case nil: return "_"
      }
    case .existential(let protocols):
      return protocols.isEmpty ? "Any" : "any " + protocols.map(\.name).joined(separator: " & ")
    case .metatype(let instance): return "\(instance).Type"
    case .error: return "<error>"
    }
  }
}
