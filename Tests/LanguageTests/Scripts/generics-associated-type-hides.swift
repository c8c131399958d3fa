protocol Store {
  associatedtype Item: Hashable
  var items: [Item] { get }
  mutating func put(_ item: Item)
}
extension Store {
  mutating func putAll<S: Sequence>(_ items: S) where S.Element == Item { for item in items { put(item) } }
  func first(_ isWanted: (Item) -> Bool) -> Item? { items.first(where: isWanted) }
}
struct Bag<T: Hashable>: Store {
  var items: [T] = []
  mutating func put(_ item: T) { items.append(item) }
}
struct Item: Hashable { let id: Int }
struct Shelf: Store {
  var items: [Item]
  mutating func put(_ item: Item) { if !items.contains(item) { items.append(item) } }
}
var bag = Bag<Int>()
bag.putAll([3, 4])
print(bag.items, bag.first { $0 > 3 } ?? 0)
var shelf = Shelf(items: [Item(id: 1)])
shelf.putAll([Item(id: 1), Item(id: 2)])
print(shelf.items, shelf.first { $0.id == 2 } as Any)
enum Sign: Int {
  case minus = -1
  case plus = 1
}
for sign: Sign in [.plus, .minus] { print(sign, sign.rawValue) }
for x: Double in [1, 2] { print(x / 4) }
for maybe: Int? in [1, nil] { print(maybe ?? 0) }
