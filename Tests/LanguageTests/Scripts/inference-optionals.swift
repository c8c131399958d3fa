func firstOf<T>(_ a: T, or b: T) -> T { a }
func pair<T, U>(_ a: T, _ b: U) -> U { b }
let none: String? = pair(1, String?.none)
let number: Int? = firstOf(Int("3"), or: nil)
let wrapped: Int? = firstOf(4, or: 5)
print(none as Any, number as Any, wrapped as Any)
let arrays = [[Int]?.none, [1]]
let pairs = [(Int, Bool)?.none, (1, true)]
let tables = [String: Int]?.none
print(arrays, pairs[0] == nil, tables as Any)
print([1, 2].reduce(Int("x")) { $0 ?? $1 } as Any)
let o: Int? = nil
print(o is Int, Optional(2) is Int)
