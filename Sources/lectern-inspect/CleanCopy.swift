import CQPDF

/// The copy of a manuscript that reviewers read: every page as it was, without what tells who made the file and without
/// what acts by itself.
///
/// What the trailer, the catalogue, pages and annotations may hold is listed here; everything else goes. In all other
/// objects the keys go that carry metadata (ISO 32000-2, 14.3 to 14.5 and 7.11; pdfTeX's own `PTEX.`). What nothing refers
/// to any more, earlier revisions among it, is not written. The same file gives the same copy, byte for byte.
struct CleanCopy {
  /// Why there is no copy, as the exit status that says so.
  enum Obstacle: Int32, Error {
    case notPDF = 10
    case encrypted, damaged, tooLarge, limits, notArchive
  }

  private let file: qpdf_data

  /// Hands the copy's bytes to `take`; they are gone when it returns. Throws an `Obstacle` when no copy can be vouched for.
  static func make(of bytes: [UInt8], _ take: (UnsafeBufferPointer<UInt8>) -> Void) throws {
    try CopiedFile.open(bytes) { file in
      try CleanCopy(file: file).clean()
      try CopiedFile.write(file, qpdf_o_generate, take)
    }
  }

  private func clean() throws {
    let pages = qpdf_get_num_pages(file)
    guard pages > 0 else { throw Obstacle.damaged }
    guard pages <= Limits.pages else { throw Obstacle.tooLarge }
    keep(["/Root", "/Size", "/Encrypt"], in: qpdf_get_trailer(file))
    let root = qpdf_get_root(file)
    keep(PDFKeys.catalogue, in: root)
    let names = qpdf_oh_get_key(file, root, "/Names")
    keep(["/Dests"], in: names)
    for index in 0..<Int(pages) {
      let page = qpdf_get_page_n(file, index)
      keep(PDFKeys.page, in: page)
      cleanAnnotations(of: page)
      qpdf_oh_release_all(file)
    }
    var walk = CleaningWalk(file: file)
    guard walk.clean(from: qpdf_get_root(file)) else { throw Obstacle.tooLarge }
    if qpdf_has_error(file) != QPDF_FALSE { throw Obstacle.damaged }
  }

  private func keep(_ allowed: Set<String>, in dictionary: qpdf_oh) {
    for key in keys(of: dictionary, in: file) where !allowed.contains(key) { qpdf_oh_remove_key(file, dictionary, key) }
  }

  /// Links and drawn marks stay, without their author; notes, forms and attachments go.
  private func cleanAnnotations(of page: qpdf_oh) {
    let all = qpdf_oh_get_key(file, page, "/Annots")
    let kept = qpdf_oh_new_array(file)
    for index in 0..<max(0, qpdf_oh_is_array(file, all) != QPDF_FALSE ? qpdf_oh_get_array_n_items(file, all) : 0) {
      let annotation = qpdf_oh_get_array_item(file, all, index)
      let kind = name("/Subtype", of: annotation, in: file)
      if kind == "/Link" {
        keep(PDFKeys.link, in: annotation)
        let action = qpdf_oh_get_key(file, annotation, "/A")
        if qpdf_oh_is_dictionary(file, action) != QPDF_FALSE, !PDFAction(action, in: file).isPlain {
          qpdf_oh_remove_key(file, annotation, "/A")
        }
      } else if PDFKeys.marks.contains(kind) {
        keep(kind == "/FreeText" ? PDFKeys.mark.union(["/Contents"]) : PDFKeys.mark, in: annotation)
      } else {
        continue
      }
      qpdf_oh_append_item(file, kept, annotation)
    }
    if qpdf_oh_get_array_n_items(file, kept) > 0 {
      qpdf_oh_replace_key(file, page, "/Annots", kept)
    } else {
      qpdf_oh_remove_key(file, page, "/Annots")
    }
  }
}

