/// Overlapping access: what one argument changes with `&`, another argument of the same call must not change too.
///
/// A place is a variable and a path into it. Two paths keep apart where they lead into different properties or tuple
/// elements; two elements of an array or dictionary count as one place, as nobody can tell their indices apart.
extension FlowAnalysis {
  private enum Step: Equatable {
    case property(Int)
    case element
  }

  func checkOverlap(_ arguments: [TypedExpression]) {
    var places: [(variable: VariableSymbol, path: [Step], range: SourceRange)] = []
    for argument in arguments {
      guard case .inOut(let place) = argument.kind, let (variable, path) = path(of: place) else { continue }
      for other in places where other.variable === variable && overlap(other.path, path) {
        let isElements = path.contains(.element) && other.path.contains(.element)
        report(
          "'\(variable.name)' cannot be changed by two arguments at the same time", at: argument.range,
          notes: isElements ? ["two elements change places with swapAt(i, j)"] : ["make a copy of one of them first"])
        return
      }
      places.append((variable, path, argument.range))
    }
    guard !places.isEmpty else { return }
    for argument in arguments {
      guard case .closure(let body) = argument.kind,
        let place = places.first(where: { place in
          !place.variable.isGlobal && body.context.captures.contains { $0 === place.variable }
        })
      else { continue }
      report(
        "'\(place.variable.name)' is being changed by this call and cannot be used in its closure", at: argument.range,
        notes: ["make a copy first: let copy = \(place.variable.name)"])
    }
  }

  private func overlap(_ first: [Step], _ second: [Step]) -> Bool {
    for (left, right) in zip(first, second) {
      if case .property(let a) = left, case .property(let b) = right, a != b { return false }
    }
    return true
  }

  /// Nil behind a reference: objects are looked at when the program runs.
  private func path(of place: TypedExpression) -> (VariableSymbol, [Step])? {
    switch place.kind {
    case .variable(let variable): return variable.type.isClass ? nil : (variable, [])
    case .field(let base, let index), .tupleElement(let base, let index):
      if base.type.isClass { return nil }
      return path(of: base).map { ($0.0, $0.1 + [.property(index)]) }
    case .arrayElement(let base, _): return path(of: base).map { ($0.0, $0.1 + [.element]) }
    case .accessor(let accessor):
      guard let base = accessor.base, !base.type.isClass else { return nil }
      return path(of: base).map { ($0.0, $0.1 + [.element]) }
    case .forced(let base), .chainStep(let base), .inOut(let base): return path(of: base)
    default: return nil
    }
  }
}
