func zero<T: Numeric>() -> T { return 1.5 }
let n: Int = zero()
print(n)
