import CPoppler
import CQPDF
import Glibc

/// What is written onto a paper when it is published, as the environment says it: a line `key value` each, and after the line
/// `xmp` the metadata packet to its end.
struct Stamp {
  /// The number printed on its first page; 0 leaves the page labels alone.
  var firstPage = 0
  /// Entries of the Info dictionary, by their key with its slash.
  var properties: [(key: String, value: String)] = []
  /// Lines for the head of the first page: codes of WinAnsiEncoding in hexadecimal digits, and their width in thousandths of the
  /// type size.
  var lines: [(codes: String, width: Int)] = []
  var xmp = ""

  /// Nil for what is no such text.
  init?(_ text: String) {
    var rest = text[...]
    while let end = rest.firstIndex(of: "\n") {
      let words = rest[..<end].split(separator: " ", maxSplits: 1).map(String.init)
      rest = rest[rest.index(after: end)...]
      switch words.first {
      case "xmp":
        xmp = String(rest)
        return
      case "first":
        guard words.count == 2, let number = Int(words[1]), (1...1_000_000).contains(number) else { return nil }
        firstPage = number
      case "line":
        let parts = words.last?.split(separator: " ").map(String.init) ?? []
        guard parts.count == 2, parts[0].allSatisfy(\.isHexDigit), let width = Int(parts[1]), width > 0 else { return nil }
        lines.append((parts[0], width))
      case "Title", "Author", "Subject", "Keywords":
        if words.count == 2 { properties.append(("/" + words[0], words[1])) }
      default: return nil
      }
    }
    return nil
  }
}

/// The copy of a paper that is published: with the volume's metadata and page numbers, and a line at the head of its first page.
///
/// Streams that were there stay as they are, byte for byte; of the objects only the catalogue, the Info dictionary and the first
/// page change. What can't be stamped without harm gets no copy: encrypted and signed files, and those whose text afterwards would
/// not be what it was.
struct StampedCopy {
  private let file: qpdf_data

  /// Hands the copy's bytes to `take`; they are gone when it returns. Throws a `CleanCopy.Obstacle` when there is none.
  static func make(of bytes: [UInt8], _ stamp: Stamp, _ take: (UnsafeBufferPointer<UInt8>) -> Void) throws {
    try CopiedFile.open(bytes) { file in
      let copy = StampedCopy(file: file)
      try copy.requireOpen()
      copy.describe(stamp)
      let hasLine = copy.draw(stamp)
      if qpdf_has_error(file) != QPDF_FALSE { throw CleanCopy.Obstacle.damaged }
      try CopiedFile.write(file, qpdf_o_preserve) { written in
        guard StampCheck.holds(before: bytes, after: Array(written), hasLine: hasLine) else { throw CleanCopy.Obstacle.damaged }
        take(written)
      }
    }
  }

  /// Neither encrypted nor signed.
  private func requireOpen() throws {
    if qpdf_is_encrypted(file) != QPDF_FALSE { throw CleanCopy.Obstacle.encrypted }
    guard qpdf_get_num_pages(file) > 0 else { throw CleanCopy.Obstacle.damaged }
    let root = qpdf_get_root(file)
    let flags = qpdf_oh_get_key(file, qpdf_oh_get_key(file, root, "/AcroForm"), "/SigFlags")
    let isSigned = qpdf_oh_is_integer(file, flags) != QPDF_FALSE && qpdf_oh_get_int_value_as_int(file, flags) != 0
    if isSigned || qpdf_oh_is_dictionary(file, qpdf_oh_get_key(file, root, "/Perms")) != QPDF_FALSE {
      throw CleanCopy.Obstacle.encrypted
    }
  }

  private func describe(_ stamp: Stamp) {
    let trailer = qpdf_get_trailer(file)
    var information = qpdf_oh_get_key(file, trailer, "/Info")
    if qpdf_oh_is_dictionary(file, information) == QPDF_FALSE {
      information = qpdf_make_indirect_object(file, qpdf_oh_new_dictionary(file))
      qpdf_oh_replace_key(file, trailer, "/Info", information)
    }
    for (key, value) in stamp.properties {
      qpdf_oh_replace_key(file, information, key, qpdf_oh_new_unicode_string(file, value))
    }
    let root = qpdf_get_root(file)
    if !stamp.xmp.isEmpty {
      let packet = stream(stamp.xmp)
      let dictionary = qpdf_oh_get_dict(file, packet)
      qpdf_oh_replace_key(file, dictionary, "/Type", qpdf_oh_new_name(file, "/Metadata"))
      qpdf_oh_replace_key(file, dictionary, "/Subtype", qpdf_oh_new_name(file, "/XML"))
      qpdf_oh_replace_key(file, root, "/Metadata", packet)
    }
    if stamp.firstPage > 0 {
      qpdf_oh_replace_key(
        file, root, "/PageLabels", qpdf_oh_parse(file, "<< /Nums [ 0 << /S /D /St \(stamp.firstPage) >> ] >>"))
    }
  }

  private func stream(_ text: String) -> qpdf_oh {
    let stream = qpdf_oh_new_stream(file)
    let bytes = Array(text.utf8)
    qpdf_oh_replace_stream_data(file, stream, bytes, bytes.count, qpdf_oh_new_null(file), qpdf_oh_new_null(file))
    return stream
  }

  private static let fontKey = "/LecternStamp"

