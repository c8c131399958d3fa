func twice(_ f: (Int) -> Int, _ x: Int) -> Int { f(f(x)) }
func addThree(_ x: Int) -> Int { x + 3 }
print(twice(addThree, 1), twice({ $0 * $0 }, 3))
let operations: [(Int, Int) -> Int] = [{ $0 + $1 }, { $0 - $1 }, (*), max]
for operation in operations { print(operation(7, 3)) }
func compose(_ f: @escaping (Double) -> Double, _ g: @escaping (Double) -> Double) -> (Double) -> Double {
  return { x in g(f(x)) }
}
let f = compose({ $0 + 1 }, { $0 * 10 })
print(f(2), compose(f, f)(0))
var current: (Int) -> String = { "first \($0)" }
print(current(1))
current = { "second \($0 + 1)" }
print(current(1))
let labelled = addThree(_:)
print(labelled(4))
