/// What stands on one page, measured from its top left corner.
struct PDFCanvas {
  let width: Millipoints
  let height: Millipoints
  private var texts: [Text] = []
  private var shapes: [UInt8] = []

  private struct Text {
    let bytes: [UInt8]
    let font: PDFFont
    let size: Millipoints
    let x: Millipoints
    let baseline: Millipoints
    let wordSpacing: Millipoints
  }

  init(width: Millipoints, height: Millipoints) {
    self.width = width
    self.height = height
  }

  mutating func text(
    _ bytes: [UInt8], font: PDFFont, size: Millipoints, x: Millipoints, baseline: Millipoints, wordSpacing: Millipoints = 0
  ) {
    texts.append(Text(bytes: bytes, font: font, size: size, x: x, baseline: baseline, wordSpacing: wordSpacing))
  }

  /// Text whose middle stands at `center`.
  mutating func centered(_ string: String, font: PDFFont, size: Millipoints, center: Millipoints, baseline: Millipoints) {
    let bytes = WinAnsi.bytes(string)
    text(bytes, font: font, size: size, x: center - font.units(bytes) * size / 2_000, baseline: baseline)
  }

  /// A filled box; `grey` 0 is black, 1000 white.
  mutating func box(x: Millipoints, top: Millipoints, width: Millipoints, height: Millipoints, grey: Int = 0) {
    let numbers = [x, self.height - top - height, width, height].map(PDFNumber.text).joined(separator: " ")
    shapes += Array("\(PDFNumber.text(grey)) g \(numbers) re f\n".utf8)
  }

  /// A line through the points.
  mutating func path(_ points: [(x: Millipoints, y: Millipoints)], width: Millipoints, grey: Int = 0) {
    guard let first = points.first else { return }
    func place(_ point: (x: Millipoints, y: Millipoints)) -> String {
      PDFNumber.text(point.x) + " " + PDFNumber.text(self.height - point.y)
    }
    let rest = points.dropFirst().map { place($0) + " l" }.joined(separator: " ")
    shapes += Array("\(PDFNumber.text(grey)) G \(PDFNumber.text(width)) w \(place(first)) m \(rest) S\n".utf8)
  }

  /// The page's content stream: shapes, then text in the order it was put down.
  func page() -> PDFFile.Page {
    var out = shapes
    out += Array("BT 0 g\n".utf8)
    var font: (PDFFont, Millipoints)?
    var line = (x: 0, y: 0)
    for text in texts {
      if font?.0 != text.font || font?.1 != text.size {
        out += Array("/\(text.font.resourceName) \(PDFNumber.text(text.size)) Tf\n".utf8)
        font = (text.font, text.size)
      }
      let y = height - text.baseline
      out += Array("\(PDFNumber.text(text.x - line.x)) \(PDFNumber.text(y - line.y)) Td ".utf8)
      line = (text.x, y)
      out += Array("\(PDFNumber.text(text.wordSpacing)) Tw ".utf8)
      out += PDFFile.literal(text.bytes)
      out += Array(" Tj\n".utf8)
    }
    return PDFFile.Page(width: width, height: height, content: out + Array("ET".utf8))
  }
}
