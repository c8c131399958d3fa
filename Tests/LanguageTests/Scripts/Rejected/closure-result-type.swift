let f: (Int) -> String = { $0 + 1 }
print(f(1))
