let immediate = { () -> String in
  let a = "imm"
  return a + "ediate"
}()
print(immediate)

let found: Int? = {
  for k in [3, 5, 8] where k % 2 == 0 { return k }
  return nil
}()
print(found ?? -1)

let ratio: Double = { $0 / 4 }(3)
print(ratio, { (a: Int, b: Int) in a * b }(6, 7))

func table() -> [[Int]] {
  return {
    var rows: [[Int]] = []
    for i in 1...3 { rows.append((1...3).map { $0 * i }) }
    return rows
  }()
}
print(table())
