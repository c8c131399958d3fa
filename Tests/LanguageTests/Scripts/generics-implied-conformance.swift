// `[Key: Value]` and `Set<Element>` in a signature ask for hashable keys without saying so.
func keys<Key, Value>(_ dictionary: [Key: Value], where fits: (Value) -> Bool) -> [Key] {
  dictionary.filter { fits($0.value) }.map { $0.key }
}
print(keys(["a": 1, "b": 5]) { $0 > 2 })
func missing<Element>(_ wanted: Set<Element>, in found: [Element]) -> Int {
  wanted.count - found.reduce(into: Set<Element>()) { if wanted.contains($1) { $0.insert($1) } }.count
}
print(missing([1, 2, 3], in: [3, 4, 3]))
