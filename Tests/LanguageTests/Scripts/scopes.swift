let x = 1
var log = ""
if x == 1 {
  let x = 2
  log += "\(x)"
  do {
    let x = "three"
    log += x
  }
  log += "\(x)"
}
log += "\(x)"
print(log)
func f(_ x: Int) -> Int {
  var x = x
  x += 10
  return x
}
print(f(x), x)
for x in 5...6 { print(x) }
let later: Int
if log.count > 3 { later = 1 } else { later = 2 }
print(later)
var a = 1
var b = 2
var c: Double = 3
(a, b) = (b, a)
print(a, b, c)
