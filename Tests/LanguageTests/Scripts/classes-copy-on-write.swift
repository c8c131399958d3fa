final class Storage {
  var items: [Int]
  init(_ items: [Int]) { self.items = items }
}
struct Bag {
  private var storage = Storage([])
  mutating func append(_ x: Int) {
    if !isKnownUniquelyReferenced(&storage) {
      print("copied")
      storage = Storage(storage.items)
    }
    storage.items.append(x)
  }
  var items: [Int] { storage.items }
}
var a = Bag()
a.append(1)
a.append(2)
var b = a
b.append(3)
b.append(4)
a.append(5)
print(a.items, b.items)
struct Lazy {
  private var known: Int?
  var value: Int {
    mutating get {
      if known == nil {
        print("found")
        known = 42
      }
      return known ?? 0
    }
  }
}
var lazy = Lazy()
print(lazy.value, lazy.value)
