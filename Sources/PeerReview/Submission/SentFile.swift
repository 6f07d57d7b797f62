/// What was sent where a PDF is wanted, as its first bytes tell.
enum SentFile: Hashable, Sendable {
  /// Readers find a PDF's header. Whether the rest is sound does not matter here.
  case pdf
  /// By the ending such archives have.
  case archive(String)
  /// With its article and the ending it has: “a Word document (.docx)”.
  case document(String)
  case latex
  case unknown

  /// Looks at the first `FileRules.beginningBytes` of a file. A PDF inside an archive is an archive.
  init(beginning bytes: [UInt8]) {
    if Self.zips.contains(where: { bytes.starts(with: $0) }) {
      self = Self.zipped(bytes)
    } else if let known = Self.packed.first(where: { bytes.starts(with: $0.mark) }) {
      self = known.kind
    } else if Self.holds("%PDF-", bytes.prefix(Self.headerBytes)) {
      self = .pdf
    } else if let known = Self.documents.first(where: { bytes.starts(with: $0.mark) }) {
      self = .document(known.name)
    } else if Self.holds("\\documentclass", bytes) || Self.holds("\\documentstyle", bytes) {
      self = .latex
    } else if Self.isWebPage(bytes) {
      self = .document("a web page (.html)")
    } else {
      self = .unknown
    }
  }

  /// Readers look for the header in the first 1,024 bytes; the inspector does so too, and the header has a length.
  private static let headerBytes = 1_032

  /// The documents of today's word processors are zip files, and known by the names of their first entries.
  private static func zipped(_ bytes: [UInt8]) -> SentFile {
    if holds("application/vnd.oasis.opendocument", bytes) { return .document("an OpenDocument file (such as .odt)") }
    if holds("application/epub+zip", bytes) { return .document("an e-book (.epub)") }
    if holds("Index/Document.iwa", bytes) { return .document("a Pages document (.pages)") }
    guard holds("[Content_Types].xml", bytes) || holds("_rels/.rels", bytes) else { return .archive("zip") }
    if holds("word/", bytes) { return .document("a Word document (.docx)") }
    if holds("ppt/", bytes) { return .document("a PowerPoint presentation (.pptx)") }
    if holds("xl/", bytes) { return .document("an Excel workbook (.xlsx)") }
    return .document("an Office document (such as .docx)")
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return holds("<!doctype html", lower) || holds("<html", lower)
  }

  private static func holds(_ text: String, _ bytes: some Sequence<UInt8>) -> Bool {
    let (mark, bytes) = (Array(text.utf8), Array(bytes))
    return bytes.indices.contains { bytes[$0...].starts(with: mark) }
  }

  /// An archive with entries, and an empty one.
  private static let zips: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]

  private static let packed: [(mark: [UInt8], kind: SentFile)] = [
    ([0x1F, 0x8B], .archive("gz")), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive("7z")),
    ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], .archive("rar")), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive("xz")),
    ([0xD0, 0xCF, 0x11, 0xE0], .document("a document of an older Office (such as .doc)")),
  ]

  private static let documents: [(mark: [UInt8], name: String)] = [
    (Array("{\\rtf".utf8), "a rich text document (.rtf)"), (Array("%!PS".utf8), "a PostScript file (.ps)"),
    ([0xF7, 0x02], "a DVI file (.dvi)"), ([0x89, 0x50, 0x4E, 0x47], "a picture (.png)"),
    ([0xFF, 0xD8, 0xFF], "a picture (.jpg)"),
  ]
}
