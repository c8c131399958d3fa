func describe(_ x: Int?) -> String {
  switch x {
  case .some(let value) where value > 9: "large \(value)"
  case .some(0): "zero"
  case .some: "something"
  case .none: "nothing"
  }
}
print(describe(12), describe(0), describe(3), describe(nil))

func kind(_ x: Any) -> String {
  switch x {
  case 0 as Int: "zero"
  case let n as Int where n < 0: "negative"
  case let n as Int: "int \(n)"
  case is String: "string"
  default: "unknown"
  }
}
print(kind(0), kind(-4), kind(7), kind("0"), kind(0.0))
print(Int?(4) ?? 0, Int?.none ?? 1, Optional(5) ?? 2)
