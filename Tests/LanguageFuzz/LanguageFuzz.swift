import ArgumentParser

/// Random programs against the language, by hand: for as long, and from whatever seed, one likes.
@main struct LanguageFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language-fuzz", abstract: "Runs random programs through the language.",
    subcommands: [Compare.self, Show.self, Run.self, Mutate.self, MutateHere.self, Replay.self])
}
