/// The measures of the MLSys style: letter paper, text 6.75 by 9 inches, two columns a quarter inch apart,
/// 10 TeX points on 12.
struct SampleGeometry: Sendable {
  var pageWidth: Millipoints = 612_000
  var pageHeight: Millipoints = 792_000
  var left: Millipoints = 55_440
  var top: Millipoints = 69_840
  var textWidth: Millipoints = 486_000
  var textHeight: Millipoints = 648_000
  var columnGap: Millipoints = 18_000
  var columns = 2

  static let letter = SampleGeometry()
  static let oneColumn = SampleGeometry(columns: 1)
  static let a4 = SampleGeometry(pageWidth: 595_276, pageHeight: 841_890, left: 54_638)

  static let bodySize: Millipoints = 9_963
  static let leading: Millipoints = 11_955
  static let paragraphSkip: Millipoints = 6_000

  var columnWidth: Millipoints { (textWidth - (columns - 1) * columnGap) / max(columns, 1) }
  var bottom: Millipoints { top + textHeight }
  var center: Millipoints { left + textWidth / 2 }

  func columnLeft(_ column: Int) -> Millipoints { left + column * (columnWidth + columnGap) }
}

/// One column of one page that text flows into.
struct SampleFrame {
  let page: Int
  let x: Millipoints
  var top: Millipoints
  var bottom: Millipoints

  /// How many body lines fit below `cursor`, the next line's baseline.
  func lines(from cursor: Millipoints, leading: Millipoints) -> Int {
    cursor > bottom ? 0 : (bottom - cursor) / leading + 1
  }
}
