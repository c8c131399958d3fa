enum E {
  case a(x: Int, y: Int)
  case b
}
let e = E.b
switch e {
case .a(let x, let z): print(x, z)
case .b: print(3)
}
