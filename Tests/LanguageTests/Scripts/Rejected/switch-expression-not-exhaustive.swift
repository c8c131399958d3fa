enum E { case a, b }
let e = E.a
let s =
  switch e {
  case .a: "one"
  }
print(s)
