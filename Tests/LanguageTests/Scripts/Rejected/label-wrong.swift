func f(a: Int) -> Int { a }
print(f(b: 1))
