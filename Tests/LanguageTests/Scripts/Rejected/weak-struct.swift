struct Point { var x = 0 }
class Owner { weak var point: Point? }
print(Owner())
