enum E {
  case a(Int)
  case b(String)
  case c
}
let e = E.c
switch e {
case .a(let x), .b(let x): print(x)
case .c: print(0)
}
