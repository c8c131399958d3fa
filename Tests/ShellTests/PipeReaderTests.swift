import Shell
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct PipeReaderTests {
  private func lines(_ bytes: [UInt8]) -> [String] {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    let nowhere = open("/dev/null", O_WRONLY)
    defer {
      close(ends[0])
      close(nowhere)
    }
    let reader = PipeReader(descriptor: ends[0], output: Output(descriptor: nowhere))
    var lines: [String] = []
    while case .line(let line) = reader.read(prompt: "") { lines.append(line) }
    return lines
  }

  @Test func linesEndInEveryWay() {
    #expect(lines(Array("a\nb\r\n\nlast".utf8)) == ["a", "b", "", "last"])
    #expect(lines([]) == [])
    #expect(lines(Array("\n".utf8)) == [""])
  }

  @Test func whatIsNoTextDoesNotStopIt() {
    #expect(lines([0x61, 0xFF, 0x0A, 0x62, 0x0A]) == ["a\u{FFFD}", "b"])
  }
}
