// Weak references become nil with their object; 'unowned' ones must not outlive it.
final class Parent {
  let name: String
  var children: [Child] = []
  init(_ name: String) { self.name = name }
  func add(_ child: Child) {
    child.parent = self
    children.append(child)
  }
  deinit { print(name, "goes") }
}
final class Child {
  weak var parent: Parent?
  let id: Int
  init(_ id: Int) { self.id = id }
  var path: String { "\(parent?.name ?? "nobody")/\(id)" }
  deinit { print("child", id, "goes") }
}
var parent: Parent? = Parent("p")
let child = Child(1)
parent?.add(child)
parent?.add(Child(2))
print(child.path, child.parent === parent)
parent = nil
print(child.path, child.parent == nil)

final class Button {
  var action: (() -> Void)?
  func click() { action?() }
}
final class Screen {
  var clicks = 0
  let button: Button
  init(_ button: Button) {
    self.button = button
    button.action = { [weak self] in
      guard let self else { return print("no screen") }
      clicks += 1
      print("clicks", self.clicks)
    }
  }
  func counter() -> () -> Int { { [unowned self] in clicks * 10 } }
  deinit { print("screen goes") }
}
let button = Button()
var screen: Screen? = Screen(button)
button.click()
button.click()
print(screen?.counter()() ?? -1)
screen = nil
button.click()

protocol Listener: AnyObject { func hear(_ text: String) }
final class Echo: Listener {
  let name: String
  init(_ name: String) { self.name = name }
  func hear(_ text: String) { print(name, "hears", text) }
}
final class Speaker {
  weak var listener: Listener?
  func say(_ text: String) { if let listener { listener.hear(text) } else { print("nobody hears", text) } }
}
let speaker = Speaker()
do {
  let echo = Echo("echo")
  speaker.listener = echo
  speaker.say("one")
}
speaker.say("two")

final class Customer {
  let name: String
  var card: Card?
  init(_ name: String) { self.name = name }
  deinit { print(name, "leaves") }
}
final class Card {
  unowned let owner: Customer
  init(_ owner: Customer) { self.owner = owner }
  deinit { print("card goes") }
}
do {
  let customer = Customer("Ann")
  customer.card = Card(customer)
  print(customer.card?.owner.name ?? "")
}
struct WeakBox<Object: AnyObject> { weak var object: Object? }
var boxes: [WeakBox<Echo>] = []
let kept = Echo("kept")
do {
  let short = Echo("short")
  boxes = [WeakBox(object: kept), WeakBox(object: short)]
  print(boxes.compactMap { $0.object?.name })
}
print(boxes.compactMap { $0.object?.name })
weak var local = kept
print(local?.name ?? "nil")
local = nil
print(local == nil)
