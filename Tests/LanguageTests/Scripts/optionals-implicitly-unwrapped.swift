// 'T!' is an optional that is unwrapped where a value is needed.
final class View {
  var title: String!
  var sizes: [Int]!
  var count: Int! = 2
  func show() { print(title.count + count, title + "!", sizes.map { $0 * 2 }) }
}
let view = View()
view.title = "abc"
view.sizes = [3, 1]
view.show()
view.sizes.append(7)
view.sizes[0] += 1
view.count += 5
print(view.sizes.sorted(), view.count == 7, view.count > 6, -view.count)
let plain: Int = view.count
let optional = view.count
print(plain, optional as Any)
if let title = view.title { print(title.uppercased()) }
view.title = nil
print(view.title == nil, view.title ?? "none", view.title?.count ?? -1)
func half(_ x: Int!) -> Int! { x == nil ? nil : x / 2 }
print(half(10) + 1, half(nil) == nil)
let result: Int = half(8)
print(result)
var operation: ((Int) -> Int)!
operation = { $0 + 1 }
print(operation(4))
for size in view.sizes { print(size, terminator: " ") }
print()
struct Settings {
  var name: String! = "n"
  static var shared: Settings! = Settings()
}
Settings.shared.name = "m"
print(Settings.shared.name + "?")
var flag: Bool! = true
if flag { print("flag", !flag) }
