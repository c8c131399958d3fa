enum Command {
  case say(String, loud: Bool = false)
  case move(dx: Int = 0, dy: Int = 0)
  case wait(seconds: Int = 1)
}
func run(_ command: Command) -> String {
  switch command {
  case .say(let text, loud: true): text.uppercased()
  case .say(let text, _): text
  case .move(let dx, let dy): "\(dx), \(dy)"
  case .wait(let seconds): "\(seconds)s"
  }
}
print([.say("hi"), .say("hi", loud: true), .move(dy: 2), .move(dx: 1), .move(dx: 3, dy: 4), .wait()].map(run))
print(Command.say("a"), Command.move())
