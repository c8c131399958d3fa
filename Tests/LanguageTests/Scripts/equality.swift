print([1, 2] == [1, 2], [1, 2] != [2, 1], [[1], [2]] == [[1], [2]])
print("a" == "b", (1, "a") == (1, "a"), 1.0 == 1, [0.5] == [0.5])
let a: Int? = 1
let b: Int? = nil
print(a == 1, a == b, b == nil, a != nil)
print("apple" < "banana", [1, 2].contains(2), ["x"].contains("y"), 2 < 3 && 3 < 4)
print(max("a", "b"), min([3, 1].first!, 2), true == false)
