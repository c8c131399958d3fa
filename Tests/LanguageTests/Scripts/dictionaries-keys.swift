struct Point: Hashable {
  var x: Int
  var y: Int
}
var grid: [Point: String] = [Point(x: 1, y: 2): "a"]
grid[Point(x: 0, y: 0)] = "b"
print(grid[Point(x: 1, y: 2)]!, grid[Point(x: 9, y: 9)] ?? "none", Set([Point(x: 1, y: 1), Point(x: 1, y: 1)]).count)
enum Side: Hashable {
  case left
  case right(Int)
}
let sides: [Side: Int] = [.left: 1, .right(2): 5]
print(sides[.right(2)]!, sides[.right(3)] as Any, [[1, 2]: "a"][[1, 2]]!, [1.5: "x"][1.5]!, [true: 1][true]!)
struct Name: Hashable {
  var text: String
  static func == (a: Name, b: Name) -> Bool { a.text.lowercased() == b.text.lowercased() }
  func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}
print(Set([Name(text: "Ada"), Name(text: "ADA")]).count, [Name(text: "x"): 3][Name(text: "X")]!)
print(["k": 1] == ["k": 1], ["k": 1] == ["k": 2], [Set([1]): 2][[1]]!, [Optional(1): "one", nil: "none"][nil]!)
let t = ["one": 1, "two": 2]
print(
  t.keys.map { $0.count }.reduce(0, +), t.values.sorted(), Array(t.keys).sorted(), t.keys.sorted().joined(),
  t.values.contains(2))
if let (k, v) = t.first(where: { $0.value == 2 }) { print(k, v) }
