func work(_ n: Int) -> Int {
  defer { print("outer", n) }
  if n > 1 {
    defer { print("inner", n) }
    print("in if")
  }
  defer { print("second", n) }
  if n > 5 { return n * 2 }
  return n
}
print(work(1))
print(work(2))
print(work(6))
for i in 0..<3 {
  defer { print("end of", i) }
  if i == 1 { continue }
  print("body", i)
}
var value = 1
func take() -> Int {
  defer { value += 1 }
  return value
}
print(take(), take(), value)
