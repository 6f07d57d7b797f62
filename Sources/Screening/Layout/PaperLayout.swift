/// A line with its place in reading order.
struct PlacedLine {
  let page: Int
  /// 0 for the left column and for lines across the page.
  let column: Int
  let line: Inspection.Line
  /// Its box on the sheet, whatever part of the sheet a reader shows.
  let place: Box

  var text: String { line.text }

  /// Nimbus calls its bold weight "Medi"; Computer Modern has "CMBX".
  var isBold: Bool {
    ["Bold", "bold", "Medi", "Demi", "Black", "Heavy", "CMBX", "-B", "SFBX", "Semibold"].contains { line.font.contains($0) }
  }
  var isItalic: Bool {
    ["Ital", "ital", "Obli", "CMTI", "Slant"].contains { line.font.contains($0) }
  }

  /// Letters only, in capitals: small capitals come out of a PDF as "R EFERENCES".
  var capitals: String {
    String(String.UnicodeScalarView(line.text.unicodeScalars.filter(\.properties.isAlphabetic))).uppercased()
  }
}

/// The lines of a paper without line numbers, running heads and folios, in reading order.
struct PaperLayout {
  let lines: [PlacedLine]
  /// The size most characters have; 0 without text.
  let bodySizePoints: Double
  let columns: Int
  let pageCount: Int
  private let characterCount: Int
  /// More text than any paper of the longest file has; what a hostile file adds to it is not looked at.
  private static let textLimitBytes = 8 << 20

  init(_ inspection: Inspection) {
    var placed: [PlacedLine] = []
    var textBytes = 0
    for page in inspection.pages {
      let shift = Self.shift(of: page)
      let width = page.media.map(\.width) ?? page.widthPoints
      let height = page.media.map(\.height) ?? page.heightPoints
      for line in page.lines {
        let place = line.box.shifted(right: shift.right, down: shift.down)
        guard !Self.isLineNumber(line.text, at: place, width: width),
          !Self.isRunningHead(line.text, at: place, height: height)
        else { continue }
        textBytes &+= line.text.utf8.count
        guard textBytes <= Self.textLimitBytes else { break }
        placed.append(PlacedLine(page: page.number, column: 0, line: line, place: place))
      }
    }
    let size = Self.dominantSize(of: placed)
    let middle = (inspection.pages.first.map { $0.media.map(\.width) ?? $0.widthPoints } ?? 0) / 2
    let columns = Self.columns(of: placed, middle: middle, bodySizePoints: size)
    let columned = placed.map { line in
      let isRight = columns > 1 && line.place.x0 > middle - 6
      return PlacedLine(page: line.page, column: isRight ? 1 : 0, line: line.line, place: line.place)
    }
    lines = Self.inReadingOrder(columned)
    bodySizePoints = size
    self.columns = columns
    pageCount = max(1, inspection.pages.count)
    characterCount = textBytes
  }

  /// A scan, or a few words on otherwise empty pages, can't be screened as a paper.
  var hasText: Bool { characterCount / pageCount >= 200 }

  func isBody(_ line: PlacedLine) -> Bool { abs(line.line.sizePoints - bodySizePoints) < 0.3 }

  private static func shift(of page: Inspection.Page) -> (right: Double, down: Double) {
    guard let media = page.media, let crop = page.crop else { return (0, 0) }
    return (crop.x0 - media.x0, media.y1 - crop.y1)
  }

  private static func isLineNumber(_ text: String, at place: Box, width: Double) -> Bool {
    guard text.utf8.count <= 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return place.x1 < 54 || place.x0 > width - 54
  }

  /// Heads end above 60 points; folios are bare numbers near the foot.
  private static func isRunningHead(_ text: String, at place: Box, height: Double) -> Bool {
    if place.y1 < 60 { return true }
    return place.y0 > height - 72 && text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func dominantSize(of lines: [PlacedLine]) -> Double {
    var counts: [Int: Int] = [:]
    for line in lines {
      guard let key = Int(exactly: (line.line.sizePoints * 10).rounded()) else { continue }
      counts[key, default: 0] &+= line.text.utf8.count
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    let sizes = lines.map(\.line.sizePoints).filter { ($0 * 10).rounded() == Double(best) }.sorted()
    return sizes.isEmpty ? 0 : sizes[sizes.count / 2]
  }

  /// One column when most of the body text runs across the middle of the sheet.
  private static func columns(of lines: [PlacedLine], middle: Double, bodySizePoints: Double) -> Int {
    var across = 0
    var total = 0
    for line in lines where abs(line.line.sizePoints - bodySizePoints) < 0.3 && line.text.utf8.count >= 20 {
      total &+= line.text.utf8.count
      if line.place.x0 < middle - 10, line.place.x1 > middle + 10 { across &+= line.text.utf8.count }
    }
    return across > total / 2 ? 1 : 2
  }

  private static func inReadingOrder(_ lines: [PlacedLine]) -> [PlacedLine] {
    // Lines of one row differ a little in height; three points are less than a line and more than that.
    lines.sorted { left, right in
      let leftRow = (left.place.y1 / 3).rounded()
      let rightRow = (right.place.y1 / 3).rounded()
      return (left.page, left.column, leftRow, left.place.x0) < (right.page, right.column, rightRow, right.place.x0)
    }
  }
}
