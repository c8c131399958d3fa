func describe(_ n: Int) -> String {
  switch n {
  case Int.min..<0: return "negative"
  case 0: return "zero"
  case 1, 2, 3: return "few"
  case 4...9: return "some"
  case let big where big > 1_000: return "huge \(big)"
  case 10...: return "many"
  default: return "never"
  }
}
for n in [-5, 0, 2, 9, 10, 5_000] { print(describe(n)) }
switch 2.5 {
case 0..<1: print("low")
case 1..<3: print("middle")
default: print("high")
}
switch 7 {
case 7:
  print("seven")
  fallthrough
case 8:
  print("eight")
case 9:
  print("nine")
default:
  break
}
