struct Heap<Element> {
  private var elements: [Element] = []
  private let areSorted: (Element, Element) -> Bool
  init(sort: @escaping (Element, Element) -> Bool) { areSorted = sort }
  var isEmpty: Bool { elements.isEmpty }
  var count: Int { elements.count }
  func peek() -> Element? { elements.first }
  mutating func insert(_ e: Element) {
    elements.append(e)
    var child = elements.count - 1
    var parent = (child - 1) / 2
    while child > 0 && areSorted(elements[child], elements[parent]) {
      elements.swapAt(child, parent)
      child = parent
      parent = (child - 1) / 2
    }
  }
  mutating func remove() -> Element? {
    guard !elements.isEmpty else { return nil }
    elements.swapAt(0, elements.count - 1)
    let result = elements.removeLast()
    var parent = 0
    while true {
      let left = 2 * parent + 1
      let right = left + 1
      var candidate = parent
      if left < elements.count && areSorted(elements[left], elements[candidate]) { candidate = left }
      if right < elements.count && areSorted(elements[right], elements[candidate]) { candidate = right }
      if candidate == parent { break }
      elements.swapAt(parent, candidate)
      parent = candidate
    }
    return result
  }
}

struct Graph {
  struct Edge {
    let to: String
    let weight: Int
  }
  var adjacency: [String: [Edge]] = [:]
  mutating func addEdge(_ a: String, _ b: String, _ w: Int) {
    adjacency[a, default: []].append(Edge(to: b, weight: w))
    adjacency[b, default: []].append(Edge(to: a, weight: w))
  }
  func dijkstra(from start: String) -> (distances: [String: Int], previous: [String: String]) {
    var distances = [start: 0]
    var previous: [String: String] = [:]
    var queue = Heap<(node: String, distance: Int)> { $0.distance < $1.distance }
    queue.insert((start, 0))
    while let (node, distance) = queue.remove() {
      if distance > distances[node, default: .max] { continue }
      for edge in adjacency[node] ?? [] {
        let candidate = distance + edge.weight
        if candidate < distances[edge.to, default: Int.max] {
          distances[edge.to] = candidate
          previous[edge.to] = node
          queue.insert((node: edge.to, distance: candidate))
        }
      }
    }
    return (distances, previous)
  }
  func path(to end: String, _ previous: [String: String]) -> [String] {
    var path = [end]
    while let p = previous[path[0]] { path.insert(p, at: 0) }
    return path
  }
}
var g = Graph()
g.addEdge("A", "B", 7)
g.addEdge("A", "C", 9)
g.addEdge("A", "F", 14)
g.addEdge("B", "C", 10)
g.addEdge("B", "D", 15)
g.addEdge("C", "D", 11)
g.addEdge("C", "F", 2)
g.addEdge("D", "E", 6)
g.addEdge("E", "F", 9)
let (d, p) = g.dijkstra(from: "A")
for (node, distance) in d.sorted(by: { $0.key < $1.key }) {
  print(node, distance, g.path(to: node, p).joined(separator: "->"))
}
