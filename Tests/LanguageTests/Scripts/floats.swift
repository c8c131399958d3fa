let f: Float = 0.1
let g: Float = 1 / 3
print(f, g, f + g, f * 3, Float(0.1) + Float(0.2), 16_777_217 as Float)
print(Double(f), Float(1) / 3, Float(1e10), Float.pi, Float.infinity, -Float(0))
print([f, g], f == 0.1, Float(2.5).rounded(), Int(Float(3.7)))
var h = f
h += 1
print(h, Float(1e16), Float(1e-5), Float(123456.789))
let many: [Float] = [1, 2.5, 3]
print(many.reduce(0, +), many.map { Double($0) })
