infix operator ?= : AssignmentPrecedence
infix operator <- : AssignmentPrecedence
prefix operator ++
postfix operator ++
func ?= <T>(a: inout T?, b: @autoclosure () -> T) { if a == nil { a = b() } }
func <- (list: inout [Int], x: Int) { list.append(x) }
prefix func ++ (x: inout Int) -> Int {
  x += 1
  return x
}
postfix func ++ (x: inout Int) -> Int {
  defer { x += 1 }
  return x
}
var found: Int?
found ?= 5
found ?= 6
print(found!)
var list = [1]
list <- 2
list <- 3
print(list)
var n = 1
print(++n, n++, n)
struct Multiple { let of: Int }
func ~= (pattern: Multiple, value: Int) -> Bool { value % pattern.of == 0 }
for i in 1...15 {
  switch i {
  case Multiple(of: 15): print("FizzBuzz")
  case Multiple(of: 3): print("Fizz")
  case Multiple(of: 5): print("Buzz")
  default: print(i)
  }
}
