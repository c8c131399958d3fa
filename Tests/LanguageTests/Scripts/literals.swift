let half = 1 / 2 * 0.5
let third: Float = 1 / 3
let whole = 1 / 2
let mixed: [Double] = [1, 2.5, 3]
let inferred = [1, 2.5]
let tuple: (Double, Float) = (1, 2)
func takes(_ x: Double) -> Double { x / 2 }
print(half, third, whole, mixed, inferred, tuple, takes(3), takes(1 / 4))
let big = 1e3
let small = 1_000
print(big, small, 0x10, 1e-3)
let sum: Double = 1 + 2 + 3
let optional: Double? = 4
print(sum / 4, optional! / 8, -5 as Double, (1 + 2) as Double)
var d = 0.0
d += 1
d = 3
print(d, d + 1, 2 * d, d == 3, d > 2 ? 1 : d)
let grid: [[Double]] = [[1, 2], [3]]
print(grid, grid[0][1] / 4)
let closure: (Double) -> Double = { $0 + 1 }
print(closure(1))
