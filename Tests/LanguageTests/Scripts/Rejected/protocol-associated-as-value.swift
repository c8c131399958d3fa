protocol Box {
  associatedtype Item
  var item: Item { get }
}
func f(_ b: Box) { print(b.item) }
