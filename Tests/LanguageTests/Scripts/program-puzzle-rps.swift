enum Hand: Int {
  case rock = 1
  case paper, scissors
  init?(_ c: Character) {
    switch c {
    case "A", "X": self = .rock
    case "B", "Y": self = .paper
    case "C", "Z": self = .scissors
    default: return nil
    }
  }
  var beats: Hand {
    switch self {
    case .rock: return .scissors
    case .paper: return .rock
    case .scissors: return .paper
    }
  }
  func score(against other: Hand) -> Int {
    if self == other { return 3 + rawValue }
    return (beats == other ? 6 : 0) + rawValue
  }
}
let rounds = ["A Y", "B X", "C Z"].map { line -> (Hand, Hand) in
  let parts = line.split(separator: " ")
  return (Hand(parts[0].first!)!, Hand(parts[1].first!)!)
}
print(rounds.map { $0.1.score(against: $0.0) }.reduce(0, +))
print(rounds.reduce(0) { total, round in total + round.1.score(against: round.0) })
for (them, me) in rounds { print(them, me, me.score(against: them)) }
print(Hand("Q") == nil, Hand.rock.rawValue, Hand(rawValue: 2)!)
