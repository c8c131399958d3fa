var a = [1, 2, 3]
var b = a
b[0] = 100
b.append(4)
print(a, b)
func changed(_ xs: [Int]) -> [Int] {
  var xs = xs
  xs[0] = -1
  return xs
}
print(changed(a), a)
var grid = [a, a]
grid[0][1] = 50
print(grid, a)
let kept = grid
grid[1].append(7)
print(kept, grid)
var holder = (name: "h", values: [1, 2])
var other = holder
other.values[0] = 9
print(holder, other)
for x in a { a.append(x * 10) }
print(a)
let snapshot = { a }
a = []
print(snapshot(), a)
let fixed = { [b] in b }
b = []
print(fixed())
