struct C {
  var n = 0
  mutating func up() { n += 1 }
}
func f(_ c: C) { c.up() }
f(C())
