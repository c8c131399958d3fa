do {
  struct P {
    var x = 1
    var y = 2
  }
  func sw(_ a: inout Int, _ b: inout Int) {
    let t = a
    a = b
    b = t
  }
  func f() {
    var p = P()
    sw(&p.x, &p.y)
    print(p)
  }
  f()
}
do {
  func f() {
    var t = (1, 2)
    swap(&t.0, &t.1)
    print(t)
  }
  f()
}
do {
  func f(_ a: inout Int, _ b: Int) { a += b }
  func g() {
    var x = 1
    f(&x, x)
    print(x)
  }
  g()
}
do {
  func f() {
    var m = [[1], [2]]
    m[0].append(m[1][0])
    print(m)
  }
  f()
}
do {
  func f() {
    var xs = [1, 2]
    xs.append(xs.count)
    xs[0] = xs[1] + xs[0]
    print(xs)
  }
  f()
}
do {
  struct S {
    var n = 1
    mutating func add(_ m: Int) { n += m }
  }
  func f() {
    var s = S()
    s.add(s.n)
    print(s)
  }
  f()
}
do {
  struct P {
    var a = [1, 2]
    var b = [3]
  }
  var p = P()
  swap(&p.a, &p.b)
  print(p)
}
