struct Fraction {
  let top: Int, bottom: Int
  init?(_ top: Int, _ bottom: Int) {
    guard bottom != 0 else { return nil }
    self.top = top
    self.bottom = bottom
  }
  init?(text: String) {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let a = Int(parts[0]), let b = Int(parts[1]) else { return nil }
    self.init(a, b)
  }
}
print(
  Fraction(1, 2)?.top ?? -1, Fraction(1, 0) == nil, Fraction(text: "3/4")!.bottom, Fraction(text: "x") == nil,
  Fraction(text: "1/0") == nil)
extension Fraction: Equatable {}
enum Problem: Error {
  case negative(Int)
  case empty
}
class Account {
  let owner: String
  var balance: Int
  init(owner: String, balance: Int) throws {
    guard !owner.isEmpty else { throw Problem.empty }
    if balance < 0 { throw Problem.negative(balance) }
    self.owner = owner
    self.balance = balance
  }
  init(_ other: Account) {
    owner = other.owner
    balance = other.balance * 2
  }
  convenience init?(line: String) {
    guard let account = try? Account(owner: line, balance: line.count) else { return nil }
    self.init(account)
  }
}
do {
  let a = try Account(owner: "Ann", balance: 3)
  print(a.owner, a.balance)
  _ = try Account(owner: "Bob", balance: -3)
  print("not reached")
} catch Problem.negative(let amount) { print("negative", amount) } catch { print(error) }
print((try? Account(owner: "", balance: 1)) == nil)
class Positive {
  let value: Int
  init?(_ value: Int) {
    if value <= 0 { return nil }
    self.value = value
  }
}
class Even: Positive {
  override init?(_ value: Int) {
    if value % 2 != 0 { return nil }
    super.init(value)
  }
}
print(Even(4)?.value ?? 0, Even(3) == nil, Even(-2) == nil, Positive(0) == nil)
print(Account(line: "Zoe")!.balance, Account(line: "") == nil)
if let e = Even(10) { print(e.value) }
