var calls = 0
func expensive() -> String {
  calls += 1
  return "computed \(calls)"
}

func log(_ isOn: Bool, _ message: @autoclosure () -> String) {
  if isOn { print(message(), message()) }
}
log(false, expensive())
log(true, expensive())
print(calls)

func either(_ first: Bool, _ second: @autoclosure () -> Bool) -> Bool { first ? true : second() }
print([1, 2, 3].map { x in either(x > 1, x == 3) })
print([1, 2, 3].map { either($0 > 2, $0 == 1) })

func value<T>(_ optional: T?, otherwise: @autoclosure () throws -> T) rethrows -> T {
  if let optional { return optional }
  return try otherwise()
}
print(value(3, otherwise: 4), value(nil, otherwise: 5.5))

var kept: [() -> String] = []
func keep(_ text: @autoclosure @escaping () -> String) { kept.append(text) }
keep("calls = \(calls)")
calls = 10
print(kept[0]())
