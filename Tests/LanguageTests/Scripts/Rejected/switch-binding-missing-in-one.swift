enum E {
  case a(Int)
  case b, c
}
let e = E.c
switch e {
case .a(let x), .b: print(x)
case .c: print(0)
}
