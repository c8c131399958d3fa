for (i, x, y) in [1, 2].enumerated() { print(i, x, y) }
