debugPrint("a", 1, 2.5, Optional("x") as Any, ["k": "v"], ("a", 1), Character("c"), true)
debugPrint("tab\t\u{1F600}\0\\ \u{7F}", separator: "|", terminator: "#\n")
debugPrint([1, 2][0..<1], Set([1]), 0..<2, 0...2, "ab".prefix(1), Float(0.1), 1e16)
print(
  String(describing: [1]), String(describing: Optional(1)), String(reflecting: "q"), String(describing: "q"),
  String(reflecting: ["a"]))
print(
  type(of: 1), type(of: "s"), type(of: [1]), type(of: ["a": 1]), type(of: (1, "a")), type(of: Optional(1)),
  type(of: 1.5), type(of: Set([1])))
var out = ""
print("into", 1, to: &out)
print("more", 2.5, separator: "-", terminator: "", to: &out)
print(out, out.count)
