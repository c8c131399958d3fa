func size(_ n: Int) -> String {
  if n < 0 {
    return "negative"
  } else if n == 0 {
    return "zero"
  } else if n < 10 && n % 2 == 0 {
    return "small even"
  } else if n < 10 || n == 11 {
    return "small"
  }
  return "large"
}
for n in [-1, 0, 4, 7, 11, 12] { print(n, size(n)) }
func loud(_ name: String, _ value: Bool) -> Bool {
  print(name, terminator: " ")
  return value
}
print(loud("a", false) && loud("b", true))
print(loud("a", true) || loud("b", true))
print(loud("a", false) || loud("b", true) && !loud("c", false))
let n = 3
let word = n > 2 ? n > 5 ? "big" : "middle" : "small"
print(word)
