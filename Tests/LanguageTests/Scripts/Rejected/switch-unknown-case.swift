enum E { case a, b }
let e = E.a
switch e {
case .a: print(1)
case .c: print(2)
case .b: print(3)
}
