enum Failure: Error {
  case negative
  case large(Int)
}

func checked(_ n: Int) throws(Failure) -> Int {
  if n < 0 { throw .negative }
  if n > 9 { throw .large(n) }
  return n
}

for n in [-1, 5, 20] {
  do {
    print(try checked(n))
  } catch {
    // The error's type is known: no default is needed.
    switch error {
    case .negative: print("negative")
    case .large(let value): print("large", value)
    }
  }
}

do { _ = try checked(-1) } catch .negative { print("caught") } catch { print("other", error) }

func untyped() throws { _ = try checked(12) }
do { try untyped() } catch Failure.large(let value) { print("large", value) } catch { print(error) }

let closure = { (n: Int) throws(Failure) -> Int in
  if n == 0 { throw Failure.negative }
  return try checked(n)
}
do { print(try closure(1), try closure(0)) } catch { print(error) }
print((try? checked(3)) ?? 0, (try? checked(-3)) == nil)
