import ArgumentParser
import Shell

/// How many threads large operators use.
struct ThreadOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many threads compute.", discussion: "Otherwise $CONVBOOK_THREADS, or one for each core.", valueName: "n"))
  var threads: String?

  func validate() throws { _ = try number() }

  func number() throws -> Int? {
    do {
      return try threads.map { try Threads.number($0) }
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time operators and networks.",
    discussion: """
      Each one is prepared and run once, and then timed round after round; shown are the median and the least of the rounds. \
      Wants a quiet machine.
      """)

  @Argument(help: "What to time; all of --list where it is left out.")
  var names: [String] = []

  @OptionGroup var threads: ThreadOption

  @Option(help: ArgumentHelp("How often each one is timed.", valueName: "n"))
  var rounds = 10

  @Flag(help: "Print the times as JSON, in seconds.")
  var json = false

  @Flag(help: "List what can be timed.")
  var list = false

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func validate() throws {
    if rounds < 1 { throw ValidationError("rounds is a whole number, 1 or more; not '\(rounds)'") }
  }

  func run() throws {
    let threads = try threads.number()
    try options.behind(convbook.options).run {
      list ? $0.listBenchmarks() : try $0.bench(names, threads: threads, rounds: rounds, asJSON: json)
    }
  }
}

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the lecture's network on MNIST.",
    discussion: """
      836,522 parameters, Adam with a learning rate of 0.001, batches of 128. After each epoch it is tested: the mean over batches \
      of 256 images. Ctrl-C ends it.
      """)

  @Option(
    help: ArgumentHelp(
      "The folder of the original MNIST files.", discussion: "Otherwise $CONVBOOK_DATA.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("How often all images are seen.", valueName: "n"))
  var epochs = 1

  @Option(help: ArgumentHelp("What weights, order and dropout are drawn from.", valueName: "n"))
  var seed = 0

  @OptionGroup var threads: ThreadOption

  @OptionGroup var options: CommonOptions
  @ParentCommand var convbook: ConvbookCommand

  func validate() throws {
    if epochs < 1 { throw ValidationError("epochs is a whole number, 1 or more; not '\(epochs)'") }
  }

  func run() throws {
    let threads = try threads.number()
    try options.behind(convbook.options).run {
      try $0.train(data: data, epochs: epochs, seed: seed, threads: threads)
    }
  }
}
