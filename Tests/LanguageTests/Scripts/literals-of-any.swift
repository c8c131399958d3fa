func flatten(_ x: Any) -> [Int] {
  if let all = x as? [Any] { return all.flatMap(flatten) }
  if let number = x as? Int { return [number] }
  return []
}
print(flatten([1, [2, [3, "x"]], 4] as [Any]))
let json: [String: Any] = ["name": "a", "tags": [1, "two", 3.5], "size": ["w": 1, "h": "tall"]]
print((json["tags"] as? [Any])?.count ?? 0, (json["size"] as? [String: Any])?["h"] ?? "none")
protocol Shown { var text: String { get } }
extension Int: Shown { var text: String { "i\(self)" } }
extension String: Shown { var text: String { "s\(self)" } }
print([any Shown]([1, "four"]).map(\.text))
func describe(_ x: any Shown) -> String { x.text }
print([3, "abc"].map(describe))
print(true ? [1, nil] : [2], false ? [1, 2] : [nil, 3])
