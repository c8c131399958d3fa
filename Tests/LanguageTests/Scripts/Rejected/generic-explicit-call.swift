func id<T>(_ x: T) -> T { x }
print(id<Int>(3))
