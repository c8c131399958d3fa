// Strides over every integer type and over types of one's own.
struct Day: Strideable, CustomStringConvertible {
  var number: Int
  func distance(to other: Day) -> Int { other.number - number }
  func advanced(by days: Int) -> Day { Day(number: number + days) }
  var description: String { "day \(number)" }
}
for day in stride(from: Day(number: 1), to: Day(number: 7), by: 2) { print(day) }
print(Array(stride(from: Day(number: 9), through: Day(number: 3), by: -3)))
print(Day(number: 1) < Day(number: 2), Day(number: 1) == Day(number: 1))
print((Day(number: 1)...Day(number: 3)).contains(Day(number: 2)))
for i in stride(from: Int8(0), to: 10, by: 3) { print(i, terminator: " ") }
for i in stride(from: UInt8(250), through: 255, by: 5) { print(i, terminator: " ") }
for i in stride(from: UInt8(10), through: 0, by: -5) { print(i, terminator: " ") }
print(stride(from: UInt(3), to: 9, by: 2).map { $0 * 2 })
print(stride(from: Int32(1), through: 9, by: 4).reduce(0, +), Array(stride(from: 5 as Int64, to: 5, by: 1)))
func steps<T: Strideable>(_ from: T, _ to: T, _ by: T.Stride) -> Int { Array(stride(from: from, to: to, by: by)).count }
print(steps(0, 10, 3), steps(0.0, 1.0, 0.25))
