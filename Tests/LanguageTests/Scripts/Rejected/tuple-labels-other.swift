let point: (x: Int, y: Int) = (1, 2)
let other: (a: Int, b: Int) = point
print(other)
