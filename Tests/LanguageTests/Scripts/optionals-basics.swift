var a: Int? = 3
print(a!, a ?? 0, a == 3, a != nil)
a = nil
print(a ?? -1, a == nil)
a = 5
if let a { print("bound", a) }
if let value = a, value > 3 { print("large", value) } else { print("small") }
if var value = a {
  value += 1
  print(value)
}
let names = ["a", "b"]
print(names.first ?? "none", names.last!, [String]().first ?? "none")
func find(_ x: Int, in xs: [Int]) -> Int? {
  for (i, value) in xs.enumerated() where value == x { return i }
  return nil
}
if let index = find(3, in: [1, 2, 3]) { print("at", index) }
print(find(9, in: [1]) == nil, find(1, in: [1])!)
let nested: Int?? = 4
print(nested!! + 1)
let chosen = a ?? find(1, in: [5, 1]) ?? 0
print(chosen)
var c: Int? = 1
c! += 4
c? *= 2
print(c!)
print(a.map { $0 * 2 }!, Int?.none == nil)
let xs: [Int?] = [1, nil, 2]
print(xs.compactMap { $0 }, ["1", "x", "3"].compactMap { Int($0) })
