import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `convbook` in a pseudo-terminal, and somebody who types.
final class PseudoTerminal {
  private let master: Int32
  private let process: pid_t
  /// Everything that came out so far, without the terminal's sequences.
  private(set) var text = ""
  /// As it came out.
  private(set) var bytes: [UInt8] = []
  /// Up to where `expect` has looked.
  private var seen = 0
  private var hasEnded = false

  init(
    _ arguments: [String], home: String, columns: UInt16 = 80, rows: UInt16 = 50,
    environment changes: [String: String] = [:]
  ) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    if openpty(&ends.master, &ends.slave, &name, nil, &size) != 0 { Issue.record("there is no pseudo-terminal") }
    master = ends.master
    let slave = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // Opened by the leader of a new session, it becomes that session's terminal: Ctrl-C arrives as a signal.
    posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addclose(&actions, master)
    posix_spawn_file_actions_addclose(&actions, ends.slave)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // A test's thread may block signals, and the program would inherit that.
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = ["TERM": "xterm", "NO_COLOR": "1"].merging(changes) { $1 }
    process = Program.spawn(
      Program.path, arguments + ["--home", home], environment: Program.environment(variables), &actions, &attributes)
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(ends.slave)
  }

  deinit {
    close(master)
    if !hasEnded {
      kill(process, SIGKILL)
      _ = Program.wait(for: process)
    }
  }

  func send(_ keys: String) {
    var rest = Array(keys.utf8)
    while !rest.isEmpty {
      let count = write(master, rest, rest.count)
      if count <= 0 { return }
      rest.removeFirst(count)
    }
  }

  func enter(_ line: String = "") { send(line + "\r") }

  static let controlC = "\u{3}"
  static let controlD = "\u{4}"
  static let controlU = "\u{15}"
  static let up = "\u{1B}[A"

  /// Waits until `expected` comes out, and gives everything up to it.
  @discardableResult
  func expect(_ expected: String, seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    let end = now() + seconds
    while true {
      let new = text.utf8.dropFirst(seen)
      if let range = String(decoding: Array(new), as: UTF8.self).utf8Range(of: expected) {
        let piece = String(decoding: Array(new.prefix(range.upperBound)), as: UTF8.self)
        seen += range.upperBound
        return piece
      }
      guard now() < end, fill(until: end) else {
        Issue.record(
          "waited for \"\(expected)\", and there was:\n\(String(decoding: Array(new), as: UTF8.self))",
          sourceLocation: sourceLocation)
        return ""
      }
    }
  }

  /// Waits for the end of the program; its exit code.
  func finish(seconds: Double = 10) -> Int32 {
    let end = now() + seconds
    while now() < end, fill(until: end) {}
    var status: Int32 = 0
    while now() < end {
      if waitpid(process, &status, WNOHANG) == process {
        hasEnded = true
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      }
      usleep(10_000)
    }
    return -1
  }

  func resize(columns: UInt16) {
    var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Somebody closes the terminal's window.
  func hangUp() { kill(process, SIGHUP) }

  func signal(_ number: Int32) { kill(process, number) }

  func kill(with signal: Int32) {
    Self.kill(process, signal)
    _ = Program.wait(for: process)
    hasEnded = true
  }

  private static func kill(_ process: pid_t, _ signal: Int32) {
    #if canImport(Glibc)
      _ = Glibc.kill(process, signal)
    #else
      _ = Darwin.kill(process, signal)
    #endif
  }

  private func kill(_ process: pid_t, _ signal: Int32) { Self.kill(process, signal) }

  /// Takes what came out. False at the end of the program.
  private func fill(until end: Double) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(max(0, min((end - now()) * 1000, 100)))
    let count = poll(&waiting, 1, milliseconds)
    if count == 0 { return true }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let length = read(master, &chunk, chunk.count)
    if length <= 0 { return false }
    bytes += chunk[..<length]
    text = withoutSequences(bytes)
    return true
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Text without escape sequences, bells and carriage returns.
private func withoutSequences(_ bytes: [UInt8]) -> String {
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte == 0x1B, index + 1 < bytes.count {
      index += 2
      guard bytes[index - 1] == UInt8(ascii: "[") else { continue }
      while index < bytes.count, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
      index += 1
      continue
    }
    if byte != 0x0D && byte != 0x07 { result.append(byte) }
    index += 1
  }
  return String(decoding: result, as: UTF8.self)
}

extension String {
  fileprivate func utf8Range(of other: String) -> Range<Int>? {
    let text = Array(utf8)
    let pattern = Array(other.utf8)
    guard !pattern.isEmpty, text.count >= pattern.count else { return nil }
    for start in 0...(text.count - pattern.count) where text[start..<start + pattern.count].elementsEqual(pattern) {
      return start..<start + pattern.count
    }
    return nil
  }
}

#if canImport(Glibc)
  /// POSIX_SPAWN_SETSID, which Glibc has for those who ask for all of its extensions.
  private let newSession: Int16 = 0x80
#else
  private let newSession = Int16(POSIX_SPAWN_SETSID)
#endif
