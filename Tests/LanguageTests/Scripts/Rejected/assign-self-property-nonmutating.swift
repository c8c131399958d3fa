struct Counter {
  var n = 0
  func up() { n += 1 }
}
var c = Counter()
c.up()
