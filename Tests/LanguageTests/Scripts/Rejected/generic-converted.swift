func f<T>(_ x: T) -> Int { return x }
print(f(1))
