enum Direction: String, CaseIterable {
  case north, south, east, west
  var opposite: Direction {
    switch self {
    case .north: .south
    case .south: .north
    case .east: .west
    case .west: .east
    }
  }
}
final class Room {
  let name: String
  private(set) var exits: [Direction: Room] = [:]
  var items: Set<String> = []
  init(_ name: String, items: Set<String> = []) {
    self.name = name
    self.items = items
  }
  func connect(_ d: Direction, to other: Room) {
    exits[d] = other
    other.exits[d.opposite] = self
  }
}
enum Command {
  case go(Direction)
  case take(String)
  case look, inventory
  case unknown(String)
  init(parsing text: String) {
    let words = text.lowercased().split(separator: " ").map { String($0) }
    switch words.first {
    case "go"?:
      if words.count > 1, let d = Direction(rawValue: words[1]) { self = .go(d) } else { self = .unknown(text) }
    case "take"? where words.count == 2: self = .take(words[1])
    case "look"?, "l"?: self = .look
    case "i"?: self = .inventory
    default: self = .unknown(text)
    }
  }
}
struct Game {
  var here: Room
  var bag: [String] = []
  var moves = 0 { didSet { if moves % 3 == 0 { print("(\(moves) moves, was \(oldValue))") } } }
  mutating func perform(_ c: Command) -> String {
    defer { moves += 1 }
    switch c {
    case .go(let d):
      guard let next = here.exits[d] else { return "You can't go \(d)." }
      here = next
      return "You are in the \(here.name)."
    case .take(let item):
      guard here.items.remove(item) != nil else { return "No \(item) here." }
      bag.append(item)
      return "Taken: \(item)."
    case .look:
      let exits = Direction.allCases.filter { here.exits[$0] != nil }.map(\.rawValue).joined(separator: ", ")
      return "\(here.name): exits \(exits); items \(here.items.sorted())"
    case .inventory: return bag.isEmpty ? "Nothing." : bag.joined(separator: " & ")
    case .unknown(let s): return "I don't understand \"\(s)\"."
    }
  }
}
let hall = Room("Hall", items: ["lamp"])
let kitchen = Room("Kitchen", items: ["knife", "bread"])
let garden = Room("Garden")
hall.connect(.north, to: kitchen)
kitchen.connect(.east, to: garden)
var game = Game(here: hall)
for line in ["look", "go north", "take bread", "look", "go west", "take lamp", "go east", "i", "dance"] {
  print(">", line)
  print(game.perform(Command(parsing: line)))
}
