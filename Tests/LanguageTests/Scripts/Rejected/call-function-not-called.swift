func f() -> Int { 3 }
let n: Int = f
print(n)
