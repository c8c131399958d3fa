enum Trouble: Error {
  case small
  case large(Int)
}
func run(_ f: (Int) throws(Trouble) -> Int) throws(Trouble) -> Int { try f(1) }
func checked(_ x: Int) throws(Trouble) -> Int {
  if x > 0 { throw .large(x) }
  return x
}
do throws(Trouble) {
  print(try run(checked))
} catch {
  switch error {
  case .small: print("small")
  case .large(let n): print("large", n)
  }
}
do throws(Trouble) { throw .small } catch { print(error) }
let doubled: (Int) throws(Trouble) -> Int = { x throws(Trouble) in
  if x == 2 { throw .small }
  return x * 2
}
print((try? doubled(2)) as Any, (try? doubled(3)) as Any)
let anyThrowing: (Int) throws -> Int = doubled
do { print(try anyThrowing(2)) } catch { print("caught", error) }
let harmless: (Int) throws(Trouble) -> Int = { $0 + 1 }
do { print(try harmless(4)) } catch { print(error) }
let passedOn: (Int) throws(Trouble) -> Int = { try checked($0) }
do { print(try passedOn(7)) } catch { print("passed on", error) }
