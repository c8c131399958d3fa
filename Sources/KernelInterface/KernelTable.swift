/// The kernels of one processor level. Only pointers and numbers cross this border: a generic function that did could
/// be compiled on one side and run on the other.
package struct KernelTable: Sendable {
  /// `base`, `AVX2` or `AVX-512`.
  package let level: String
  package let depthwise: DepthwiseKernels
  package let directConvolution: DirectConvolutionKernels
  package let elementwise: ElementwiseKernels
  package let exponential: ExponentialKernels
  package let gemm: GemmKernels
  package let layout: LayoutKernels
  package let localResponse: LocalResponseKernels
  package let normalization: NormalizationKernels
  package let optimizer: OptimizerKernels
  package let pooling: PoolingKernels
  package let preciseConvolution: PreciseConvolutionKernels
  package let rows: RowKernels
  package let thinGemm: ThinGemmKernels
  package let winograd: WinogradKernels

  package init(
    level: String,
    depthwise: DepthwiseKernels,
    directConvolution: DirectConvolutionKernels,
    elementwise: ElementwiseKernels,
    exponential: ExponentialKernels,
    gemm: GemmKernels,
    layout: LayoutKernels,
    localResponse: LocalResponseKernels,
    normalization: NormalizationKernels,
    optimizer: OptimizerKernels,
    pooling: PoolingKernels,
    preciseConvolution: PreciseConvolutionKernels,
    rows: RowKernels,
    thinGemm: ThinGemmKernels,
    winograd: WinogradKernels
  ) {
    self.level = level
    self.depthwise = depthwise
    self.directConvolution = directConvolution
    self.elementwise = elementwise
    self.exponential = exponential
    self.gemm = gemm
    self.layout = layout
    self.localResponse = localResponse
    self.normalization = normalization
    self.optimizer = optimizer
    self.pooling = pooling
    self.preciseConvolution = preciseConvolution
    self.rows = rows
    self.thinGemm = thinGemm
    self.winograd = winograd
  }
}
