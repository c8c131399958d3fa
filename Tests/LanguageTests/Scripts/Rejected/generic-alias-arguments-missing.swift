typealias Pair<T> = (T, T)
func sum(_ pair: Pair) -> Int { 0 }
print(sum((1, 2)))
