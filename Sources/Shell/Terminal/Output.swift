#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the shell writes: buffered text to a file descriptor, with what is known of the terminal behind it.
package final class Output {
  package let isTerminal: Bool
  package let usesColour: Bool
  package let colours: ColourDepth
  /// False once the reader went away (a pipe into `head`) or the descriptor was never open.
  package private(set) var isOpen = true
  /// Whether writing failed for another reason than a reader who had enough or a terminal that was closed.
  package private(set) var hasFailed = false
  /// Gets a copy of everything.
  package var transcript: Transcript?
  private let descriptor: Int32
  private let fixedWidth: Int?
  private var buffer: [UInt8] = []
  private var knownImages: TerminalImages?

  /// - Parameters:
  ///   - isPlain: No colour, whatever the terminal can do.
  ///   - width: Columns; asked from the terminal where this is nil.
  package init(descriptor: Int32, isPlain: Bool = false, width: Int? = nil) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    fixedWidth = width
    let wantsNoColour = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let term = environment("TERM") ?? "dumb"
    usesColour = isTerminal && !isPlain && !wantsNoColour && term != "dumb"
    colours = usesColour ? ColourDepth(term: term, colorTerm: environment("COLORTERM") ?? "") : .none
  }

  /// Columns that text may fill: the terminal's own width between 40 and 100, 80 where there is no terminal.
  package var width: Int {
    if let fixedWidth { return fixedWidth }
    var size = winsize()
    if isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(max(Int(size.ws_col), 40), 100)
    }
    return 80
  }

  /// Rows of a terminal whose cursor can be moved, with a keyboard to it; nil elsewhere.
  package var rows: Int? {
    var size = winsize()
    guard isTerminal, isatty(0) == 1, environment("TERM") ?? "dumb" != "dumb",
      ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 4
    else { return nil }
    return Int(size.ws_row)
  }

  /// Puts what the learner typed, which the terminal has shown already, into the transcript.
  package func noteTyped(_ text: String) {
    flush()
    transcript?.write((text + "\n").utf8)
  }

  /// How images are shown here; the terminal is asked when it is needed first. It is not while something typed waits.
  package var images: TerminalImages {
    if let knownImages { return knownImages }
    guard usesColour else { return .blocks }
    flush()
    let found = TerminalImages(environment: environment) ?? TerminalImages.asking(input: 0, output: descriptor)
    knownImages = found
    return found ?? .blocks
  }

  /// The size of a character in pixels, where the terminal tells it.
  package var cell: (width: Int, height: Int) {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0,
      size.ws_xpixel > 0, size.ws_ypixel > 0
    else { return (8, 16) }
    return (max(1, Int(size.ws_xpixel / size.ws_col)), max(1, Int(size.ws_ypixel / size.ws_row)))
  }

  package func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 14 { flush() }
  }

  package func writeLine(_ text: String = "") {
    write(text)
    write("\n")
  }

  package func writeLine(_ text: StyledText) { writeLine(text.rendered(colour: usesColour)) }

  package func flush() {
    if let transcript, !buffer.isEmpty { transcript.write(buffer) }
    var start = 0
    while start < buffer.count, isOpen {
      let written = buffer.withUnsafeBytes { bytes in
        systemWrite(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR && errno != EAGAIN {
        isOpen = false
        hasFailed = errno != EPIPE && errno != EIO
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let bytes else { return 0 }
  #if canImport(Glibc)
    return Glibc.write(descriptor, bytes, count)
  #else
    return Darwin.write(descriptor, bytes, count)
  #endif
}

/// The value of an environment variable.
package func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
