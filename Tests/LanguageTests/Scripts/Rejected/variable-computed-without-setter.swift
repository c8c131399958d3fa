var width = 2
var area: Int { width * width }
area = 9
