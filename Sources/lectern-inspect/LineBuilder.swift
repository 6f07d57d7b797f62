import CPoppler
import Glibc

/// How a run of characters is set.
struct Style: Hashable {
  var font = ""
  var sizePoints = 0.0
  /// Red, green and blue, one byte each.
  var colour: UInt32 = 0
}

/// The text attributes of a page, read forward in step with its characters.
struct StyleRuns {
  private var runs: [(end: Int, style: Style)] = []
  private var position = 0

  init(page: OpaquePointer) {
    guard let list = poppler_page_get_text_attributes(page) else { return }
    defer { poppler_page_free_text_attributes(list) }
    var node: UnsafeMutablePointer<GList>? = list
    while let current = node {
      if let attributes = current.pointee.data?.assumingMemoryBound(to: PopplerTextAttributes.self).pointee {
        let name = attributes.font_name.map { String(cString: $0) } ?? ""
        let colour = attributes.color
        let rgb = UInt32(colour.red >> 8) << 16 | UInt32(colour.green >> 8) << 8 | UInt32(colour.blue >> 8)
        runs.append((Int(attributes.end_index), Style(font: name, sizePoints: attributes.font_size, colour: rgb)))
      }
      node = current.pointee.next
    }
  }

  /// Indices have to be asked for in rising order.
  mutating func style(at index: Int) -> Style {
    while position < runs.count, runs[position].end < index { position += 1 }
    return position < runs.count ? runs[position].style : Style()
  }
}

/// Collects the characters of one line.
struct LineBuilder {
  private var text = ""
  private var pendingSpaces = 0
  private var box: (x0: Double, y0: Double, x1: Double, y1: Double)?
  private var lastX0 = 0.0
  private var lastX1 = 0.0
  private var counts: [(style: Style, count: Int)] = []

  /// poppler joins the two columns of a page into one line on some rows; a gap this wide is the space between them.
  private static let columnGapPoints = 11.0
  /// Line numbers of four digits and more stand nearer to the text than that, left of it and in another colour.
  private static let numberGapPoints = 2.0
  private static let numberMarginPoints = 54.0

  func mustEnd(before next: PopplerRectangle, _ style: Style) -> Bool {
    guard let box else { return false }
    let gap = next.x1 - lastX1
    if gap > max(Self.columnGapPoints, style.sizePoints) { return true }
    if gap > Self.numberGapPoints, lastX1 < Self.numberMarginPoints, counts.first?.style.colour != style.colour, isNumber {
      return true
    }
    if next.x1 < lastX0 - Self.columnGapPoints { return true }
    return next.y1 >= box.y1 || next.y2 <= box.y0
  }

  mutating func append(_ scalar: Unicode.Scalar, _ rectangle: PopplerRectangle, _ style: Style) {
    if scalar.properties.isWhitespace {
      pendingSpaces += 1
      return
    }
    if pendingSpaces > 0, !text.isEmpty { text += " " }
    pendingSpaces = 0
    text.unicodeScalars.append(scalar)
    (lastX0, lastX1) = (rectangle.x1, rectangle.x2)
    if let old = box {
      box = (
        min(old.x0, rectangle.x1), min(old.y0, rectangle.y1), max(old.x1, rectangle.x2), max(old.y1, rectangle.y2)
      )
    } else {
      box = (rectangle.x1, rectangle.y1, rectangle.x2, rectangle.y2)
    }
    if let place = counts.firstIndex(where: { $0.style == style }) {
      counts[place].count += 1
    } else {
      counts.append((style, 1))
    }
  }

  private var isNumber: Bool { text.utf8.count <= 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  func write(into record: inout JSONText, page: Int, use: inout FontUse) {
    guard !text.isEmpty, let box else { return }
    for (style, count) in counts { use.add(style.font, count: count, page: page) }
    let dominant = counts.max { $0.count < $1.count }?.style ?? Style()
    record.open()
    record.field("text", text)
    record.field("box", [box.x0, box.y0, box.x1, box.y1])
    record.field("font", dominant.font)
    record.field("size", dominant.sizePoints)
    record.field("colour", Self.hex(dominant.colour))
    record.close()
  }

  private static func hex(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// How many characters of the text are set in each font, and where each is first met.
struct FontUse {
  private(set) var fonts: [String: (count: Int, page: Int)] = [:]

  mutating func add(_ font: String, count: Int, page: Int) {
    let old = fonts[font] ?? (0, page)
    fonts[font] = (old.count &+ count, old.page)
  }
}
