import ArgumentParser
import BindingGenerator
import Foundation

/// Writes the code between engine and language, or checks that it is current.
struct Bindgen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bindgen",
    abstract: "Writes Sources/Bindings/Generated and Sources/Convbook/Generated from the engine's declarations.")

  @Flag(help: "Write nothing; list the files that are not current and exit with 1 if there are any.")
  var check = false

  @Option(help: ArgumentHelp("The package's folder.", valueName: "folder"))
  var root = "."

  func run() throws {
    let folder = URL(filePath: root)
    let generator = try Generator(root: folder)
    for error in generator.errors { FileHandle.standardError.write(Data("\(error)\n".utf8)) }
    if check {
      let stale = generator.stale(at: folder)
      for path in stale { print("not current: \(path)") }
      if !stale.isEmpty { print("run 'swift run bindgen'") }
      if !stale.isEmpty || !generator.errors.isEmpty { throw ExitCode.failure }
    } else {
      guard generator.errors.isEmpty else { throw ExitCode.failure }
      try generator.write(to: folder)
    }
  }
}

Bindgen.main()