/// What a reader needs, by the place where it stands.
enum PDFKeys {
  static let catalogue: Set<String> = [
    "/Type", "/Pages", "/Names", "/Dests", "/Outlines", "/PageLabels", "/PageMode", "/PageLayout", "/ViewerPreferences",
    "/OCProperties", "/StructTreeRoot", "/MarkInfo", "/Lang",
  ]
  static let page: Set<String> = [
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Contents", "/Rotate",
    "/Group", "/Annots", "/Tabs", "/StructParents", "/UserUnit",
  ]
  static let link: Set<String> = [
    "/Type", "/Subtype", "/Rect", "/F", "/P", "/Border", "/BS", "/C", "/H", "/Dest", "/A", "/QuadPoints", "/StructParent", "/AP",
    "/AS", "/OC",
  ]
  static let marks: Set<String> = [
    "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut",
    "/Stamp", "/Ink", "/Caret",
  ]
  static let mark: Set<String> = [
    "/Type", "/Subtype", "/Rect", "/F", "/P", "/Border", "/BS", "/BE", "/C", "/IC", "/CA", "/QuadPoints", "/StructParent", "/AP",
    "/AS", "/OC", "/DA", "/Q", "/L", "/LE", "/Vertices", "/InkList", "/RD",
  ]
  /// Keys that carry metadata, other files or actions wherever they stand.
  static let telling: Set<String> = [
    "/Metadata", "/PieceInfo", "/LastModified", "/AF", "/EF", "/JS", "/JavaScript", "/AA", "/OpenAction", "/Thumb",
    "/CreatorInfo", "/CreationDate", "/ModDate", "/SourceModified", "/Creator", "/Producer", "/Author", "/Company", "/XFA",
    "/OPI", "/RichMediaContent", "/SpiderInfo",
  ]
  /// The same in a stream's dictionary: its bytes, or those of a page it stands for, would lie in another file.
  static let tellingInStreams: Set<String> = ["/F", "/FFilter", "/FDecodeParms", "/Ref"]
  /// What stands under these is a table whose keys the program that made the file chose: fonts by their name, say.
  static let tables: Set<String> = [
    "/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties", "/CharProcs", "/Dests", "/RoleMap",
    "/ClassMap", "/Colorants", "/N",
  ]
  /// Long rows of numbers.
  static let rows: Set<String> = ["/Widths", "/W", "/W2", "/MediaBox", "/CropBox", "/Rect", "/QuadPoints", "/Differences"]
}

/// What a dictionary does when a reader activates it.
struct PDFAction {
  private static let kinds: Set<String> = [
    "/GoTo", "/GoToR", "/GoToE", "/GoToDp", "/Launch", "/Thread", "/URI", "/Sound", "/Movie", "/Hide", "/Named", "/SubmitForm",
    "/ResetForm", "/ImportData", "/JavaScript", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/RichMediaExecute",
  ]

  let isAction: Bool
  /// It leads to a place in the file, or to a web address that names nobody.
  let isPlain: Bool

  init(_ dictionary: qpdf_oh, in file: qpdf_data) {
    let kind = name("/S", of: dictionary, in: file)
    // Elements of the document's structure have a kind of the same key.
    isAction = Self.kinds.contains(kind) && name("/Type", of: dictionary, in: file) != "/StructElem"
    switch kind {
    case "/GoTo": isPlain = isAction
    case "/URI":
      let value = qpdf_oh_get_key(file, dictionary, "/URI")
      let text = qpdf_oh_is_string(file, value) != QPDF_FALSE ? qpdf_oh_get_utf8_value(file, value) : nil
      isPlain = isAction && Self.namesNobody(text.map { String(cString: $0) } ?? "")
    default: isPlain = false
    }
  }

  /// Not `mailto:`, not `file:`, and no user before the host.
  static func namesNobody(_ address: String) -> Bool {
    let folded = address.lowercased()
    guard folded.hasPrefix("https://") || folded.hasPrefix("http://") else { return false }
    let authority = folded.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return !authority.contains("@")
  }
}
