var words = Set<String>()
print(words.insert("x"), words.insert("x"), words.insert("y").inserted, words.update(with: "x") as Any)
print(words.remove("x") as Any, words.remove("zzz") as Any, words, words.isEmpty, [words], words.contains("y"))
words.removeAll()
print(words, words.count)
var seen = Set<Int>()
print(
  [1, 2, 1, 3, 2].filter { seen.insert($0).inserted }, seen.sorted(), seen.sorted(by: >), seen.min()!, seen.reduce(0, +)
)
print(
  Set("hello").count, Set([1, 2]) == Set([2, 1]), Set(1...3).sorted(), seen.map { $0 * 2 }.sorted(),
  type(of: seen.filter { $0 > 1 }))
print(
  Set([[1], [2], [1]]).count, seen.contains { $0 > 2 }, Set([5]).first!, Set([6]).randomElement()!,
  Set<Int>().first as Any)
for x in seen.sorted() { print(x, terminator: " ") }
let letters: Set<Character> = ["a", "b"]
print(letters.contains("a"), letters.isSuperset(of: "ab"), Set([4]).hashValue == Set([4]).hashValue)
