struct Failed: Error { var code: Int }
func load(_ n: Int) -> Result<Int, Failed> { n > 0 ? .success(n) : .failure(Failed(code: n)) }
print(load(3).map { $0 * 2 }, load(2).flatMap { load($0 + 5) })
switch load(-2) {
case .success(let value): print(value)
case .failure(let error): print("failed", error.code)
}
do {
  print(try load(5).get())
  print(try load(-5).get())
} catch { print("caught", (error as? Failed)?.code ?? 0) }
let r = Result { try load(-1).get() }
if case .failure(let error) = r { print(error is Failed) }
print((try? load(7).get()) as Any, (try? load(-7).get()) as Any, (try? Result { 4 }.get()) ?? 0)
print(load(1).mapError { Failed(code: $0.code * 10) }, [load(1), load(-1)].map { (try? $0.get()) != nil })
