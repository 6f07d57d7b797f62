import CQPDF

/// A font as its dictionary declares it.
struct FontRecord {
  private let name: String
  private let kind: String
  private let isEmbedded: Bool
  private let isSubset: Bool
  private let page: Int?

  /// Nil for the descendant of a composite font, which is told of with its parent.
  init?(file: qpdf_data, font: qpdf_oh, page: Int?) {
    let subtype = lectern_inspect.name("/Subtype", of: font, in: file)
    guard !subtype.hasPrefix("/CIDFont") else { return nil }
    var described = font
    let descendants = qpdf_oh_get_key(file, font, "/DescendantFonts")
    if qpdf_oh_is_array(file, descendants) != QPDF_FALSE, qpdf_oh_get_array_n_items(file, descendants) > 0 {
      described = qpdf_oh_get_array_item(file, descendants, 0)
    }
    let descriptor = qpdf_oh_get_key(file, described, "/FontDescriptor")
    let programs: [String] = ["/FontFile", "/FontFile2", "/FontFile3"]
    let hasProgram = programs.contains {
      qpdf_oh_is_stream(file, qpdf_oh_get_key(file, descriptor, $0)) != QPDF_FALSE
    }
    let baseName = lectern_inspect.name("/BaseFont", of: font, in: file).dropFirst()
    let tag = baseName.prefix { $0 != "+" }
    isSubset = tag.count == 6 && tag.count < baseName.count
    name = String(isSubset ? baseName.dropFirst(7) : baseName)
    kind = String(subtype.dropFirst())
    // The glyphs of a Type 3 font are in its dictionary.
    isEmbedded = hasProgram || subtype == "/Type3"
    self.page = page
  }

  func describe(into record: inout JSONText, use: FontUse) {
    record.open()
    record.field("name", name)
    record.field("kind", kind)
    record.field("embedded", isEmbedded)
    record.field("subset", isSubset)
    if let page { record.field("page", page) }
    record.field("characters", use.fonts[name]?.count ?? 0)
    record.close()
  }
}
