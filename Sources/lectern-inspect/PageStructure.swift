import CQPDF

/// A link annotation with the address it opens.
struct PageLink {
  let address: String
  /// x0, y0, x1, y1 from the lower left corner of the paper.
  let rectangle: [Double]

  init?(file: qpdf_data, annotation: qpdf_oh) {
    let action = qpdf_oh_get_key(file, annotation, "/A")
    guard qpdf_oh_is_dictionary(file, action) != QPDF_FALSE else { return nil }
    let value = qpdf_oh_get_key(file, action, "/URI")
    guard qpdf_oh_is_string(file, value) != QPDF_FALSE, let text = qpdf_oh_get_utf8_value(file, value) else { return nil }
    address = String(String(cString: text).prefix(2_048))
    rectangle = numbers(qpdf_oh_get_key(file, annotation, "/Rect"), in: file) ?? [0, 0, 0, 0]
  }
}

/// The boxes and links of a page as its dictionary states them.
struct PageStructure {
  private var media: [Double]?
  private var crop: [Double]?
  private var rotationDegrees = 0
  var links: [PageLink] = []
  /// What a reader shows of the page as it is stored, and by how much it is turned for that.
  var visible: [Double] { crop ?? media ?? [0, 0, 612, 792] }
  var rotation: Int { rotationDegrees }
  private var hidden = HiddenText()
  private var notes: [String] = []
  private static let notesLimit = 200

  init(file: qpdf_data, page: qpdf_oh) {
    var node = page
    var level = 0
    // Boxes are inherited; the bound ends a tree that refers to itself.
    while level < 64, qpdf_oh_is_dictionary(file, node) != QPDF_FALSE {
      if media == nil { media = numbers(qpdf_oh_get_key(file, node, "/MediaBox"), in: file) }
      if crop == nil { crop = numbers(qpdf_oh_get_key(file, node, "/CropBox"), in: file) }
      let rotation = qpdf_oh_get_key(file, node, "/Rotate")
      if rotationDegrees == 0, qpdf_oh_is_integer(file, rotation) != QPDF_FALSE {
        rotationDegrees = Int(qpdf_oh_get_int_value_as_int(file, rotation))
      }
      node = qpdf_oh_get_key(file, node, "/Parent")
      level += 1
    }
  }

  /// Looks for text that is not seen, on the page and in its annotations.
  mutating func search(_ file: qpdf_data, page: qpdf_oh, fonts: FontShelf) {
    let shown = visible
    let visible = Area(x0: shown[0], y0: shown[1], x1: shown[2], y1: shown[3])
    hidden = HiddenText(file: file, page: page, visible: visible, fonts: fonts)
    let annotations = qpdf_oh_get_key(file, page, "/Annots")
    guard qpdf_oh_is_array(file, annotations) != QPDF_FALSE else { return }
    for index in 0..<min(2_000, max(0, qpdf_oh_get_array_n_items(file, annotations))) where notes.count < Self.notesLimit {
      let value = qpdf_oh_get_key(file, qpdf_oh_get_array_item(file, annotations, index), "/Contents")
      guard qpdf_oh_is_string(file, value) != QPDF_FALSE, let text = qpdf_oh_get_utf8_value(file, value) else { continue }
      notes.append(String(String(cString: text).prefix(2_048)))
    }
  }

  func describe(into record: inout JSONText) {
    hidden.describe(into: &record, visible: visible)
    if !notes.isEmpty {
      record.key("notes")
      record.openArray()
      for note in notes { record.string(note) }
      record.closeArray()
    }
    if let media { record.field("media", media) }
    if let crop { record.field("crop", crop) }
    if rotationDegrees != 0 { record.field("rotationDegrees", rotationDegrees) }
    guard !links.isEmpty else { return }
    let visible = crop ?? media ?? [0, 0, 0, 0]
    record.key("links")
    record.openArray()
    for link in links.prefix(2_000) {
      record.open()
      record.field("address", link.address)
      let box = link.rectangle
      record.field("box", [box[0] - visible[0], visible[3] - box[3], box[2] - visible[0], visible[3] - box[1]])
      record.close()
    }
    record.closeArray()
  }
}

/// Four numbers as a rectangle with its lower left corner first, or nil for anything else.
func numbers(_ array: qpdf_oh, in file: qpdf_data) -> [Double]? {
  guard qpdf_oh_is_array(file, array) != QPDF_FALSE, qpdf_oh_get_array_n_items(file, array) == 4 else { return nil }
  var values: [Double] = []
  for index in Int32(0)..<4 {
    let item = qpdf_oh_get_array_item(file, array, index)
    guard qpdf_oh_is_number(file, item) != QPDF_FALSE else { return nil }
    values.append(qpdf_oh_get_numeric_value(file, item))
  }
  return [min(values[0], values[2]), min(values[1], values[3]), max(values[0], values[2]), max(values[1], values[3])]
}
