func price(_ fruit: String) -> Double {
  switch fruit {
  case "apple": return 0.5
  case "pear", "plum": return 0.75
  case let other where other.hasPrefix("exotic"): return 4
  case "": return 0
  default: return 1
  }
}
for fruit in ["apple", "plum", "exotic mango", "", "kiwi"] { print(fruit, price(fruit)) }
switch "b" as Character {
case "a"..."c": print("early")
default: print("late")
}
