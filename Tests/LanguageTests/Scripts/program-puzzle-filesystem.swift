final class Directory {
  let name: String
  var parent: Directory?
  var children: [String: Directory] = [:]
  var files: [String: Int] = [:]
  init(name: String, parent: Directory? = nil) {
    self.name = name
    self.parent = parent
  }
  var size: Int { files.values.reduce(0, +) + children.values.map(\.size).reduce(0, +) }
  func all() -> [Directory] { [self] + children.keys.sorted().flatMap { children[$0]!.all() } }
}
let log = """
  $ cd /
  $ ls
  dir a
  14848514 b.txt
  8504156 c.dat
  dir d
  $ cd a
  $ ls
  dir e
  29116 f
  $ cd e
  $ ls
  584 i
  $ cd ..
  $ cd ..
  $ cd d
  $ ls
  4060174 j
  """
let root = Directory(name: "/")
var current = root
for line in log.split(separator: "\n") {
  let words = line.split(separator: " ").map(String.init)
  switch (words[0], words[1]) {
  case ("$", "cd"):
    switch words[2] {
    case "/": current = root
    case "..": current = current.parent ?? root
    case let name: current = current.children[name]!
    }
  case ("$", _): continue
  case ("dir", let name): current.children[name] = Directory(name: name, parent: current)
  case (let size, let name): current.files[name] = Int(size)!
  }
}
for d in root.all() { print(d.name, d.size) }
print(root.all().map(\.size).filter { $0 <= 100_000 }.reduce(0, +))
let needed = 30_000_000 - (70_000_000 - root.size)
print(root.all().map(\.size).filter { $0 >= needed }.min()!)
