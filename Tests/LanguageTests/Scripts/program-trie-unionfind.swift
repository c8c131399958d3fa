final class TrieNode {
  var children: [Character: TrieNode] = [:]
  var isWord = false
}
class Trie {
  private let root = TrieNode()
  func insert(_ word: String) {
    var node = root
    for c in word {
      if node.children[c] == nil { node.children[c] = TrieNode() }
      node = node.children[c]!
    }
    node.isWord = true
  }
  func contains(_ word: String) -> Bool { find(word)?.isWord ?? false }
  private func find(_ prefix: String) -> TrieNode? {
    var node: TrieNode? = root
    for c in prefix { node = node?.children[c] }
    return node
  }
  func words(withPrefix prefix: String) -> [String] {
    guard let node = find(prefix) else { return [] }
    var result: [String] = []
    func walk(_ node: TrieNode, _ path: String) {
      if node.isWord { result.append(path) }
      for (c, child) in node.children.sorted(by: { $0.key < $1.key }) { walk(child, path + String(c)) }
    }
    walk(node, prefix)
    return result
  }
}
let trie = Trie()
["car", "card", "care", "cat", "dog"].forEach(trie.insert)
print(trie.words(withPrefix: "car"), trie.contains("ca"), trie.contains("dog"), trie.words(withPrefix: "x"))
struct UnionFind {
  private var parent: [Int]
  private var size: [Int]
  private(set) var components: Int
  init(_ n: Int) {
    parent = Array(0..<n)
    size = Array(repeating: 1, count: n)
    components = n
  }
  mutating func find(_ x: Int) -> Int {
    if parent[x] != x { parent[x] = find(parent[x]) }
    return parent[x]
  }
  @discardableResult
  mutating func union(_ a: Int, _ b: Int) -> Bool {
    var (ra, rb) = (find(a), find(b))
    guard ra != rb else { return false }
    if size[ra] < size[rb] { swap(&ra, &rb) }
    parent[rb] = ra
    size[ra] += size[rb]
    components -= 1
    return true
  }
  mutating func connected(_ a: Int, _ b: Int) -> Bool { find(a) == find(b) }
}
var uf = UnionFind(6)
uf.union(0, 1)
uf.union(2, 3)
uf.union(1, 3)
print(uf.components, uf.connected(0, 2), uf.connected(0, 5))
struct Edge { let u, v, w: Int }
let edges = [
  Edge(u: 0, v: 1, w: 7), Edge(u: 1, v: 2, w: 8), Edge(u: 0, v: 3, w: 5), Edge(u: 1, v: 3, w: 9),
  Edge(u: 2, v: 4, w: 5), Edge(u: 3, v: 4, w: 15),
]
var forest = UnionFind(5)
let mst = edges.sorted { $0.w < $1.w }.filter { forest.union($0.u, $0.v) }
print(mst.map(\.w).reduce(0, +), mst.count)
