import Pictures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a terminal shows images, where it can do more than characters.
package enum TerminalImages: String, Sendable, CaseIterable {
  /// Two half blocks a character: works everywhere.
  case blocks
  case kitty, sixel, iterm2

  /// What the environment says, without asking the terminal; nil where one has to ask.
  ///
  /// Inside of tmux and screen only what these answer themselves counts: they keep other sequences from the terminal.
  package init?(environment: (String) -> String?) {
    if let wanted = environment("CONVBOOK_IMAGES").flatMap(TerminalImages.init(rawValue:)) {
      self = wanted
      return
    }
    let isInside = environment("TMUX") != nil || environment("TERM")?.hasPrefix("screen") ?? false
    if !isInside && environment("TERM_PROGRAM") == "iTerm.app" {
      self = .iterm2
      return
    }
    return nil
  }

  /// The question whether the terminal knows kitty's images, and then the one after its attributes, which all answer.
  static let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[c"

  /// What the answer means. Attribute 4 of `ESC [ ? ... c` is sixel.
  package init(answer: String) {
    if answer.contains("\u{1B}_Gi=31;OK") {
      self = .kitty
      return
    }
    let attributes = answer.split(separator: "\u{1B}[?").last?.prefix { $0 != "c" }.split(separator: ";") ?? []
    self = answer.contains("\u{1B}[?") && attributes.dropFirst().contains("4") ? .sixel : .blocks
  }

  /// Asks the terminal, and waits for its answer until the time is up.
  ///
  /// - Parameters:
  ///   - input: Where answers come from. What was typed before is not touched: then nobody is asked, and the result is nil.
  ///   - seconds: How long to wait.
  package static func asking(input: Int32, output: Int32, seconds: Double = 0.2) -> TerminalImages? {
    var settings = termios()
    guard isatty(input) == 1, isatty(output) == 1, tcgetattr(input, &settings) == 0 else { return .blocks }
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    if poll(&waiting, 1, 0) > 0 { return nil }
    var raw = settings
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(input, TCSANOW, &raw) == 0 else { return .blocks }
    defer { tcsetattr(input, TCSANOW, &settings) }
    let bytes = Array(question.utf8)
    guard write(output, bytes, bytes.count) == bytes.count else { return .blocks }
    return TerminalImages(answer: answer(from: input, seconds: seconds))
  }

  /// Bytes up to the end of the attributes, `c`, or until the time is up.
  private static func answer(from input: Int32, seconds: Double) -> String {
    let end = ContinuousClock.now + .seconds(seconds)
    var answer: [UInt8] = []
    while answer.count < 1000 {
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      guard left > 0, poll(&waiting, 1, Int32(left.rounded(.up))) > 0 else { break }
      var byte: UInt8 = 0
      guard read(input, &byte, 1) == 1 else { break }
      answer.append(byte)
      if byte == UInt8(ascii: "c"), String(decoding: answer, as: UTF8.self).contains("\u{1B}[?") { break }
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
