enum BankError: Error, CustomStringConvertible {
  case insufficientFunds(needed: Double, available: Double)
  case accountNotFound(id: Int)
  case invalidAmount

  var description: String {
    switch self {
    case .insufficientFunds(let needed, let available):
      return "Insufficient funds: need \(needed), have \(available)"
    case .accountNotFound(let id): return "No account #\(id)"
    case .invalidAmount: return "Invalid amount"
    }
  }
}

class Account {
  let id: Int
  let owner: String
  private(set) var balance: Double {
    didSet { history.append(balance - oldValue) }
  }
  private(set) var history: [Double] = []

  init(id: Int, owner: String, balance: Double = 0) {
    self.id = id
    self.owner = owner
    self.balance = balance
  }

  func deposit(_ amount: Double) throws {
    guard amount > 0 else { throw BankError.invalidAmount }
    balance += amount
  }

  func withdraw(_ amount: Double) throws {
    guard amount > 0 else { throw BankError.invalidAmount }
    guard balance >= amount else {
      throw BankError.insufficientFunds(needed: amount, available: balance)
    }
    balance -= amount
  }
}

class SavingsAccount: Account {
  var rate: Double
  init(id: Int, owner: String, rate: Double) {
    self.rate = rate
    super.init(id: id, owner: owner, balance: 100)
  }
  func addInterest() throws { try deposit(balance * rate) }
  override func withdraw(_ amount: Double) throws {
    guard amount <= 500 else { throw BankError.invalidAmount }
    try super.withdraw(amount)
  }
}

struct Bank {
  private var accounts: [Int: Account] = [:]
  mutating func open(_ account: Account) { accounts[account.id] = account }
  func account(_ id: Int) throws -> Account {
    guard let account = accounts[id] else { throw BankError.accountNotFound(id: id) }
    return account
  }
  func transfer(_ amount: Double, from: Int, to: Int) throws {
    let source = try account(from)
    let target = try account(to)
    try source.withdraw(amount)
    try target.deposit(amount)
  }
}

var bank = Bank()
bank.open(Account(id: 1, owner: "Ann", balance: 250))
bank.open(SavingsAccount(id: 2, owner: "Bob", rate: 0.05))

func attempt(_ label: String, _ work: () throws -> Void) {
  do {
    try work()
    print(label, "ok")
  } catch let error as BankError {
    print(label, "failed:", error)
  } catch {
    print("unexpected", error)
  }
}
attempt("transfer 1") { try bank.transfer(100, from: 1, to: 2) }
attempt("transfer 2") { try bank.transfer(1000, from: 1, to: 2) }
attempt("transfer 3") { try bank.transfer(1, from: 1, to: 9) }
attempt("negative") { try bank.account(1).deposit(-5) }
attempt("interest") {
  guard let s = try bank.account(2) as? SavingsAccount else { return }
  try s.addInterest()
}
let b = try? bank.account(2).balance
print(b ?? 0, (try? bank.account(7)) == nil)
print(try! bank.account(1).history)
