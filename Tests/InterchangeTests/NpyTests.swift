import Foundation
import Interchange
import Tensors
import Testing

/// The sentence of the error that `body` throws; nil if it throws none.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

/// A file that `Tests/Fixtures/make_npy.py` wrote with NumPy.
func file(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")
  return [UInt8](try Data(contentsOf: folder.appending(path: name)))
}

private func npy(_ header: String, version: [UInt8] = [1, 0], numbers: [UInt8] = []) -> [UInt8] {
  let length = version[0] == 1 ? [UInt8(header.utf8.count), 0] : [UInt8(header.utf8.count), 0, 0, 0]
  return [0x93] + Array("NUMPY".utf8) + version + length + Array(header.utf8) + numbers
}

private func refusal(_ bytes: [UInt8]) -> String? {
  message { _ = try NpyArray(reading: bytes, name: "x.npy") }
}

private func headerRefusal(_ header: String) -> String? {
  refusal(npy(header, numbers: [UInt8](repeating: 0, count: 8)))
}

@Suite struct NpyTests {
  private static let values: [(kind: String, numbers: [Double])] = [
    ("f2", [-1, -0.5, 0, 0.5, 1, 1.5]), ("f4", [-1, -0.5, 0, 0.5, 1, 1.5]), ("f8", [-1, -0.5, 0, 0.5, 1, 1.5]),
    ("i2", [-2, -1, 0, 1, 2, 3]), ("i4", [-2, -1, 0, 1, 2, 3]), ("i8", [-2, -1, 0, 1, 2, 3]),
    ("u2", [200, 1, 0, 1, 2, 3]), ("u4", [200, 1, 0, 1, 2, 3]), ("u8", [200, 1, 0, 1, 2, 3]),
  ]

  @Test func everyTypeIsReadInBothByteOrders() throws {
    for (kind, numbers) in Self.values {
      for (order, word) in [("<", "little"), (">", "big")] {
        let array = try NpyArray(reading: file("\(kind)-\(word).npy"), name: "x.npy")
        #expect(array.type.description == order + kind)
        #expect(array.shape == [2, 3])
        #expect(array.doubles == numbers, "\(kind) \(word)")
        #expect(try array.tensor().dtype == (["f2", "f4"].contains(kind) ? .float32 : .float64))
      }
    }
    #expect(try NpyArray(reading: file("i1.npy"), name: "x.npy").doubles == [-2, -1, 0, 1, 2, 3])
    #expect(try NpyArray(reading: file("u1.npy"), name: "x.npy").doubles == [200, 1, 0, 1, 2, 3])
    #expect(try NpyArray(reading: file("bool.npy"), name: "x.npy").doubles == [0, 0, 0, 1, 1, 1])
  }

  @Test func halfPrecisionHasItsSpecialNumbers() throws {
    let numbers = try NpyArray(reading: file("special.npy"), name: "x.npy").doubles
    #expect(numbers[0].isNaN)
    #expect(Array(numbers[1...4]) == [.infinity, -.infinity, 65504, 0x1p-24])
    #expect(numbers[5] == 0 && numbers[5].sign == .minus)
  }

  @Test func columnsBecomeRows() throws {
    let array = try NpyArray(reading: file("fortran.npy"), name: "x.npy")
    #expect(array.isFortranOrder)
    #expect(array.doubles == (0..<24).map(Double.init))
  }

  @Test func everyVersionIsRead() throws {
    for version in ["version2.npy", "version3.npy"] {
      #expect(try NpyArray(reading: file(version), name: version).doubles == [-1, -0.5, 0, 0.5, 1, 1.5])
    }
  }

  @Test func arraysWithoutAxesAndWithoutElementsAreRead() throws {
    let scalar = try NpyArray(reading: file("scalar.npy"), name: "x.npy").tensor()
    #expect(scalar.shape == [])
    #expect(scalar.elements == [3.5])
    #expect(try NpyArray(reading: file("empty.npy"), name: "x.npy").tensor().shape == [2, 0])
  }

