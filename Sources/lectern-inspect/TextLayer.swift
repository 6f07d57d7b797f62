import CPoppler
import Glibc

/// The text of each page as poppler lays it out: lines with box, dominant font, size and colour.
final class TextLayer {
  let document: OpaquePointer
  let pageCount: Int

  /// Nil when poppler can't open the file.
  init?(bytes: [UInt8]) {
    // poppler writes what it dislikes about a file to standard error; nobody reads it there.
    g_log_set_default_handler({ _, _, _, _ in }, nil)
    let content = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    guard let document = poppler_document_new_from_bytes(content, nil, nil) else { return nil }
    self.document = document
    pageCount = Int(poppler_document_get_n_pages(document))
  }

  /// The page's record. A page that poppler can't read has `unreadable` and no lines.
  func page(_ index: Int, boxes: PageStructure?, use: inout FontUse) -> JSONText {
    var record = JSONText(record: "page")
    record.field("page", index + 1)
    guard let page = poppler_document_get_page(document, Int32(clamping: index)) else {
      record.field("unreadable", true)
      record.close()
      return record
    }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    record.field("size", [width, height])
    boxes?.describe(into: &record)
    writeLines(of: page, number: index + 1, into: &record, use: &use)
    record.close()
    return record
  }

  private func writeLines(
    of page: OpaquePointer, number: Int, into record: inout JSONText, use: inout FontUse
  ) {
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    // Without text the call leaves both as they are.
    let found = poppler_page_get_text_layout(page, &rectangles, &count)
    defer { g_free(rectangles) }
    guard found != 0, let rectangles, count > 0, let text = poppler_page_get_text(page) else {
      record.key("lines")
      record.openArray()
      record.closeArray()
      return
    }
    defer { g_free(text) }
    var styles = StyleRuns(page: page)
    var line = LineBuilder()
    var index = 0
    var truncated = false
    record.key("lines")
    record.openArray()
    for scalar in String(cString: text).unicodeScalars {
      guard index < Int(count) else { break }
      let box = rectangles[index]
      let style = styles.style(at: index)
      index += 1
      if scalar == "\n" || line.mustEnd(before: box, style) {
        line.write(into: &record, page: number, use: &use)
        line = LineBuilder()
      }
      if scalar != "\n" { line.append(scalar, box, style) }
      if record.bytes.count > Limits.pageOutputBytes {
        truncated = true
        break
      }
    }
    line.write(into: &record, page: number, use: &use)
    record.closeArray()
    if truncated { record.field("truncated", true) }
  }
}
