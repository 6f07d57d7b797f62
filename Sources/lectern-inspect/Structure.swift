import CQPDF

/// What qpdf sees of a file's object graph: metadata, actions, attachments, fonts and page boxes.
/// poppler misses JavaScript and Launch actions in some places; a walk over every reachable object does not.
struct Structure {
  private let bytes: [UInt8]
  private(set) var needsPassword = false
  private(set) var pages: [PageStructure] = []
  var fonts: [FontRecord] = []
  var counts = ActiveContent()
  private var version = ""
  private var isEncrypted = false
  private var isRepaired = false
  private var opened = false
  private var metadata: [(key: String, value: String)] = []
  private var xmp = ""

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Leaves everything at its default when qpdf can't open the file.
  mutating func read() {
    var handle = qpdf_init()
    guard let file = handle else { return }
    defer { qpdf_cleanup(&handle) }
    qpdf_silence_errors(file)
    qpdf_set_suppress_warnings(file, QPDF_BOOL(QPDF_TRUE))
    let status = bytes.withUnsafeBytes { buffer in
      qpdf_read_memory(file, "file", buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64(buffer.count), nil)
    }
    if qpdf_has_error(file) != QPDF_FALSE, let error = qpdf_get_error(file) {
      needsPassword = qpdf_get_error_code(file, error) == qpdf_e_password
    }
    // Bit 1 of the status is an error; a warning alone leaves the file readable.
    guard status & 2 == 0 else { return }
    opened = true
    version = qpdf_get_pdf_version(file).map { String(cString: $0) } ?? ""
    isEncrypted = qpdf_is_encrypted(file) != QPDF_FALSE
    isRepaired = warnsOfRepair(file)
    readMetadata(file)
    var walk = ObjectWalk(file: file)
    let pageCount = Int(qpdf_get_num_pages(file))
    let fontShelf = FontShelf()
    for index in 0..<max(0, min(pageCount, Limits.pages)) {
      let page = qpdf_get_page_n(file, index)
      var found = PageStructure(file: file, page: page)
      walk.visit(page, page: index + 1, links: &found.links)
      found.search(file, page: page, fonts: fontShelf)
      pages.append(found)
      qpdf_oh_release_all(file)
    }
    var strays: [PageLink] = []
    walk.visit(qpdf_get_root(file), page: nil, links: &strays)
    fonts = walk.fonts
    counts = walk.counts
  }

  private func warnsOfRepair(_ file: qpdf_data) -> Bool {
    var repaired = false
    var remaining = 1_000
    while remaining > 0, qpdf_more_warnings(file) != QPDF_FALSE, let warning = qpdf_next_warning(file) {
      remaining -= 1
      guard let detail = qpdf_get_error_message_detail(file, warning) else { continue }
      if String(cString: detail).contains("reconstruct") { repaired = true }
    }
    return repaired
  }

  private mutating func readMetadata(_ file: qpdf_data) {
    let information = qpdf_oh_get_key(file, qpdf_get_trailer(file), "/Info")
    for key in keys(of: information, in: file).prefix(64) {
      let value = qpdf_oh_get_key(file, information, key)
      guard qpdf_oh_is_string(file, value) != QPDF_FALSE, let text = qpdf_oh_get_utf8_value(file, value) else { continue }
      metadata.append((String(key.dropFirst()), String(String(cString: text).prefix(4_096))))
    }
    let stream = qpdf_oh_get_key(file, qpdf_get_root(file), "/Metadata")
    guard qpdf_oh_is_stream(file, stream) != QPDF_FALSE else { return }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var filtered = QPDF_BOOL(QPDF_FALSE)
    guard qpdf_oh_get_stream_data(file, stream, qpdf_dl_generalized, &filtered, &buffer, &length) & 2 == 0, let buffer
    else { return }
    // qpdf allocates it with malloc and leaves it to the caller; the process ends soon.
    xmp = String(decoding: UnsafeBufferPointer(start: buffer, count: min(length, 64 << 10)), as: UTF8.self)
  }

  func describe(into record: inout JSONText) {
    record.field("structureRead", opened)
    record.field("pdfVersion", version)
    record.field("encrypted", isEncrypted || needsPassword)
    record.field("repaired", isRepaired)
    record.key("metadata")
    record.open()
    for (key, value) in metadata { record.field(named: key, value) }
    record.close()
    if !xmp.isEmpty { record.field("xmp", xmp) }
    counts.describe(into: &record)
  }

  func fontsRecord(use: FontUse) -> JSONText {
    var record = JSONText(record: "fonts")
    record.key("fonts")
    record.openArray()
    for font in fonts { font.describe(into: &record, use: use) }
    record.closeArray()
    record.close()
    return record
  }
}

/// The keys of a dictionary, with their leading slash. Empty for anything else.
func keys(of object: qpdf_oh, in file: qpdf_data) -> [String] {
  guard qpdf_oh_is_dictionary(file, object) != QPDF_FALSE else { return [] }
  var keys: [String] = []
  qpdf_oh_begin_dict_key_iter(file, object)
  while qpdf_oh_dict_more_keys(file) != QPDF_FALSE, let key = qpdf_oh_dict_next_key(file) {
    keys.append(String(cString: key))
  }
  return keys
}

/// The name under a key, with its leading slash, or "".
func name(_ key: String, of object: qpdf_oh, in file: qpdf_data) -> String {
  let value = qpdf_oh_get_key(file, object, key)
  guard qpdf_oh_is_name(file, value) != QPDF_FALSE, let text = qpdf_oh_get_name(file, value) else { return "" }
  return String(cString: text)
}
