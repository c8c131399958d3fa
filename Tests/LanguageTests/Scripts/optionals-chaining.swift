let words: [String]? = ["alpha", "beta"]
let missing: [String]? = nil
print(words?.count ?? 0, missing?.count ?? 0)
print(words?.first?.count ?? -1, missing?.first?.count ?? -1)
print(words?[1].uppercased() ?? "none", missing?[1].uppercased() ?? "none")
var values: [Int]? = [1, 2]
values?.append(3)
values?[0] = 10
print(values!)
var none: [Int]? = nil
none?.append(1)
print(none == nil)
let length = words?.map { $0.count }.reduce(0, +)
print(length!, length == 9)
let f: ((Int) -> Int)? = { $0 + 1 }
print(f?(1) ?? 0, f.map { $0(5) } ?? 0)
