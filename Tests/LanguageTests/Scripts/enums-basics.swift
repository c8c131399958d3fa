enum Direction: String, CaseIterable {
  case north, east
  case south = "S"
  case west
  var opposite: Direction {
    switch self {
    case .north: return .south
    case .south: return .north
    case .east: return .west
    case .west: return .east
    }
  }
}
print(Direction.north, Direction.south.rawValue, Direction.east.rawValue, Direction.allCases.count)
print(Direction(rawValue: "S")!, Direction(rawValue: "x") == nil, Direction.north.opposite)
let d: Direction = .west
if d == .west, d != .east { print("west") }
print(Direction.allCases.map { "\($0)" }.joined(separator: " "))
enum Level: Int {
  case low = 1
  case middle
  case high = 10
  case top
}
print(Level.middle.rawValue, Level.top.rawValue, Level(rawValue: 2)!, Level.high)
