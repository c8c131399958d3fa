func half(_ x: Int) -> Int? { x % 2 == 0 ? x / 2 : nil }
let f: (Int) -> Int = half
