func sign(_ x: Double) -> Int {
  let s = if x > 0 { 1 } else if x < 0 { -1 } else { 0 }
  return s
}
print(sign(2), sign(-0.5), sign(0))
func name(_ n: Int) -> String {
  switch n {
  case 1: "one"
  case 2: "two"
  default: "many"
  }
}
print(name(1), name(2), name(9))
let d: Double = if n() > 2 { 1 } else { 0.5 }
func n() -> Int { 3 }
print(d)
let text =
  switch (n(), true) {
  case (3, let flag) where flag: "three and \(flag)"
  default: "other"
  }
print(text)
