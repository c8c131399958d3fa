import Foundation
import Pictures
import Tensors
import Testing

/// Files, read by others: Python's zlib and XML parser.
@Suite struct FileTests {
  private func python(_ script: String, _ input: Data) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (into, out) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (into, out)
    try process.run()
    into.fileHandleForWriting.write(input)
    try into.fileHandleForWriting.close()
    let output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return output
  }

  /// Undoes the one filter that is used, and prints size and pixels.
  private static let decoder = """
    import sys, zlib, struct
    b = sys.stdin.buffer.read()
    assert b[:8] == b'\\x89PNG\\r\\n\\x1a\\n'
    i, data = 8, b''
    while i < len(b):
      n, name = struct.unpack('>I4s', b[i:i+8])
      body = b[i+8:i+8+n]
      assert struct.unpack('>I', b[i+8+n:i+12+n])[0] == zlib.crc32(name + body)
      if name == b'IHDR': w, h = struct.unpack('>II', body[:8]); assert body[8:] == bytes([8, 2, 0, 0, 0])
      if name == b'IDAT': data += body
      i += 12 + n
    raw = zlib.decompress(data)
    assert len(raw) == h * (3 * w + 1)
    above = bytes(3 * w)
    print(w, h)
    for y in range(h):
      line = raw[y * (3 * w + 1):(y + 1) * (3 * w + 1)]
      assert line[0] == 2
      above = bytes((a + d) % 256 for a, d in zip(above, line[1:]))
      print(above.hex())
    """

  @Test func pngHoldsThePixels() throws {
    var raster = Raster(width: 2, height: 2, filledWith: Pixel(255, 0, 7))
    raster[1, 1] = Pixel(1, 200, 3)
    #expect(try python(Self.decoder, Data(raster.png)) == "2 2\nff0007ff0007\nff000701c803\n")
  }

  /// Runs of every length, and every byte, so that all codes of deflate are used.
  @Test func runsOfAllLengthsComeBack() throws {
    var raster = Raster(width: 700, height: 4, filledWith: .black)
    var (x, y) = (0, 0)
    for length in 1...60 {
      for _ in 0..<length where y < 4 {
        raster[x, y] = Pixel(UInt8(length * 4), UInt8(255 - length), UInt8(length * length % 256))
        x += 1
        if x == 700 { (x, y) = (0, y + 1) }
      }
    }
    let expected = (0..<4).map { row in
      (0..<700).map { column in
        let pixel = raster[column, row]
        return String(format: "%02x%02x%02x", pixel.red, pixel.green, pixel.blue)
      }.joined()
    }
    #expect(try python(Self.decoder, Data(raster.png)) == "700 4\n" + expected.joined(separator: "\n") + "\n")
  }

  /// A map of 1 by 9 elements in a file: the last one, the largest, is white; the first one black.
  @Test func aMapIsInItsFile() throws {
    let picture = try drawn { try show(Tensor((0..<9).map { Double($0) })) }
    let lines = try python(Self.decoder, Data(picture.png)).split(separator: "\n")
    let size = lines[0].split(separator: " ").compactMap { Int($0) }
    // The caption takes 24 rows below the margin of 12; each element 36 by 36 pixels.
    let row = lines[1 + 12 + 24 + 10]
    func pixel(_ x: Int) -> String { String(row.dropFirst(6 * x).prefix(6)) }
    #expect(pixel(12 + 5) == "000000")
    #expect(pixel(12 + 36 + 5) == "202020")
    #expect(pixel(12 + 8 * 36 + 5) == "ffffff")
    #expect(pixel(12 + 9 * 36 + 5) == "ffffff")
    #expect(size[1] >= 24 + 36 + 24)
  }

  @Test func svgIsWellFormed() throws {
    let check =
      "import sys, xml.dom.minidom as m; d = m.parse(sys.stdin.buffer); print(len(d.getElementsByTagName(sys.argv[1] if len(sys.argv) > 1 else 'polyline')))"
    let curve = try drawn { try plot([[1, 2], [3, 1]], names: ["a < b & c", "\u{1}"], title: "\"loss\"") }
    #expect(try python(check, Data(curve.svg.utf8)) == "2\n")
    let images = check.replacingOccurrences(of: "'polyline'", with: "'image'")
    let maps = try drawn { try show(Tensor(zeros: [4, 20, 20], kind: .float64)) }
    let count = try python(images, Data(maps.svg.utf8))
    #expect(count == "1\n" || count == "2\n")
    let bars = try drawn { try histogram([1, 2, 2]) }
    #expect(try python(check, Data(bars.svg.utf8)) == "0\n")
  }
}
