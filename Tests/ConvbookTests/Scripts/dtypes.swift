import Convbook

let a = Tensor([0.1, 0.2, 1.0 / 3], shape: [3], dtype: .float32)
let b = Tensor([0.1, 0.2, 1.0 / 3])
print(a.dtype, b.dtype, (a + b).dtype, (a * 2).dtype)
print(a)
print(b)
print(a.elements[0] == 0.1, b.elements[0] == 0.1, a[0] == Double(Float(0.1)))
let narrowed = b.asType(.float32)
print(narrowed == a, narrowed.asType(.float64) == b, narrowed.dtype == .float32)
switch a.dtype {
case .float32: print("narrow")
case .float64: print("wide")
}
let types: [DType] = [.float64, .float32]
print(types.map(\.rawValue), DType.allCases.map(\.rawValue))
print(DType.float32.rawValue, DType(rawValue: "float64") == .float64)
var single = Tensor.zeros([2], dtype: .float32)
single[0] = 0.1
single[1] = single[0] + 0.2
print(single.elements)
