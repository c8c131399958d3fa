var ages = ["Ada": 36, "Alan": 41]
print(
  ages.merging(["Ada": 1, "Bob": 2]) { old, new in old + new }.sorted { $0.key < $1.key }.map {
    "\($0.key)=\($0.value)"
  })
ages.merge(["Zed": 9], uniquingKeysWith: { $1 })
ages.merge([("Zed", 10)]) { $1 }
print(ages["Zed"]!, ages.mapValues { $0 * 2 }["Ada"]!, ages.compactMapValues { $0 > 40 ? "\($0)" : nil })
print(ages.filter { $0.value > 35 }.keys.sorted(), type(of: ages.filter { _ in true }), ages.map { $0.key }.sorted())
print(
  ages.sorted(by: { $0.value < $1.value }).first!.key, ages.max { $0.value < $1.value }!.key,
  ages.first { $0.key == "Ada" }!.value)
print(
  ages.reduce(0) { $0 + $1.value }, ages.contains { $0.key == "Ada" }, ages.allSatisfy { $0.value > 0 },
  ages.count { $0.value > 36 })
for (name, age) in ages.sorted(by: <) { print(name, age, terminator: ";") }
print()
