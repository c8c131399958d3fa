func place(_ p: (Int, Int)) -> String {
  switch p {
  case (0, 0): return "origin"
  case (_, 0): return "on x"
  case (0, let y): return "on y at \(y)"
  case (let x, let y) where x == y: return "diagonal \(x)"
  case (-2...2, -2...2): return "near"
  case (let x, var y):
    y += 1
    return "far \(x) \(y)"
  }
}
for p in [(0, 0), (3, 0), (0, 4), (5, 5), (1, -2), (9, 1)] { print(place(p)) }
switch (true, "a") {
case (false, _): print("no")
case (true, "a"), (true, "b"): print("yes")
default: print("else")
}
