import Bindings
import Interpreter
import Tensors

/// What commands about values share: from an expression that is typed behind them to its value.
extension Repl {
  /// The value of an expression over the learner's variables, which stay as they are whatever it does. Nil, after a
  /// message, where there is none.
  func value(of expression: String) -> Value? {
    if expression.isEmpty {
      fail("`\(command.typed)` takes an expression, such as `\(command.examples.first ?? "")`")
      return nil
    }
    let copy = session.fork()
    prepare(copy)
    let outcome = Signals.shared.interrupting(copy.interrupt) { copy.run(SourceText(expression, name: command.name)) }
    screen.closeLine()
    for diagnostic in outcome.diagnostics { screen.diagnostic(diagnostic) }
    if !outcome.succeeded {
      noteFailure()
      return nil
    }
    guard let value = outcome.value else {
      fail("`:\(command.name)` takes an expression with a value")
      return nil
    }
    return value
  }

  /// The tensor that an expression gives; numbers and arrays of numbers count as tensors. Nil, after a message, where it
  /// is none.
  func tensor(_ expression: String) -> Tensor? {
    guard let value = value(of: expression) else { return nil }
    if let tensor = value.asTensor { return tensor }
    let type = (try? session.type(of: expression).get()).map { ", and this is \(article($0)) \($0)" } ?? ""
    fail("`:\(command.name)` takes a tensor\(type)")
    return nil
  }

  private func article(_ type: String) -> String { "AEIO".contains(type.first ?? " ") ? "an" : "a" }
}

extension Value {
  /// A tensor, or the tensor that a number or an array of numbers makes.
  var asTensor: Tensor? {
    switch self {
    case .int(let number): try? Tensor([Double(number)]).reshaped([])
    case .double(let number): try? Tensor([number]).reshaped([])
    case .float(let number): try? Tensor([Double(number)]).reshaped([])
    case .ints(let numbers): try? Tensor(numbers.map(Double.init))
    case .doubles(let numbers): try? Tensor(numbers)
    case .array(let rows):
      try? Tensors.stacked(rows.compactMap(\.asTensor).count == rows.count ? rows.compactMap(\.asTensor) : [])
    case .some(let wrapped): wrapped.asTensor
    default: tensor
    }
  }
}
