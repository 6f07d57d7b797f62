/// Lets headings and paragraphs flow through the columns of a document.
struct SampleFlow {
  let geometry: SampleGeometry
  var pages: [PDFCanvas]
  private(set) var frames: [SampleFrame]
  private var current = 0
  /// Baseline of the next body line, were it placed without a gap.
  private var cursor: Millipoints
  private var atTop = true

  init(geometry: SampleGeometry, pages: Int) {
    self.geometry = geometry
    self.pages = (0..<max(1, pages)).map { _ in PDFCanvas(width: geometry.pageWidth, height: geometry.pageHeight) }
    frames = self.pages.indices.flatMap { Self.frames(page: $0, geometry) }
    cursor = geometry.top + SampleGeometry.bodySize
  }

  private static func frames(page: Int, _ geometry: SampleGeometry) -> [SampleFrame] {
    (0..<geometry.columns).map {
      SampleFrame(page: page, x: geometry.columnLeft($0), top: geometry.top, bottom: geometry.bottom)
    }
  }

  /// Keeps the first `height` of the given columns free; call before anything flows there.
  mutating func reserve(top height: Millipoints, frames places: [Int]) {
    for place in places where frames.indices.contains(place) { frames[place].top += height }
    if places.contains(current), atTop { start(current) }
  }

  mutating func reserve(bottom height: Millipoints, frame place: Int) {
    if frames.indices.contains(place) { frames[place].bottom -= height }
  }

  /// No column is left.
  var isFull: Bool { current >= frames.count }

  /// Columns that nothing has flowed into, this one not counted.
  var columnsAfterThis: Int { max(0, frames.count - current - 1) }

  /// Body lines that still fit into the current column, a paragraph's gap taken off.
  var linesLeftHere: Int {
    guard !isFull else { return 0 }
    return frames[current].lines(from: cursor + (atTop ? 0 : SampleGeometry.paragraphSkip), leading: SampleGeometry.leading)
  }

  /// Share of all columns' height that is used up, in thousandths.
  var usedPermille: Int {
    let whole = frames.reduce(0) { $0 + $1.bottom - $1.top }
    let before = frames.prefix(current).reduce(0) { $0 + $1.bottom - $1.top }
    let here = isFull ? 0 : max(0, cursor - SampleGeometry.bodySize - frames[current].top)
    return (before + here) * 1_000 / max(whole, 1)
  }

  mutating func nextColumn() {
    start(current + 1)
  }

  /// Goes on at the top of a new page, made if there is none.
  mutating func nextPage() {
    let page = (frames.indices.contains(current) ? frames[current].page : pages.count - 1) + 1
    while pages.count <= page { addPage() }
    start(frames.firstIndex { $0.page == page } ?? frames.count)
  }

  mutating func addPage() {
    pages.append(PDFCanvas(width: geometry.pageWidth, height: geometry.pageHeight))
    frames += Self.frames(page: pages.count - 1, geometry)
  }

  private mutating func start(_ frame: Int) {
    current = frame
    atTop = true
    if frames.indices.contains(frame) { cursor = frames[frame].top + SampleGeometry.bodySize }
  }

  /// A heading keeps at least three lines of what follows with it.
  mutating func heading(_ text: String, size: Millipoints, above: Millipoints, below: Millipoints) {
    if linesLeftHere < 5 { nextColumn() }
    guard !isFull else { return }
    let baseline = cursor + (atTop ? size - SampleGeometry.bodySize : above)
    let breaker = LineBreaker(font: .bold, size: size, measure: geometry.columnWidth, ragged: true)
    var last = baseline
    for (index, line) in breaker.lines(text).enumerated() {
      last = baseline + index * (size + 2_000)
      pages[frames[current].page].text(line.bytes, font: .bold, size: size, x: frames[current].x, baseline: last)
    }
    cursor = last + SampleGeometry.leading + below - SampleGeometry.paragraphSkip
    atTop = false
  }

  /// A paragraph runs on into the next column where it must, leaving no single line behind if it can.
  /// What doesn't fit into the last column is dropped unless `growing`, which adds pages.
  mutating func paragraph(_ lines: [LineBreaker.Line], hanging: Millipoints = 0, growing: Bool = false) {
    var place = 0
    while place < lines.count {
      if isFull, growing {
        addPage()
        start(current)
      }
      guard !isFull else { return }
      let gap = place == 0 && !atTop ? SampleGeometry.paragraphSkip : 0
      let left = lines.count - place
      var fit = min(left, frames[current].lines(from: cursor + gap, leading: SampleGeometry.leading))
      if left - fit == 1, fit > 2 { fit -= 1 }
      if fit == 1, left > 1, place == 0 { fit = 0 }
      if fit == 0 {
        nextColumn()
        continue
      }
      cursor += gap
      for line in lines[place..<(place + fit)] {
        let x = frames[current].x + (place > 0 ? hanging : 0)
        pages[frames[current].page].text(
          line.bytes, font: .roman, size: SampleGeometry.bodySize, x: x, baseline: cursor, wordSpacing: line.wordSpacing)
        cursor += SampleGeometry.leading
        place += 1
      }
      atTop = false
    }
  }
}
