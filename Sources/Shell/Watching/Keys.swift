#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Single keys from a terminal, without Enter; from a pipe, its letters.
final class Keys {
  let isTerminal: Bool
  /// False when nothing can come any more.
  private(set) var isOpen = true
  private var saved = termios()

  init() {
    isTerminal = isatty(0) == 1 && tcgetattr(0, &saved) == 0
    listen()
  }

  deinit { release() }

  /// Keys come as they are pressed, and are not shown. Ctrl-C stays a signal.
  func listen() {
    guard isTerminal else { return }
    var settings = saved
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(0, TCSANOW, &settings)
  }

  /// The terminal is as it was.
  func release() {
    if isTerminal { tcsetattr(0, TCSANOW, &saved) }
  }

  /// What was typed; call it when there is something to read.
  func read() -> [Character] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = systemRead(&bytes)
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { isOpen = false }
    guard count > 0 else { return [] }
    // An arrow or a function key is an escape sequence, and none of ours
    if bytes[0] == 0x1B { return [] }
    return String(decoding: bytes[..<count], as: UTF8.self).filter { !$0.isWhitespace }.map { $0 }
  }

  private func systemRead(_ bytes: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(0, &bytes, bytes.count)
    #else
      Darwin.read(0, &bytes, bytes.count)
    #endif
  }
}
