import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `kill -9` at any moment costs at most the line that was being typed.
///
/// A pipe types cells; each adds 1 to `n` and says so. The program is killed when it has written so many bytes, and some
/// microseconds later; then another one opens the lesson. `n` has to be the number that was said last; one more, if the last
/// words did not come out any more; or one less, if the cell's end was not kept, and then the cell is handed back.
@Suite struct KillTests {
  /// 60 in CI; CONVBOOK_KILLS=300 for more.
  private static let count = getenv("CONVBOOK_KILLS").flatMap { Int(String(cString: $0)) } ?? 60

  @Test func whatWasDoneIsThereAgain() async {
    let workers = 6
    let lessons = Program.smallCourse()
    await withTaskGroup(of: [Outcome].self) { group in
      for worker in 0..<workers {
        group.addTask {
          stride(from: worker, to: Self.count, by: workers).map { Self.killOnce(seed: $0, lessons) }
        }
      }
      var outcomes: [Outcome] = []
      for await more in group { outcomes += more }
      #expect(outcomes.count == Self.count)
      // At all sorts of moments: before the first cell, in the middle, behind the answer that passed
      #expect(Set(outcomes.map(\.said)).count > 20)
      let said = outcomes.map(\.said)
      let (solved, back) = (outcomes.count(where: \.isSolved), outcomes.count(where: \.wasHandedBack))
      #expect(solved > 0)
      print(
        "\(said.count) kills, after \(said.min() ?? 0) to \(said.max() ?? 0) cells, \(solved) behind the answer;",
        "\(back) cells were handed back")
    }
  }

  private struct Outcome {
    var said: Int
    var isSolved: Bool
    var wasHandedBack: Bool
  }

  private static let cell = "n += 1; print(\"said\", n)"
  /// What a learner types: a step, a question, an exercise, and cells in between.
  private static let lines =
    ["", "2", "var n = 0"] + Array(repeating: cell, count: 15) + [Program.twice, ":check"]
    + Array(repeating: cell, count: 400)

  private static func killOnce(seed: Int, _ lessons: String) -> Outcome {
    let home = Program.temporaryFolder()
    Program.write(lines.joined(separator: "\n") + "\n", to: home + "/input")
    let arguments = ["learn", "1.1", "--lessons", lessons, "--home", home + "/home"]
    let process = start(arguments, in: home)
    let random = seed &* 2_654_435_761
    wait(untilSize: random % 6007, of: home + "/output")
    usleep(UInt32(random / 6007 % 3000))
    kill(process, SIGKILL)
    _ = Program.wait(for: process)
    let before = Program.read(home + "/output")
    let said = numbers(before).last ?? 0

    let after = Program.run(arguments, input: "print(\"said\", n)\n:list\n").output
    let wasHandedBack = after.contains("This cell was running when Convbook ended")
    if said > 0 {
      let kept = numbers(after).last ?? -1
      #expect(
        kept == said || kept == said + 1 || kept == said - 1 && wasHandedBack, "seed \(seed), said \(said)\n\(after)")
    }
    let isSolved = before.contains("Passed.") && said > 15
    if isSolved {
      #expect(after.contains(" ✓  3  exercise twice"), "seed \(seed)\n\(after)")
      #expect(Program.read(home + "/home/answers/small/twice.swift") == Program.twice + "\n")
    }
    #expect(!after.contains("damaged"), "seed \(seed)\n\(after)")
    return Outcome(said: said, isSolved: isSolved, wasHandedBack: wasHandedBack)
  }

  /// The numbers behind "said", but not those in the cells' own text.
  private static func numbers(_ text: String) -> [Int] {
    text.split(separator: "\n").compactMap { $0.hasPrefix("said ") ? Int($0.dropFirst(5)) : nil }
  }

  private static func wait(untilSize size: Int, of file: String) {
    for _ in 0..<100_000 {
      var status = stat()
      if stat(file, &status) == 0, status.st_size >= size { return }
      usleep(200)
    }
  }

  private static func start(_ arguments: [String], in folder: String) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, folder + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    return Program.spawn(Program.path, arguments, environment: Program.environment(["TERM": "dumb"]), &actions, nil)
  }
}
