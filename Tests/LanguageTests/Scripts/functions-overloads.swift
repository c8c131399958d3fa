func describe(_ x: Int) -> String { "Int \(x)" }
func describe(_ x: Double) -> String { "Double \(x)" }
func describe(_ x: String) -> String { "String \(x)" }
func describe(_ x: [Int]) -> String { "array of \(x.count)" }
func describe(_ x: Int, twice: Bool) -> String { describe(twice ? 2 * x : x) }
func describe(number x: Int) -> String { "number \(x)" }
print(describe(1), describe(1.0), describe("1"), describe([1, 2]))
print(describe(4, twice: true), describe(4, twice: false), describe(number: 4))
let half = 0.5
print(describe(half * 3), describe(3 / 2), describe(3 / 2.0))
