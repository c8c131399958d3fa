func f() { break }
f()
