// Tuples become others: labels in another order, parts of other types; functions of two values take a pair.
let point: (x: Int, y: Int) = (1, 2)
let turned: (y: Int, x: Int) = point
let written: (x: Int, y: Int) = (y: 5, x: 6)
print(turned, written)
func show(_ pair: (a: Int, b: String)) -> String { "\(pair.a)\(pair.b)" }
print(show((b: "q", a: 3)))
let plain = (1, 2)
let optional: (Int?, Int) = plain
let labelled: (a: Int, b: Int) = plain
let any: (Any, Int) = labelled
print(optional, labelled, any)
func made() -> (Int, String) { (1, "a") }
let converted: (Int?, Any) = made()
print(converted)
func add(_ a: Int, _ b: Int) -> Int { a + b }
print(zip([1, 2], [10, 20]).map(add), [1: 2].map(add))
func combine(_ a: [Int], _ b: [Int], _ f: (Int, Int) -> Int) -> [Int] { zip(a, b).map(f) }
print(combine([1, 2], [3, 4], *), combine([1, 2], [3, 4]) { $0 - $1 })
