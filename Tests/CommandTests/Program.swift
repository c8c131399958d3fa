import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built `convbook`, its lessons, and folders for what tests write.
enum Program {
  /// Beside the test runner.
  static let path: String = {
    let runner = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = runner.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while folder.count > 1 {
      let candidate = folder.joined(separator: "/") + "/convbook"
      if access(candidate, X_OK) == 0 { return candidate }
      folder = folder.dropLast()
    }
    return "convbook"
  }()

  static let lessons: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/Lessons"
  }()

  /// A folder that no other test uses. It is gone when all tests are done.
  static func temporaryFolder() -> String { newFolder(folderOfAllTests + "/XXXXXX") }

  private static let folderOfAllTests: String = {
    atexit {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      let process = Program.spawn("/bin/rm", ["-rf", Program.folderOfAllTests], environment: [], &actions, nil)
      _ = Program.wait(for: process)
    }
    return newFolder("/tmp/convbook-XXXXXX")
  }()

  private static func newFolder(_ template: String) -> String {
    var template = Array(template.utf8CString)
    let folder = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    // Nothing else may be written to, or removed at the end.
    guard let folder else { fatalError("the tests cannot make a folder in /tmp") }
    return folder
  }

  static func environment(_ changes: [String: String]) -> [String] {
    var variables = [
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8",
      "CONVBOOK_LESSONS": lessons, "INPUTRC": "/dev/null",
    ]
    if let libraries = getenv("LD_LIBRARY_PATH") { variables["LD_LIBRARY_PATH"] = String(cString: libraries) }
    variables.merge(changes) { $1 }
    return variables.map { "\($0)=\($1)" }
  }

  struct Result {
    var output: String
    var errors: String
    var status: Int32
  }

  /// Runs the program with `input` on a pipe.
  static func run(_ arguments: [String], input: String = "", environment changes: [String: String] = [:]) -> Result {
    run(path, arguments, input: input, environment: changes)
  }

  /// Runs a line of the shell, for what only pipes can show.
  static func shell(_ line: String) -> Result { run("/bin/bash", ["-c", line], input: "", environment: [:]) }

  private static func run(
    _ program: String, _ arguments: [String], input: String, environment changes: [String: String]
  ) -> Result {
    let folder = temporaryFolder()
    write(input, to: folder + "/input")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input.isEmpty ? "/dev/null" : folder + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder + "/errors", O_WRONLY | O_CREAT, 0o600)
    let variables = environment(["TERM": "dumb"].merging(changes) { $1 })
    let process = spawn(program, arguments, environment: variables, &actions, nil)
    let status = wait(for: process)
    return Result(output: read(folder + "/output"), errors: read(folder + "/errors"), status: status)
  }

  static func spawn(
    _ program: String, _ arguments: [String], environment: [String], _ actions: inout posix_spawn_file_actions_t,
    _ attributes: UnsafePointer<posix_spawnattr_t>?
  ) -> pid_t {
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) }
    argv.append(nil)
    envp.append(nil)
    defer { for pointer in argv + envp { free(pointer) } }
    var process = pid_t()
    let problem = posix_spawn(&process, program, &actions, attributes, argv, envp)
    if problem != 0 { Issue.record("cannot start \(program): \(String(cString: strerror(problem)))") }
    return process
  }

  /// The exit code; 128 and the signal's number where one ended the process.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  static func write(_ text: String, to file: String) { writeBytes(Array(text.utf8), to: file) }

  static func writeBytes(_ bytes: [UInt8], to file: String) {
    guard let handle = fopen(file, "w") else { return }
    fwrite(bytes, 1, bytes.count, handle)
    fclose(handle)
  }

  static func read(_ file: String) -> String {
    guard let handle = fopen(file, "r") else { return "" }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, handle)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
