// 'any P<T>': values of any type that conforms, with a known associated type.
protocol Container<Item> {
  associatedtype Item
  var items: [Item] { get }
  mutating func add(_ item: Item)
}
struct Stack<T>: Container {
  var items: [T] = []
  mutating func add(_ item: T) { items.append(item) }
}
struct Fixed: Container {
  var items = [1, 2]
  mutating func add(_ item: Int) { items.append(item * 10) }
}
func total(_ container: any Container<Int>) -> Int { container.items.reduce(0, +) }
var containers: [any Container<Int>] = [Stack(items: [4, 5]), Fixed()]
for container in containers { print(container.items.count, total(container)) }
containers[0].add(10)
containers[1].add(3)
print(containers.map(total), containers[0] is Stack<Int>)
func make() -> any Container<String> { Stack(items: ["a"]) }
print(make().items)
func sum(_ values: any Sequence<Int>) -> Int {
  var sum = 0
  for value in values { sum += value }
  return sum
}
print(sum([1, 2, 3]), sum(1...4), sum(Set([5])), sum([7, 8].lazy.map { $0 * 2 }))
func show(_ values: any Sequence) { for value in values { print(value, terminator: ";") } }
show([1, 2])
show("ab")
show(["k": 1])
print()
let collections: [any Collection<Int>] = [[1, 2], 0..<3]
for collection in collections {
  print(collection.count, collection.isEmpty)
  for value in collection { print(value, terminator: " ") }
  print()
}
let values: any Sequence<Int> = [3, 1, 2]
print(values.map { $0 * 2 }, values.sorted(), values.reduce(0, +), values.contains(3))
func all<T>(_ values: any Sequence<T>) -> [T] { values.filter { _ in true } }
print(all("xyz"))
