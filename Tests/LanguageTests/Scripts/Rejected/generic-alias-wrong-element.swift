typealias Pair<T> = (T, T)
let pair: Pair<Int> = (1, "a")
print(pair)
