func f() -> Int {
  var n: Int
  func g() -> Int { n }
  let r = g()
  n = 3
  return r
}
print(f())
