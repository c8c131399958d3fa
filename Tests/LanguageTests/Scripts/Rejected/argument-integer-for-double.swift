func root(_ x: Double) -> Double { x.squareRoot() }
let n = 9
print(root(n))
