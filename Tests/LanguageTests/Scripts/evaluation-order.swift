func note(_ x: Int) -> Int {
  print("note", x)
  return x
}
print(note(1) + note(2) * note(3))
func three(_ a: Int, _ b: Int, c: Int = note(9)) -> Int { a * 100 + b * 10 + c }
print(three(note(1), note(2)))
var xs = [note(4), note(5)]
xs[note(0)] = note(6)
print(xs)
let t = (note(7), note(8))
print(t)
print(note(1) > 5 ? note(2) : note(3))
let o: Int? = 3
print(o ?? note(10))
