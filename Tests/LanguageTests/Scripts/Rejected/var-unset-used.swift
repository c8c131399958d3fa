func f() -> Int {
  var n: Int
  n += 1
  return n
}
print(f())
