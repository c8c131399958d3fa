import Interchange
import Tensors
import Testing

struct IdxTests {
  let file: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]

  @Test func shapeAndBytes() throws {
    let array = try IdxArray(reading: file, name: "a")
    #expect(array.shape == [2, 3])
    #expect(Array(array.bytes) == [1, 2, 3, 4, 5, 6])
  }

  @Test func mistakesAreNamed() {
    #expect(throws: TensorError("a is cut short: an array of shape [2, 3] needs 6 bytes, and 5 are left")) {
      try IdxArray(reading: file.dropLast(), name: "a")
    }
    #expect(throws: TensorError("a is broken: it goes on for 1 byte behind its array of shape [2, 3]")) {
      try IdxArray(reading: file + [7], name: "a")
    }
    #expect(throws: TensorError("a is not an IDX file of bytes: it begins with 0 0 d 1")) {
      try IdxArray(reading: [0, 0, 13, 1], name: "a")
    }
    #expect(throws: TensorError("there is no file '/nowhere/a', and none with .gz behind it")) {
      try IdxArray(contentsOf: "/nowhere/a")
    }
  }

  @Test func sizesThatNoFileHasAreAnError() {
    let file: [UInt8] = [0, 0, 8, 4] + [UInt8](repeating: 255, count: 16)
    #expect(throws: TensorError.self) { try IdxArray(reading: file, name: "a") }
  }
}
