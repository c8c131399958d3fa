func show<T>(_ x: T) -> Int { x.count }
print(show([1]))
