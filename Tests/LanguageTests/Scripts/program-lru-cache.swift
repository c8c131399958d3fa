final class LRUCache<Key: Hashable, Value> {
  private final class Node {
    let key: Key
    var value: Value
    var prev: Node?
    var next: Node?
    init(key: Key, value: Value) {
      self.key = key
      self.value = value
    }
  }
  private let capacity: Int
  private var map: [Key: Node] = [:]
  private var head: Node?
  private var tail: Node?
  private(set) var hits = 0, misses = 0

  init(capacity: Int) { self.capacity = capacity }

  subscript(key: Key) -> Value? {
    get {
      guard let node = map[key] else {
        misses += 1
        return nil
      }
      hits += 1
      moveToFront(node)
      return node.value
    }
    set {
      if let newValue = newValue { put(key, newValue) } else { remove(key) }
    }
  }
  private func put(_ key: Key, _ value: Value) {
    if let node = map[key] {
      node.value = value
      moveToFront(node)
      return
    }
    let node = Node(key: key, value: value)
    map[key] = node
    addFront(node)
    if map.count > capacity, let last = tail {
      unlink(last)
      map[last.key] = nil
    }
  }
  private func remove(_ key: Key) {
    if let node = map.removeValue(forKey: key) { unlink(node) }
  }
  private func addFront(_ node: Node) {
    node.next = head
    node.prev = nil
    head?.prev = node
    head = node
    if tail == nil { tail = node }
  }
  private func unlink(_ node: Node) {
    node.prev?.next = node.next
    node.next?.prev = node.prev
    if head === node { head = node.next }
    if tail === node { tail = node.prev }
    node.prev = nil
    node.next = nil
  }
  private func moveToFront(_ node: Node) {
    guard head !== node else { return }
    unlink(node)
    addFront(node)
  }
  var keys: [Key] {
    var result: [Key] = []
    var n = head
    while let node = n {
      result.append(node.key)
      n = node.next
    }
    return result
  }
}
let cache = LRUCache<String, Int>(capacity: 2)
cache["a"] = 1
cache["b"] = 2
print(cache["a"] ?? -1)
cache["c"] = 3
print(cache["b"] ?? -1, cache.keys)
cache["a"]? += 10
print(cache["a"]!, cache.hits, cache.misses)
cache["a"] = nil
print(cache.keys, cache["a"] == nil)
