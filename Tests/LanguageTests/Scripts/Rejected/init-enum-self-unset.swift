enum E {
  case a, b
  init(_ n: Int) { if n > 0 { self = .a } }
}
print(E(1))
