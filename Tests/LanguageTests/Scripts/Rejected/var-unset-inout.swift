func up(_ n: inout Int) { n += 1 }
func f() {
  var n: Int
  up(&n)
  print(n)
}
f()
