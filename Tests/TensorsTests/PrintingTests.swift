import Tensors
import Testing

@Suite struct PrintingTests {
  @Test func wholeNumbersHaveNoPoint() throws {
    #expect(try "\(Tensor([[1, 2], [3, 40]]))" == "Tensor [2, 2] float64\n[[ 1   2]\n [ 3  40]]")
    #expect(try "\(Tensor([-1, 2], shape: [2], dtype: .float32))" == "Tensor [2] float32\n[-1   2]")
    #expect(try "\(Tensor(5))" == "Tensor [] float64\n5")
  }

  @Test func decimalsAreAligned() throws {
    #expect(try "\(Tensor([1, 2.5, -0.125]))" == "Tensor [3] float64\n[ 1.000   2.500  -0.125]")
    #expect(try "\(Tensor([1, 2]).divided(by: 3))" == "Tensor [2] float64\n[0.3333  0.6667]")
    #expect(try Tensor([1, 2]).divided(by: 3).formatted(digits: 2) == "Tensor [2] float64\n[0.33  0.67]")
  }

  @Test func largeAndSmallNumbersAreScientific() throws {
    #expect(try "\(Tensor([1e-7, 2e-5]))" == "Tensor [2] float64\n[1.000e-07  2.000e-05]")
    #expect(try "\(Tensor([1e7, 0.5]))" == "Tensor [2] float64\n[1.000e+07  5.000e-01]")
  }

  @Test func nothingThatIsNotZeroReadsAsZero() throws {
    #expect(try "\(Tensor([1.5, 1e-9, 0, -1e-9]))" == "Tensor [4] float64\n[   1.5   1e-09     0.0  -1e-09]")
  }

  @Test func specialNumbersHaveNames() throws {
    #expect(try "\(Tensor([1, .nan, .infinity, -.infinity]))" == "Tensor [4] float64\n[   1   nan   inf  -inf]")
    #expect(try "\(Tensor([0.5, .nan]))" == "Tensor [2] float64\n[0.5  nan]")
  }

  @Test func blocksAreSetApart() throws {
    #expect(
      try "\(ramp([2, 2, 2]))" == """
        Tensor [2, 2, 2] float64
        [[[1  2]
          [3  4]]

         [[5  6]
          [7  8]]]
        """)
  }

  @Test func longTensorsShowTheirEnds() throws {
    #expect(try "\(Tensor.arange(0, 2000))" == "Tensor [2000] float64\n[   0     1     2  ...  1997  1998  1999]")
    #expect(
      try "\(ramp([50, 40]))" == """
        Tensor [50, 40] float64
        [[   1     2     3  ...    38    39    40]
         [  41    42    43  ...    78    79    80]
         [  81    82    83  ...   118   119   120]
         ...
         [1881  1882  1883  ...  1918  1919  1920]
         [1921  1922  1923  ...  1958  1959  1960]
         [1961  1962  1963  ...  1998  1999  2000]]
        """)
    #expect(try "\(ramp([1, 41]))" == "Tensor [1, 41] float64\n[[ 1   2   3  ...  39  40  41]]")
  }

  @Test func emptyTensorsShowTheirShape() throws {
    #expect(try "\(Tensor.zeros([0, 3]))" == "Tensor [0, 3] float64\n[]")
    #expect(try "\(Tensor([]  as [Double]))" == "Tensor [0] float64\n[]")
  }

  @Test func digitsHaveALimit() throws {
    #expect(
      message { _ = try Tensor(1).formatted(digits: 17) } == "formatted can show 0 to 16 digits, and 17 were asked for")
    #expect(
      message { _ = try Tensor(1).formatted(digits: -1) } == "formatted can show 0 to 16 digits, and -1 were asked for")
  }
}
