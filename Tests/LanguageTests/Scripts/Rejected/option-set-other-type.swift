struct A: OptionSet {
  let rawValue: Int
  static let x = A(rawValue: 1)
}
struct B: OptionSet {
  let rawValue: Int
  static let y = B(rawValue: 1)
}
let all: A = [.x, B.y]
print(all)
