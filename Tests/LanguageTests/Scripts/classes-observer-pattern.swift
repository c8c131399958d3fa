protocol Observer: AnyObject { func changed(_ value: Int) }
final class Subject {
  private var observers: [any Observer] = []
  var value = 0 { didSet { if value != oldValue { for o in observers { o.changed(value) } } } }
  func add(_ o: any Observer) { observers.append(o) }
  func remove(_ o: any Observer) { observers.removeAll { $0 === o } }
}
final class Logger: Observer {
  private(set) var log: [String] = []
  let name: String
  init(name: String) { self.name = name }
  func changed(_ value: Int) { log.append("\(name):\(value)") }
}
let s = Subject()
let a = Logger(name: "a")
let b = Logger(name: "b")
s.add(a)
s.add(b)
s.value = 1
s.value = 1
s.remove(a)
s.value += 4
print(a.log, b.log)
class Account {
  private(set) var balance = 0
  private var history: [(String, Int)] = []
  enum Failure: Error { case insufficient(needed: Int) }
  func deposit(_ n: Int) {
    balance += n
    history.append(("in", n))
  }
  func withdraw(_ n: Int) throws {
    guard n <= balance else { throw Failure.insufficient(needed: n - balance) }
    balance -= n
    history.append(("out", n))
  }
  var report: String { history.map { "\($0.0)\($0.1)" }.joined(separator: ",") }
}
let account = Account()
account.deposit(10)
do {
  try account.withdraw(3)
  try account.withdraw(30)
} catch Account.Failure.insufficient(let n) { print("needs", n) } catch {}
print(account.balance, account.report)
class Animal {
  func speak() -> String { "..." }
  func describe() -> String { "\(type(of: self)) says \(speak())" }
}
class Dog: Animal { override func speak() -> String { "Woof" } }
class Puppy: Dog { override func speak() -> String { super.speak().lowercased() + "!" } }
for animal in [Animal(), Dog(), Puppy()] { print(animal.describe()) }
let pets: [String: Animal] = ["rex": Dog(), "bit": Puppy()]
print(pets["rex"]?.speak() ?? "", (pets["bit"] as? Dog)?.speak() ?? "", pets["no"]?.speak() ?? "none")
