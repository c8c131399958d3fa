/// How a product of pixels and filters is cut into chunks: parts of the pixels times parts of the panels.
struct DirectCut {
  /// Pixels of a chunk.
  private(set) var rows = 1
  private(set) var pixelParts = 1
  /// Panels of a chunk.
  private(set) var panels = 1
  private(set) var panelParts = 1

  /// Gathered rows of a chunk should stay in the second-level cache.
  private static let rowLimit = 192

  /// Takes the cut whose slowest thread is done first. The estimate is in steps of a register tile: one for each pixel,
  /// panel and product in the depth; the rest are measured weights. Rows of a chunk are a multiple of `unit`.
  init(pixels: Int, depth: Int, panels panelCount: Int, groups: Int, isGathered: Bool, unit: Int = 3, threads: Int) {
    // A chunk of a shallow product would not be worth its beginning.
    let limit = isGathered ? Self.rowLimit : max(Self.rowLimit, Self.rowLimit * 384 / max(depth, 1))
    let fewest = (pixels + limit - 1) / limit
    let most = threads == 1 ? fewest : max(fewest, min(8 * threads, (pixels + 11) / 12))
    var best = Double.infinity
    for parts in fewest...max(most, fewest) {
      let rows = ((pixels + parts - 1) / parts + unit - 1) / unit * unit
      let pixelParts = (pixels + rows - 1) / rows
      for panelParts in 1...(threads == 1 ? 1 : min(panelCount, 4 * threads)) {
        let panels = (panelCount + panelParts - 1) / panelParts
        let loading = Double(panels * 4)
        let gathering = isGathered ? 0.15 * Double(rows) : 0
        let chunk = Double(depth) * (Double(panels * rows) + loading + gathering) + 3000
        let chunks = groups * pixelParts * ((panelCount + panels - 1) / panels)
        let rounds = Double((chunks + threads - 1) / threads)
        let time = chunk * rounds
        if time < best {
          best = time
          (self.rows, self.pixelParts, self.panels, self.panelParts) = (
            rows, pixelParts, panels, (panelCount + panels - 1) / panels
          )
        }
      }
    }
  }
}
