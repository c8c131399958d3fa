func show(_ n: Int) { return n }
show(3)
