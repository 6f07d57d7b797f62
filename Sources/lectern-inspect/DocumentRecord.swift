/// The first record: what the file is, before any page.
struct DocumentRecord {
  private let sizeBytes: Int
  private var headerOffsetBytes = 0
  private var endsWithMarker = false
  private var pageCount = 0
  private var needsPassword = false
  private var structure: Structure?
  /// `empty`, `notPDF`, `encrypted`, `damaged` or `tooLarge`; nil when the pages can be read.
  private(set) var error: String?

  /// Looks at the first and last bytes only.
  init(bytes: [UInt8]) {
    sizeBytes = bytes.count
    guard !bytes.isEmpty else {
      error = "empty"
      return
    }
    // Readers look for the header in the first 1,024 bytes.
    guard let offset = Self.position(of: Array("%PDF-".utf8), in: bytes[..<min(bytes.count, 1_032)]) else {
      error = "notPDF"
      return
    }
    headerOffsetBytes = Self.isBlank(bytes[..<offset]) ? 0 : offset
    endsWithMarker = Self.position(of: Array("%%EOF".utf8), in: bytes[max(0, bytes.count - 4_096)...]) != nil
  }

  static func failure(_ error: String, sizeBytes: Int) -> JSONText {
    var record = JSONText(record: "document")
    record.field("format", 1)
    record.field("error", error)
    record.field("sizeBytes", sizeBytes)
    record.close()
    return record
  }

  mutating func take(_ structure: Structure) { self.structure = structure }

  /// Call with nil when no page can be read.
  mutating func finish(pageCount: Int?, needsPassword: Bool) {
    self.needsPassword = needsPassword
    self.pageCount = pageCount ?? 0
    if needsPassword {
      error = "encrypted"
    } else if (pageCount ?? 0) <= 0 {
      error = "damaged"
    }
  }

  var json: JSONText {
    var record = JSONText(record: "document")
    record.field("format", 1)
    if let error { record.field("error", error) }
    record.field("sizeBytes", sizeBytes)
    record.field("headerOffsetBytes", headerOffsetBytes)
    record.field("endsWithMarker", endsWithMarker)
    record.field("pages", pageCount)
    record.field("needsPassword", needsPassword)
    structure?.describe(into: &record)
    record.close()
    return record
  }

  /// A byte order mark or blank lines before the header are harmless.
  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF].contains($0) }
  }

  private static func position(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - needle.count)).first { bytes[$0..<($0 + needle.count)].elementsEqual(needle) }
  }
}
