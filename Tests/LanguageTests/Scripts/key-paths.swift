struct Item {
  var name: String
  var size: (width: Int, height: Int)
}
let items = [Item(name: "b", size: (1, 2)), Item(name: "a", size: (3, 4))]
print(items.map(\.name), items.map(\.size.height), items.map(\.name.count))
print(["x", "yy"].map(\.count), [[1], []].filter(\.isEmpty).count)
let path = \Item.name
print(items[1][keyPath: path])
