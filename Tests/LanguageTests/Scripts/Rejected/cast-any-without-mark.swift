let a: Any = 3
let n: Int = a
print(n)
