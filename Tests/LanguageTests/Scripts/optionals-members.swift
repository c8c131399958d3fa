let a: Int? = 5
let b: Int? = nil
print(
  a.map { $0 + 1 } as Any, b.map { $0 + 1 } as Any, a.flatMap { $0 > 3 ? "big" : nil } as Any, a ?? 0, b ?? -1,
  b ?? a ?? 9)
print(
  a == 5, b == nil, a != b, a.map(String.init) ?? "none", [a, b].compactMap { $0 },
  a.hashValue == Optional(5).hashValue, Optional("x").map { $0.count }!)
var o: String? = "abc"
o?.append("d")
print(o!, o?.count as Any, o?.first as Any, o?.uppercased() ?? "", o?.isEmpty == false)
if let o, o.count > 3 { print("long", o) }
o = nil
print(o?.count ?? 0, o as Any, o?.first == nil, Int("12").map { $0 * 2 } ?? 0, ["a": 1]["a"].map { $0 + 1 }!)
let twice: Int?? = .some(nil)
print(twice as Any, twice == nil, (twice ?? 7) as Any)
switch (a, b) {
case (let x?, nil): print("x", x)
default: print("no")
}
