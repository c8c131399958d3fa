import Foundation
import Interchange
import Tensors
import Testing

/// Files that Python's zlib has written.
struct GzipTests {
  static let text = [UInt8](String(repeating: "abcabcabcabcabcabd", count: 3).utf8)
  static let trailer: [UInt8] = [118, 18, 70, 136, 54, 0, 0, 0]
  static let stored: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 4, 3, 1, 54, 0, 201, 255] + text + trailer
  static let fixedCodes: [UInt8] =
    [31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 76, 74, 78, 68, 65, 41, 137, 68, 136, 0, 0] + trailer
  /// `bytes((i*i*7 + i//3) % 61 for i in range(600))`
  static let ownCodes = [UInt8](
    Data(
      base64Encoded:
        "H4sIAAAAAAACA+3O1w2EIAAAUIwFWyQWYgFLbMEoiiWip/vPdWvcx70JHoBUPU6bxbi6W1pLivwKTGzzjnGFjJDB2ucrkPMGWZr0"
        + "GmfCmpv+ymwLLyQia+x4xTsNh38J6Ym2O7D62rWjmgQsi5LbBuqRbtGX80+iv7DQ5YPmMh/gwoQ5VvUWqcDtkOnV5nW7QxwVZxVTERkQ"
        + "r2XWPE1aiFDXfJ6GdEtR0Bj7qhAD/Nu/3f4CGwtC+VgCAAA=") ?? Data())

  @Test func everyKindOfBlockIsRead() throws {
    #expect(try Gzip.decompressed(Self.stored, name: "a.gz") == Self.text)
    #expect(try Gzip.decompressed(Self.fixedCodes, name: "a.gz") == Self.text)
    let expected = (0..<600).map { (i: Int) -> UInt8 in UInt8((i * i * 7 + i / 3) % 61) }
    #expect(try Gzip.decompressed(Self.ownCodes, name: "a.gz") == expected)
  }

  @Test func aNameInTheHeaderIsPassedOver() throws {
    var file = Self.fixedCodes
    file[3] = 8
    file.insert(contentsOf: [97, 0], at: 10)
    #expect(try Gzip.decompressed(file, name: "a.gz") == Self.text)
  }

  @Test(arguments: [stored, fixedCodes, ownCodes])
  func noPrefixPasses(file: [UInt8]) {
    for count in 0..<file.count {
      #expect(throws: TensorError.self) { try Gzip.decompressed(Array(file.prefix(count)), name: "a.gz") }
    }
  }

  /// Whatever byte is changed behind the header, the file is refused: by the code, or by the checksum.
  @Test(arguments: [stored, fixedCodes, ownCodes])
  func noChangedByteGoesUnnoticed(file: [UInt8]) {
    for place in 10..<file.count {
      var changed = file
      changed[place] ^= 0x11
      let result = try? Gzip.decompressed(changed, name: "a.gz")
      #expect(result == nil || result == (try? Gzip.decompressed(file, name: "a.gz")))
    }
  }

  @Test func mistakesAreNamed() {
    #expect(throws: TensorError("a.gz is not a gzip file")) { try Gzip.decompressed([80, 75, 3, 4], name: "a.gz") }
    var file = Self.stored
    file[20] ^= 1
    #expect(throws: TensorError("a.gz is broken: its contents do not have the checksum that stands at its end")) {
      try Gzip.decompressed(file, name: "a.gz")
    }
  }
}