  /// What was there stands between marks that keep its settings from the line. False where there is no line, or no room for it.
  private func draw(_ stamp: Stamp) -> Bool {
    let page = qpdf_get_page_n(file, 0)
    guard let content = StampedHead(file: file, page: page).content(stamp.lines, font: Self.fontKey) else { return false }
    let contents = qpdf_oh_get_key(file, page, "/Contents")
    let all = qpdf_oh_new_array(file)
    qpdf_oh_append_item(file, all, stream("q\n"))
    if qpdf_oh_is_stream(file, contents) != QPDF_FALSE {
      qpdf_oh_append_item(file, all, contents)
    } else if qpdf_oh_is_array(file, contents) != QPDF_FALSE {
      for index in 0..<max(0, qpdf_oh_get_array_n_items(file, contents)) {
        qpdf_oh_append_item(file, all, qpdf_oh_get_array_item(file, contents, index))
      }
    }
    qpdf_oh_append_item(file, all, stream("\nQ\n" + content))
    qpdf_oh_replace_key(file, page, "/Contents", all)
    let resources = copy(inherited("/Resources", of: page))
    let fonts = copy(qpdf_oh_get_key(file, resources, "/Font"))
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
    qpdf_oh_replace_key(file, fonts, Self.fontKey, qpdf_make_indirect_object(file, qpdf_oh_parse(file, font)))
    qpdf_oh_replace_key(file, resources, "/Font", fonts)
    qpdf_oh_replace_key(file, page, "/Resources", resources)
    return true
  }

  /// A dictionary with the same entries, for this page alone: the one that was there may be other pages' too.
  private func copy(_ dictionary: qpdf_oh) -> qpdf_oh {
    let copy = qpdf_oh_new_dictionary(file)
    for key in keys(of: dictionary, in: file) {
      qpdf_oh_replace_key(file, copy, key, qpdf_oh_get_key(file, dictionary, key))
    }
    return copy
  }

  private func inherited(_ key: String, of page: qpdf_oh) -> qpdf_oh {
    var node = page
    for _ in 0..<64 {
      let value = qpdf_oh_get_key(file, node, key)
      if qpdf_oh_is_dictionary(file, value) != QPDF_FALSE { return value }
      node = qpdf_oh_get_key(file, node, "/Parent")
      guard qpdf_oh_is_dictionary(file, node) != QPDF_FALSE else { break }
    }
    return qpdf_oh_new_dictionary(file)
  }
}

/// The head of a page as a reader shows it, whichever way it is turned.
struct StampedHead {
  private let box: [Double]
  private let rotationDegrees: Int
  private static let sizePoints = 8.0
  private static let smallestPoints = 5.0
  private static let edgePoints = 22.0
  private static let marginPoints = 24.0

  init(file: qpdf_data, page: qpdf_oh) {
    let boxes = PageStructure(file: file, page: page)
    box = boxes.visible
    rotationDegrees = ((boxes.rotation % 360) + 360) % 360
  }

  /// Nil when there is nothing to draw or no room for it.
  func content(_ lines: [(codes: String, width: Int)], font: String) -> String? {
    let (width, height) = (box[2] - box[0], box[3] - box[1])
    let shown = rotationDegrees % 180 == 0 ? (width, height) : (height, width)
    let widest = Double(lines.map(\.width).max() ?? 0) / 1_000
    guard widest > 0, width > 100, height > 100, rotationDegrees % 90 == 0 else { return nil }
    let size = min(Self.sizePoints, (shown.0 - 2 * Self.marginPoints) / widest)
    guard size >= Self.smallestPoints else { return nil }
    var text = "q\n\(turn(width, height)) cm\n0 g\nBT\n"
    for (number, line) in lines.enumerated() {
      let x = (shown.0 - Double(line.width) / 1_000 * size) / 2
      let y = shown.1 - Self.edgePoints - Double(number) * size * 1.2
      text += "\(font) \(Self.number(size)) Tf 1 0 0 1 \(Self.number(x)) \(Self.number(y)) Tm <\(line.codes)> Tj\n"
    }
    return text + "ET\nQ\n"
  }

  /// From the page as it is shown, its lower left corner at 0 0, to the page as it is stored.
  private func turn(_ width: Double, _ height: Double) -> String {
    let parts: [Double] =
      switch rotationDegrees {
      case 90: [0, 1, -1, 0, box[0] + width, box[1]]
      case 180: [-1, 0, 0, -1, box[0] + width, box[1] + height]
      case 270: [0, -1, 1, 0, box[0], box[1] + height]
      default: [1, 0, 0, 1, box[0], box[1]]
      }
    return parts.map(Self.number).joined(separator: " ")
  }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// Whether a stamped copy still says what the paper said.
enum StampCheck {
  /// The same number of pages, and on the first page every line that was there, in order; and one that is new, where one was drawn.
  static func holds(before: [UInt8], after: [UInt8], hasLine: Bool) -> Bool {
    guard let old = TextLayer(bytes: before), let new = TextLayer(bytes: after), old.pageCount == new.pageCount
    else { return false }
    let (was, stands) = (old.lines(of: 0), new.lines(of: 0))
    var rest = was[...]
    for line in stands where rest.first == line { rest = rest.dropFirst() }
    return rest.isEmpty && (!hasLine || stands.count > was.count)
  }
}

extension TextLayer {
  /// The text of a page, line by line; empty when it can't be read.
  func lines(of index: Int32) -> [String] {
    guard let page = poppler_document_get_page(document, index) else { return [] }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    guard let text = poppler_page_get_text(page) else { return [] }
    defer { g_free(text) }
    return String(cString: text).split(separator: "\n").map(String.init)
  }
}
