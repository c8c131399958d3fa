func kind(_ x: Int) -> String { "int" }
func kind(_ x: Double) -> String { "double" }
func kind(_ x: String) -> String { "string" }
func kind<T>(_ x: T) -> String { "generic" }
func kind<T>(_ x: [T]) -> String { "array" }
func kind(x: Int) -> String { "labelled" }
print(kind(1), kind(1.0), kind("s"), kind(true), kind(x: 1), kind([1]), kind((1, 2)), kind([[1.5], []]))
