let xs = [5, 2, 8, 1]
print(xs.sorted(by: { (a: Int, b: Int) -> Bool in return a > b }))
print(xs.sorted(by: { a, b in a > b }))
print(xs.sorted { $0 > $1 }, xs.sorted(by: >), xs.sorted())
print(
  xs.map { x in
    let y = x * 2
    return y + 1
  })
func apply(_ x: Int, first f: (Int) -> Int, then g: (Int) -> String) -> String { g(f(x)) }
print(
  apply(3) {
    $0 + 1
  } then: {
    "<\($0)>"
  })
print(apply(3, first: { $0 * 2 }, then: { String($0) }))
func run(_ body: () -> Void) { body() }
run { print("ran") }
let result = { (a: Double, b: Double) -> Double in (a + b) / 2 }(1, 4)
print(result)
let nested = [1, 2].map { a in [10, 20].map { b in a * b } }
print(nested)
