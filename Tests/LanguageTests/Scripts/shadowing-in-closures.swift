var x = 10
let f = { (x: Int) -> Int in
  let y = x + 1
  do {
    let x = y * 2
    return x
  }
}
print(f(1), x)
let g = { () -> Int in
  x += 1
  return x
}
print(g(), g(), x)
func outer() -> [Int] {
  var results: [Int] = []
  for x in 0..<3 {
    let x = x * x
    results.append({ x + 1 }())
  }
  return results
}
print(outer())
if let x = Optional(5) { print(x) }
print(x)
