func f(_ n: inout Int = 3) {}
