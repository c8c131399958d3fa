protocol Countable { func up() }
struct C: Countable {
  var n = 0
  mutating func up() { n += 1 }
}
var c = C()
c.up()
