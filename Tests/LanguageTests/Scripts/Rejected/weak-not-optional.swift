class Node {}
class Owner { weak var node: Node = Node() }
print(Owner())
