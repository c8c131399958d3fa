outer: for i in 1...3 {
  for j in 1...3 {
    if j == 2 { continue outer }
    if i == 3 { break outer }
    print(i, j)
  }
}
var n = 10
repeat { n -= 3 } while n > 0
print(n)
for i in stride(from: 10, to: 0, by: -3) { print(i, terminator: " ") }
print()
for i in (0..<3).reversed() where i != 1 { print(i) }
func d() -> String {
  defer { print("first in, last out") }
  defer { print("second") }
  print("body")
  return "ret"
}
print(d())
func early(_ x: Int) -> String {
  defer { print("bye", x) }
  if x > 1 { return "big" }
  defer { print("small bye") }
  return "small"
}
print(early(1), early(2))
for i in 0..<2 {
  defer { print("end", i) }
  if i == 0 { continue }
  print("in", i)
}
do {
  defer { print("left do") }
  print("in do")
}
let x = 5
let kind = if x > 3 { "big" } else if x > 1 { "mid" } else { "small" }
print(kind)
let v: Double = if x == 5 { 1 } else { 2.5 }
print(v)
let s =
  switch x {
  case 1, 2: "low"
  case 5: if kind == "big" { "five!" } else { "five" }
  default: "none"
  }
print(s)
func grade(_ p: Int) -> Character {
  switch p {
  case 90...: "A"
  case 80..<90: "B"
  default: "F"
  }
}
print(grade(95), grade(85), grade(10))
label: do {
  if x == 5 { break label }
  print("not reached")
}
labelled: if x > 0 {
  if x > 4 { break labelled }
  print("no")
}
guard x > 0, let y = Int("7"), y > x else { fatalError() }
print(y)
var count = 0
while true {
  count += 1
  if count % 2 == 0 { continue }
  if count > 6 { break }
}
print(count)
let t = x > 3 ? x < 10 ? "mid" : "high" : "low"
print(t)
var total = 0
for (i, ch) in "hello".enumerated() where "aeiou".contains(ch) { total += i }
print(total)
for _ in 0..<2 { print("*", terminator: "") }
print()
let a = 1
let b = 2
print(a, b)
print("after")
// if with multiple conditions
if x > 1, x < 10, let z = Optional(3), case 1...5 = z, z != 4 { print("all") }
for i in 1...Int.max {
  if i > 3 { break }
  print(i, terminator: ",")
}
print()
for x in [1, 2, 3] where x > 1 { for y in [x] { print(x, y) } }
var stack = [1]
while let top = stack.popLast() {
  print(top)
  if top < 4 { stack.append(top * 2) }
}
var iterations = 0
search: for a in 1... {
  for b in a... {
    iterations += 1
    let c2 = a * a + b * b
    let c = Int(Double(c2).squareRoot())
    if c * c == c2 && a + b + c == 12 {
      print(a, b, c)
      break search
    }
    if b > 20 { break }
  }
}
print(iterations)
switch x {
case _ where x % 2 == 0: print("even")
case _: print("odd")
}
func noReturn(_ ok: Bool) -> Int { if ok { return 1 } else { return 2 } }
print(noReturn(true))
func loopReturn() -> Int { while true { return 3 } }
print(loopReturn())
var i = 0
let found: Int? = {
  for k in [3, 5, 8] where k % 2 == 0 { return k }
  return nil
}()
print(found ?? -1)
while i < 3 { i += 1 }
print(i)