  @Test func whatIsWrittenIsWhatNumPyWrites() throws {
    let halves = try Tensor([[-1, -0.5, 0], [0.5, 1, 1.5]])
    #expect(try NpyArray(halves).file == file("f8-little.npy"))
    #expect(try NpyArray(halves.asType(.float32)).file == file("f4-little.npy"))
    #expect(try NpyArray(Tensor(3.5)).file == file("scalar.npy"))
    #expect(try NpyArray(Tensor.zeros([2, 0])).file == file("empty.npy"))
    let row = try Tensor([1, 2])
    #expect(try NpyArray(reading: NpyArray(row).file, name: "x.npy").tensor() == row)
    #expect(
      message { _ = try NpyArray(Tensor(symbols: "X", shape: [2])) }
        == "save needs numbers, and this tensor holds symbols")
  }

  @Test func brokenFilesAreNamed() throws {
    let good = try file("f8-little.npy")
    #expect(refusal([]) == "x.npy is not an npy file: it does not begin with the bytes 0x93 NUMPY")
    #expect(refusal(Array(good.dropFirst())) == "x.npy is not an npy file: it does not begin with the bytes 0x93 NUMPY")
    #expect(refusal(Array(good.prefix(7))) == "x.npy is cut short: the version needs 1 byte, and 0 are left")
    #expect(refusal(Array(good.prefix(9))) == "x.npy is cut short: the header's length needs 2 bytes, and 1 is left")
    #expect(refusal(Array(good.prefix(100))) == "x.npy is cut short: the header needs 118 bytes, and 90 are left")
    #expect(
      refusal(good.dropLast())
        == "x.npy is cut short: shape [2, 3] with numbers of type <f8 needs 48 bytes, and 47 are left")
    #expect(refusal(good + [0]) == "x.npy has 1 byte more than its shape [2, 3] with numbers of type <f8 needs")
    #expect(
      refusal(npy("{}", version: [4, 0])) == "x.npy has version 4.0 of the npy format, and 1.0 to 3.0 are known")
    // Wherever the file ends, it is refused with a sentence.
    for length in 0..<good.count { #expect(refusal(Array(good.prefix(length))) != nil) }
  }

  @Test func typesThatAreNoRealNumbersAreNamed() throws {
    let known = "bool, whole numbers of 1 to 8 bytes and floating-point numbers of 2 to 8 bytes can be read"
    #expect(refusal(try file("complex.npy")) == "x.npy holds numbers of type '<c16': \(known)")
    #expect(refusal(try file("text.npy")) == "x.npy holds numbers of type '<U3': \(known)")
    #expect(
      refusal(try file("records.npy"))
        == "x.npy holds records of several fields, and only arrays of numbers can be read")
    for type in ["", "f8", "<f3", "<f16", "|f8", "<i+8", "<b2", "<f 8"] { #expect(NpyType(type) == nil, "\(type)") }
  }

  @Test func brokenHeadersAreNamed() {
    let start = "x.npy has a header that cannot be read"
    #expect(headerRefusal("hello") == "\(start), '{' is missing: hello")
    #expect(headerRefusal("{'descr': '<f8'}") == "\(start), 'fortran_order' is missing: {'descr': '<f8'}")
    #expect(headerRefusal("{'descr' '<f8'}") == "\(start), ':' is missing: {'descr' '<f8'}")
    #expect(headerRefusal("{descr: '<f8'}") == "\(start), a text in quotes is missing: {descr: '<f8'}")
    #expect(headerRefusal("{'descr': '<f8") == "\(start), a text in quotes is missing: {'descr': '<f8")
    #expect(headerRefusal("{'type': 1}") == "\(start), the key 'type' is unknown or there twice: {'type': 1}")
    #expect(
      headerRefusal("{'fortran_order': no}")
        == "\(start), 'fortran_order' is neither True nor False: {'fortran_order': no}")
    #expect(headerRefusal("{'shape': (-1,)}") == "\(start), a size of 'shape' is no whole number: {'shape': (-1,)}")
    #expect(headerRefusal("{'shape': 1}") == "\(start), '(' is missing: {'shape': 1}")
    #expect(headerRefusal("{'shape': (1}") == "\(start), ')' is missing: {'shape': (1}")
    let full = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}"
    #expect(headerRefusal(full) == nil)
    #expect(headerRefusal(full + "\n1")?.hasPrefix("\(start), there is more behind its end: {'descr'") == true)
    let huge = "{'descr': '<f8', 'fortran_order': True, 'shape': (4611686018427387904L, 4)}"
    #expect(
      headerRefusal(huge) == "x.npy has the shape [4611686018427387904, 4], more elements than a computer can count")
  }

  @Test func emptyArraysOfHugeAxesDoNotTrap() throws {
    let bytes = npy("{'descr': '<f8', 'fortran_order': True, 'shape': (0, 4611686018427387904, 4)}")
    let array = try NpyArray(reading: bytes, name: "x.npy")
    #expect(array.doubles == [])
    #expect(
      message { _ = try array.tensor() }
        == "a tensor of shape [0, 4611686018427387904, 4] has more elements than a computer can count")
  }
}
