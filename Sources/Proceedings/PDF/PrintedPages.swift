/// Pages of text on letter paper, filled from the top. Sizes and places are in points.
struct PrintedPages {
  static let width = 612
  static let height = 792
  static let margin = 90
  static var measure: Int { width - 2 * margin }

  private(set) var pages: [String] = [""]
  private var y = height - margin

  /// Whether so much room is left on the page.
  private func has(_ points: Int) -> Bool { y - points >= Self.margin }

  mutating func startPage() {
    pages.append("")
    y = Self.height - Self.margin
  }

  mutating func skip(_ points: Int) { y -= points }

  /// Keeps what follows together: begins a page when less than so much is left.
  mutating func keep(_ points: Int) {
    if !has(points) { startPage() }
  }

  /// Text in the middle of the measure.
  mutating func centre(_ text: PrintedText, _ font: PrintedText.Font, size: Int) {
    for line in text.lines(font, limit: Self.measure * 1_000 / size) {
      keep(size)
      let width = line.width(font) * size / 1_000
      show(line, font, size, x: (Self.width - width) / 2)
      y -= size * 13 / 10
    }
  }

  /// Text from the left margin, indented by so many points; `end` stands right on its last line, after dots.
  mutating func set(_ text: PrintedText, _ font: PrintedText.Font, size: Int, indent: Int = 0, end: PrintedText? = nil) {
    let room = Self.measure - indent - (end == nil ? 0 : 40)
    let lines = text.lines(font, limit: room * 1_000 / size)
    for (place, line) in lines.enumerated() {
      keep(size)
      show(line, font, size, x: Self.margin + indent)
      if place == lines.count - 1, let end {
        let right = Self.width - Self.margin - end.width(.roman) * size / 1_000
        let left = Self.margin + indent + line.width(font) * size / 1_000 + 6
        let dots = max(0, (right - 6 - left) / 6)
        if dots > 2, let row = PrintedText(String(repeating: ". ", count: dots)) {
          show(row, .roman, size, x: right - 6 - dots * 6)
        }
        show(end, .roman, size, x: right)
      }
      y -= size * 13 / 10
    }
  }

  private mutating func show(_ text: PrintedText, _ font: PrintedText.Font, _ size: Int, x: Int) {
    pages[pages.count - 1] += "BT /\(font.resource) \(size) Tf \(x) \(y) Td \(text.hexadecimal) Tj ET\n"
  }
}

extension PrintedText.Font {
  var resource: String {
    switch self {
    case .roman: "F1"
    case .bold: "F2"
    case .italic: "F3"
    }
  }
}

/// A PDF 1.4 file of plain objects, written by hand: ASCII throughout, the same bytes for the same volume.
enum PrintedFile {
  /// What a reader shows of the document.
  struct Properties {
    let title: String
    let author: String
    let subject: String
    let language: String
    /// As `D:20260511000000Z`.
    let created: String
  }

  /// Pages are counted in small Roman numerals, as front matter is.
  static func text(_ pages: [String], _ properties: Properties) -> String {
    let fonts = PrintedText.Font.allCases
    let first = 3 + fonts.count
    let kids = pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R /Lang \(string(properties.language)) /ViewerPreferences << /DisplayDocTitle true >> "
        + "/PageLabels << /Nums [0 << /S /r >>] >> >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
    ]
    objects += fonts.map { "<< /Type /Font /Subtype /Type1 /BaseFont /\($0.rawValue) /Encoding /WinAnsiEncoding >>" }
    let resources = fonts.enumerated().map { "/\($1.resource) \(3 + $0) 0 R" }.joined(separator: " ")
    for (place, content) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(PrintedPages.width) \(PrintedPages.height)] "
          + "/Resources << /Font << \(resources) >> >> /Contents \(first + 2 * place + 1) 0 R >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    objects.append(
      "<< /Title \(string(properties.title)) /Author \(string(properties.author)) /Subject \(string(properties.subject)) "
        + "/Producer (Lectern) /CreationDate (\(properties.created)) >>")
    var out = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (place, object) in objects.enumerated() {
      offsets.append(out.utf8.count)
      out += "\(place + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = out.utf8.count
    out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      out += String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n"
    }
    out += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>\n"
    return out + "startxref\n\(table)\n%%EOF\n"
  }

  /// A text string: UTF-16 with its mark, in hexadecimal digits.
  static func string(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "<feff" + units.joined() + ">"
  }
}
