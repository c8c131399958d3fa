indirect enum Expression {
  case number(Double)
  case add(Expression, Expression)
  case multiply(Expression, Expression)
  case variable(String)
}
func value(_ e: Expression, _ x: Double) -> Double {
  switch e {
  case .number(let n): return n
  case .add(let a, let b): return value(a, x) + value(b, x)
  case .multiply(let a, let b): return value(a, x) * value(b, x)
  case .variable: return x
  }
}
func derivative(_ e: Expression) -> Expression {
  switch e {
  case .number: return .number(0)
  case .variable: return .number(1)
  case .add(let a, let b): return .add(derivative(a), derivative(b))
  case .multiply(let a, let b): return .add(.multiply(derivative(a), b), .multiply(a, derivative(b)))
  }
}
let f = Expression.add(.multiply(.variable("x"), .variable("x")), .multiply(.number(3), .variable("x")))
print(value(f, 2), value(derivative(f), 2))
enum List {
  case end
  indirect case node(Int, List)
  var sum: Int {
    if case .node(let value, let rest) = self { return value + rest.sum }
    return 0
  }
}
print(List.node(1, .node(2, .end)).sum)
