func f() -> Int {
  var n: Int
  let g = { n + 1 }
  n = 2
  return g()
}
print(f())
