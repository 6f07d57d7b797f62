/// Writes a PDF 1.5 file of plain objects, fonts included, and a classic cross-reference table.
///
/// Written by hand because no PDF writer is among the packages the project may use, and because a sample must be the
/// same bytes on every machine, which libraries that stamp dates and random ids don't give. Only the font
/// programs are compressed, which they are in the sources already.
struct PDFFile {
  private var objects: [[UInt8]] = []

  /// One page: its size and its content stream.
  struct Page {
    let width: Millipoints
    let height: Millipoints
    let content: [UInt8]
  }

  /// What the document's properties show; a nil date is left out.
  struct Metadata {
    let title: String
    let author: String
    /// Such as `D:20251001120000Z`.
    let created: String?
  }

  static func bytes(pages: [Page], metadata: Metadata) -> [UInt8] {
    var file = PDFFile()
    let firstFont = 3
    let firstPage = firstFont + 3 * PDFFont.allCases.count
    let kids = pages.indices.map { "\(firstPage + 2 * $0) 0 R" }.joined(separator: " ")
    file.add("<< /Type /Catalog /Pages 2 0 R /Lang (en) >>")
    file.add("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    for (index, font) in PDFFont.allCases.map(\.embedded).enumerated() {
      let place = firstFont + 3 * index
      file.add(font.dictionary(descriptor: place + 1))
      file.add(font.descriptor(program: place + 2))
      file.add(font.programDictionary, stream: font.deflated)
    }
    let fonts = PDFFont.allCases.enumerated().map { "/\($1.resourceName) \(firstFont + 3 * $0) 0 R" }.joined(separator: " ")
    for (index, page) in pages.enumerated() {
      let box = "[0 0 \(PDFNumber.text(page.width)) \(PDFNumber.text(page.height))]"
      let resources = "/Resources << /Font << \(fonts) >> >> /Contents \(firstPage + 2 * index + 1) 0 R"
      file.add("<< /Type /Page /Parent 2 0 R /MediaBox \(box) \(resources) >>")
      file.add("<< /Length \(page.content.count) >>", stream: page.content)
    }
    var properties = "<< /Title \(text(metadata.title)) /Author \(text(metadata.author)) /Producer (Lectern samples)"
    if let created = metadata.created { properties += " /CreationDate (\(created))" }
    file.add(properties + " >>")
    return file.finished()
  }

  private mutating func add(_ dictionary: String, stream: [UInt8]? = nil) {
    var body = Array(dictionary.utf8)
    if let stream { body += Array("\nstream\n".utf8) + stream + Array("\nendstream".utf8) }
    objects.append(body)
  }

  private func finished() -> [UInt8] {
    var out = Array("%PDF-1.5\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    var offsets: [Int] = []
    for (index, body) in objects.enumerated() {
      offsets.append(out.count)
      out += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let table = out.count
    out += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      out += Array((String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n").utf8)
    }
    let hash = String(StableHash.of(out), radix: 16)
    let id = String(repeating: "0", count: 32 - hash.count) + hash
    let trailer = "<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R /ID [<\(id)> <\(id)>] >>"
    return out + Array("trailer\n\(trailer)\nstartxref\n\(table)\n%%EOF\n".utf8)
  }

  /// A text string: UTF-16 in hexadecimal when it holds more than ASCII.
  static func text(_ value: String) -> String {
    if value.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) {
      return String(decoding: literal(Array(value.utf8)), as: UTF8.self)
    }
    let digits = value.utf16.map { unit in
      let hex = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - hex.count) + hex
    }
    return "<FEFF" + digits.joined() + ">"
  }

  /// Bytes in parentheses with what would end them escaped.
  static func literal(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x28]
    for byte in bytes {
      if byte == 0x28 || byte == 0x29 || byte == 0x5C { out.append(0x5C) }
      out.append(byte)
    }
    out.append(0x29)
    return out
  }
}
