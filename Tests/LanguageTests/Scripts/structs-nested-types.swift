struct Game {
  enum Piece: String {
    case cross = "X"
    case circle = "O"
  }
  struct Move { let piece: Piece, place: Int }
  typealias Board = [Piece?]
  var board: Board = Array(repeating: nil, count: 9)
  var moves: [Move] = []
  mutating func play(_ move: Move) {
    board[move.place] = move.piece
    moves.append(move)
  }
  static let size = 3
  final class Log {
    var lines: [String] = []
    func add(_ s: String) { lines.append(s) }
  }
  let log = Log()
}
var game = Game()
game.play(.init(piece: .cross, place: 4))
game.play(Game.Move(piece: .circle, place: 0))
print(game.board.map { $0?.rawValue ?? "." }.joined(), game.moves.count, Game.Piece.cross.rawValue)
print(game.moves[0])
game.log.add("a")
print(game.log.lines, Game.size)
let piece: Game.Piece = .circle
switch piece {
case .cross: print("x")
case .circle: print("o")
}
extension Game.Piece { var other: Game.Piece { self == .cross ? .circle : .cross } }
print(piece.other)
struct List<T> {
  final class Node {
    var value: T
    var next: Node?
    init(_ value: T) { self.value = value }
  }
  enum Position { case front, back }
  private var head: Node?
  private(set) var count = 0
  mutating func add(_ value: T, at position: Position = .front) {
    let node = Node(value)
    count += 1
    guard let first = head, position == .back else {
      node.next = head
      head = node
      return
    }
    var last = first
    while let next = last.next { last = next }
    last.next = node
  }
  var values: [T] {
    var result: [T] = []
    var node = head
    while let n = node {
      result.append(n.value)
      node = n.next
    }
    return result
  }
}
var list = List<String>()
list.add("b")
list.add("a")
list.add("c", at: .back)
print(list.values, list.count)
let node = List<Int>.Node(5)
print(node.value, List<Int>.Position.back)
