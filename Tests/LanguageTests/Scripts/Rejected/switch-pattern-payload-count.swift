enum E {
  case a(Int, Int)
  case b
}
let e = E.b
switch e {
case .a(let x, let y, let z): print(x, y, z)
case .b: print(3)
}
