struct C {
  var n = 0
  mutating func up() { n += 1 }
  func f() { up() }
}
C().f()
