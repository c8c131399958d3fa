struct Date: Comparable, CustomStringConvertible {
  var year: Int, month: Int, day: Int
  static func isLeap(_ y: Int) -> Bool { (y % 4 == 0 && y % 100 != 0) || y % 400 == 0 }
  static let monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  static func days(in month: Int, of year: Int) -> Int {
    month == 2 && isLeap(year) ? 29 : monthDays[month - 1]
  }
  init?(_ y: Int, _ m: Int, _ d: Int) {
    guard (1...12).contains(m), 1...Date.days(in: m, of: y) ~= d else { return nil }
    (year, month, day) = (y, m, d)
  }
  var dayNumber: Int {
    let a = (14 - month) / 12
    let y = year + 4800 - a
    let m = month + 12 * a - 3
    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045
  }
  enum Weekday: Int, CaseIterable { case monday, tuesday, wednesday, thursday, friday, saturday, sunday }
  var weekday: Weekday { Weekday(rawValue: dayNumber % 7)! }
  static func < (a: Date, b: Date) -> Bool { a.dayNumber < b.dayNumber }
  static func - (a: Date, b: Date) -> Int { a.dayNumber - b.dayNumber }
  var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
  func tomorrow() -> Date {
    Date(year, month, day + 1) ?? Date(year, month + 1, 1) ?? Date(year + 1, 1, 1)!
  }
}
let moon = Date(1969, 7, 20)!
let today = Date(2024, 2, 28)!
print(moon, moon.weekday, today - moon)
print(today.tomorrow(), today.tomorrow().tomorrow(), Date(2023, 12, 31)!.tomorrow())
print(Date(2023, 2, 29) as Any, Date(2024, 2, 29) == nil)
print([today, moon].sorted(), moon < today)
for year in [1900, 2000, 2023, 2024] { print(year, Date.isLeap(year) ? "leap" : "common") }
let fridays = (1...12).filter { Date(2026, $0, 13)!.weekday == .friday }
print(fridays)
