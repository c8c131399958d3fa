let first: (Int, Int) -> Int = { $0 }
print(first(1, 2))
