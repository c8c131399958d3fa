/// Cases with what they carry: `.move(dx: 1, dy: 2)`.
extension Checker {
  /// The arguments with the values that the case itself gives for those left out.
  private func completed(_ arguments: [Argument], of enumCase: EnumCase) -> [Argument] {
    if enumCase.defaults.isEmpty { return arguments }
    var rest = arguments[...]
    var result: [Argument] = []
    for (index, part) in enumCase.payload.enumerated() {
      let required = enumCase.payload.count - index - enumCase.defaults.keys.filter { $0 >= index }.count
      if let first = rest.first, first.label == part.label, part.label != nil || rest.count > required {
        result.append(rest.removeFirst())
      } else if let value = enumCase.defaults[index] {
        result.append(Argument(label: part.label, value: value))
      } else if let first = rest.popFirst() {
        result.append(first)
      }
    }
    return result + rest
  }

  func enumValue(
    _ enumCase: EnumCase, _ type: Type, _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression {
    guard !enumCase.payload.isEmpty else {
      return fail("the case '\(enumCase.name)' carries no values", at: range, notes: ["remove the parentheses"])
    }
    probeCalled(.enumCase(enumCase, memberSubstitution(owner: enumCase.owner, base: type)), in: range)
    let arguments = completed(arguments, of: enumCase)
    guard arguments.count == enumCase.payload.count || isProbing else {
      return fail(
        "'.\(enumCase.name)' carries \(enumCase.payload.count) value\(enumCase.payload.count == 1 ? "" : "s"), "
          + "not \(arguments.count)", at: range)
    }
    let substitution = memberSubstitution(owner: enumCase.owner, base: type)
    var values: [TypedExpression] = []
    for (argument, element) in zip(arguments, enumCase.payload) {
      if argument.label != element.label {
        report(
          element.label.map { "missing argument label '\($0):' in call" } ?? "extraneous argument label in call",
          at: argument.labelRange ?? argument.value.range)
      }
      values.append(
        convert(argument.value, to: normalized(substitution.apply(element.type)), "expected argument type"))
    }
    return TypedExpression(.enumValue(enumCase, values), type, range)
  }
}
