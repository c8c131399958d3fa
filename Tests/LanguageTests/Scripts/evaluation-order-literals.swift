func traced<T>(_ name: String, _ x: T) -> T {
  print(name, terminator: " ")
  return x
}
let dictionary = [traced("k1", "a"): traced("v1", 1), traced("k2", "b"): traced("v2", 2)]
print(dictionary.count)
let array = [traced("e1", 1), traced("e2", 2)]
print(array)
let tuple = (traced("1", 1), b: traced("2", 2))
print(tuple)
print("\(traced("s1", 1)) and \(traced("s2", 2))")
let range = traced("low", 1)...traced("high", 3)
print(range)
