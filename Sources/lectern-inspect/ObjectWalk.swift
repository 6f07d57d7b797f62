import CQPDF

/// Things in a file that act or carry something beside the pages.
struct ActiveContent {
  var javascript = 0
  var launch = 0
  var otherActions = 0
  var openAction = false
  var attachments = 0
  var media = 0

  func describe(into record: inout JSONText) {
    record.field("javascript", javascript)
    record.field("launch", launch)
    record.field("otherActions", otherActions)
    record.field("openAction", openAction)
    record.field("attachments", attachments)
    record.field("media", media)
  }
}

/// Visits every object reachable from a page or the catalogue once, without recursion and up to a limit.
struct ObjectWalk {
  private let file: qpdf_data
  private var visited: Set<Int> = []
  private var remainingObjects = 2_000_000
  private(set) var fonts: [FontRecord] = []
  private(set) var counts = ActiveContent()

  /// Back references (other pages would count as this one's) and long tables of numbers.
  private static let skipped: Set<String> = [
    "/Parent", "/P", "/Dest", "/D", "/B", "/Pg", "/Widths", "/W", "/ToUnicode", "/Length", "/FontFile", "/FontFile2",
    "/FontFile3", "/CharSet", "/ColorSpace", "/ParentTree", "/StructParents", "/Differences", "/MediaBox", "/Rect",
  ]

  init(file: qpdf_data) {
    self.file = file
  }

  mutating func visit(_ start: qpdf_oh, page: Int?, links: inout [PageLink]) {
    var pending = [start]
    while let object = pending.popLast() {
      remainingObjects -= 1
      guard remainingObjects > 0 else { return }
      if qpdf_oh_is_indirect(file, object) != QPDF_FALSE {
        guard visited.insert(Int(qpdf_oh_get_object_id(file, object))).inserted else { continue }
      }
      if qpdf_oh_is_array(file, object) != QPDF_FALSE {
        let count = max(0, qpdf_oh_get_array_n_items(file, object))
        for index in 0..<min(count, 100_000) {
          let item = qpdf_oh_get_array_item(file, object, index)
          if isContainer(item) { pending.append(item) } else { qpdf_oh_release(file, item) }
        }
      } else if qpdf_oh_is_stream(file, object) != QPDF_FALSE {
        pending.append(contentsOf: enter(qpdf_oh_get_dict(file, object), page: page, links: &links))
      } else if qpdf_oh_is_dictionary(file, object) != QPDF_FALSE {
        pending.append(contentsOf: enter(object, page: page, links: &links))
      }
    }
  }

  private func isContainer(_ object: qpdf_oh) -> Bool {
    qpdf_oh_is_dictionary(file, object) != QPDF_FALSE || qpdf_oh_is_array(file, object) != QPDF_FALSE
      || qpdf_oh_is_stream(file, object) != QPDF_FALSE
  }

  private mutating func enter(_ dictionary: qpdf_oh, page: Int?, links: inout [PageLink]) -> [qpdf_oh] {
    let keys = keys(of: dictionary, in: file)
    var children: [qpdf_oh] = []
    for key in keys where !Self.skipped.contains(key) {
      note(key, in: dictionary, page: page, links: &links)
      let value = qpdf_oh_get_key(file, dictionary, key)
      if isContainer(value) { children.append(value) } else { qpdf_oh_release(file, value) }
    }
    return children
  }

  private mutating func note(_ key: String, in dictionary: qpdf_oh, page: Int?, links: inout [PageLink]) {
    switch key {
    case "/OpenAction":
      // An array is a plain view of a page, which TeX writes into every file.
      if qpdf_oh_is_dictionary(file, qpdf_oh_get_key(file, dictionary, key)) != QPDF_FALSE {
        let action = name("/S", of: qpdf_oh_get_key(file, dictionary, key), in: file)
        if action != "/GoTo" { counts.openAction = true }
      }
    case "/S": noteAction(dictionary)
    case "/JS": if name("/S", of: dictionary, in: file) != "/JavaScript" { counts.javascript += 1 }
    case "/EF": counts.attachments += 1
    case "/Type":
      if name(key, of: dictionary, in: file) == "/Font", let font = FontRecord(file: file, font: dictionary, page: page) {
        fonts.append(font)
      }
    case "/Subtype":
      switch name(key, of: dictionary, in: file) {
      case "/Link": if let link = PageLink(file: file, annotation: dictionary) { links.append(link) }
      case "/RichMedia", "/Movie", "/Sound", "/3D", "/Screen": counts.media += 1
      default: break
      }
    default: break
    }
  }

  private mutating func noteAction(_ dictionary: qpdf_oh) {
    switch name("/S", of: dictionary, in: file) {
    case "/JavaScript": counts.javascript += 1
    case "/Launch": counts.launch += 1
    case "/SubmitForm", "/ImportData", "/GoToE", "/RichMediaExecute": counts.otherActions += 1
    default: break
    }
  }
}
