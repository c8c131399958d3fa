let a: Int = 3
let b: Double = 3
let c: [String] = []
let d: (Int, String) = (1, "a")
let e: (Int) -> [Int] = { Array(repeating: $0, count: $0) }
let f: [[Int]] = [[], [1]]
let g: Bool? = nil
let h: Character = "h"
let i: Any = 5
typealias Matrix = [[Double]]
let m: Matrix = [[1, 2], [3, 4]]
func trace(_ m: Matrix) -> Double { m.indices.map { m[$0][$0] }.reduce(0, +) }
print(a, b, c, d, e(2), f, g == nil, h, i, trace(m))
print(Int(b) + a, Double(a) / 2, String(a), String(describing: b), Bool("true")!)
print(type(of: a), type(of: b), type(of: f), type(of: "x"), type(of: d))
