class A {
  let n: Int
  init(_ n: Int) { self.n = n }
  deinit { print("bye", n) }
}
class M {
  let a: A, b: A
  init(_ i: Int) {
    a = A(i)
    b = A(i + 1)
  }
}
do {
  let m = [M(1), M(3)]
  print(m.count)
}
class N {
  let l: [M]
  init(_ l: [M]) { self.l = l }
}
do {
  let m = N([M(5), M(7)])
  print(m.l.count)
}
class L: M { override init(_ i: Int) { super.init(i) } }
do {
  let m = N([L(5), L(7)])
  print(m.l.count)
}
do {
  let x = [[A(10), A(11)], [A(12)]]
  print(x.count)
}
do {
  let x = ["k": [A(31), A(32)]]
  print(x.count)
}
struct S {
  var p = [A(41), A(42)]
  var q = A(43)
}
do {
  let x = [S(), S()]
  print(x.count)
}
