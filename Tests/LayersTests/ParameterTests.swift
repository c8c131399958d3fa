import Layers
import Tensors
import Testing

struct ParameterTests {
  func withGradient() throws -> Parameter {
    let parameter = try Parameter(Tensor([1, 2]))
    try parameter.tensor.multiplied(by: Tensor([10, 100])).sum().backward()
    return parameter
  }

  @Test func numbersAreFloat32() throws {
    #expect(try Parameter(Tensor([1, 2])).tensor.dtype == .float32)
  }

  @Test func anUpdateUsesTheGradientUp() throws {
    let parameter = try withGradient()
    try parameter.update { numbers, gradient, count in
      for i in 0..<count { numbers[i] -= gradient[i] }
    }
    #expect(parameter.tensor.elements == [-9, -98])
    #expect(parameter.gradient == nil)
    #expect(parameter.version == 1)
  }

  @Test func anUpdateLeavesCopiesAlone() throws {
    let parameter = try withGradient()
    let copy = parameter.tensor
    try parameter.update { numbers, _, _ in numbers[0] = 7 }
    #expect(parameter.tensor.elements == [7, 2])
    #expect(copy.elements == [1, 2])
  }

  @Test func withoutAGradientNothingIsUpdated() throws {
    let parameter = try Parameter(Tensor([1, 2]))
    try parameter.update { numbers, _, _ in numbers[0] = 7 }
    #expect(parameter.tensor.elements == [1, 2])
    #expect(parameter.version == 0)
  }

  @Test func gradientsAddUpUntilTheyAreCleared() throws {
    let parameter = try withGradient()
    try parameter.tensor.sum().backward()
    #expect(parameter.gradient?.elements == [11, 101])
    try parameter.clearGradient()
    #expect(parameter.gradient == nil)
  }

  @Test func aFrozenParameterGetsNoGradient() throws {
    let parameter = try Parameter(Tensor([1, 2]))
    try parameter.setTrained(false)
    #expect(!parameter.tensor.isRecorded)
  }
}
