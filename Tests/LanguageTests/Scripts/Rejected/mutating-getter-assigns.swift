struct C {
  var n = 0
  var next: Int {
    n += 1
    return n
  }
}
var c = C()
print(c.next)
