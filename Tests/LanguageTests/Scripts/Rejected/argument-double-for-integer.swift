func half(_ n: Int) -> Int { n / 2 }
let x = 3.0
print(half(x))
