// A type alias may have parameters of its own.
typealias Pair<T> = (T, T)
typealias Grid<T> = [[T]]
typealias Table<Value> = [String: Value]
typealias Operation<T> = (T, T) -> T
let pair: Pair<Int> = (1, 2)
let inferred: Pair = ("a", "b")
var grid: Grid<Double> = [[1, 2], [3]]
grid[0].append(4)
let table: Table<Int> = ["a": 1]
let operations: Table<Operation<Int>> = ["+": (+), "max": max]
func apply<T>(_ operation: Operation<T>, _ pair: Pair<T>) -> T { operation(pair.0, pair.1) }
print(pair, inferred, grid, table, apply(+, pair), operations["max"]?(3, 9) ?? 0)
struct Box<T> {
  typealias Both<U> = (T, U)
  var value: T
  func with<U>(_ other: U) -> Both<U> { (value, other) }
}
print(Box(value: 1).with("x"))
typealias Wrapped<T> = Box<T>
print(Wrapped(value: "s").value, Wrapped<Int>(value: 3).value)
typealias Numbers<T: Numeric> = [T]
let numbers: Numbers<Int> = [1, 2]
print(numbers.reduce(0, +))
