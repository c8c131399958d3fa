func total(_ values: Double..., scale: Double = 1) -> Double {
  var sum = 0.0
  for value in values { sum += value }
  return sum * scale
}
print(total(), total(1), total(1, 2.5, 3), total(1, 2, scale: 10))
func count(_ names: String...) -> Int { names.count }
print(count(), count("a", "b"))
