let things: [Any] = [1, "two", 3.0, [4], true]
for thing in things {
  switch thing {
  case let n as Int: print("Int", n)
  case let s as String: print("String", s)
  case is Double: print("Double")
  case let xs as [Int]: print("array", xs.count)
  default: print("other", thing)
  }
}
print(things[0] is Int, things[1] as? Int ?? 0, (things[2] as! Double) + 1)
let number: Any = 5
if let n = number as? Int { print(n + 1) }
print(things.compactMap { $0 as? String })
