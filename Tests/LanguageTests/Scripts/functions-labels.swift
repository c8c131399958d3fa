func area(width: Double, height: Double) -> Double { return width * height }
func power(_ base: Int, to exponent: Int) -> Int {
  var result = 1
  for _ in 0..<exponent { result *= base }
  return result
}
func greet(name: String, with greeting: String = "Hello", mark: String = "!") -> String {
  greeting + ", " + name + mark
}
func nothing() {}
print(area(width: 2, height: 3.5))
print(power(3, to: 4), power(2, to: 0))
print(greet(name: "Ada"))
print(greet(name: "Ada", mark: "?"))
print(greet(name: "Ada", with: "Hi", mark: "."))
nothing()
print(nothing())
