class A {
  var n = 0
  mutating func f() { n += 1 }
}
A().f()
