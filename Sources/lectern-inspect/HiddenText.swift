import CQPDF

/// Text of a page that a reader does not see, joined to passages.
struct HiddenText {
  struct Passage {
    let reason: HiddenReason
    let isNested: Bool
    var text: String
    var area: Area
  }

  private(set) var passages: [Passage] = []
  /// Characters of the page's content, seen or not, and of those that are not seen.
  private(set) var shownCharacters = 0
  private(set) var hiddenCharacters = 0
  /// There was more than an inspection looks at.
  private(set) var isPartial = false

  private static let passagesLimit = 200
  private static let charactersLimit = 20_000

  init() {}

  init(file: qpdf_data, page: qpdf_oh, visible: Area, fonts: FontShelf) {
    guard fonts.remainingOperators > 0 else {
      isPartial = true
      return
    }
    var node = page
    var level = 0
    // Resources are inherited; the bound ends a tree that refers to itself.
    while level < 64, qpdf_oh_has_key(file, node, "/Resources") == QPDF_FALSE,
      qpdf_oh_is_dictionary(file, qpdf_oh_get_key(file, node, "/Parent")) != QPDF_FALSE
    {
      node = qpdf_oh_get_key(file, node, "/Parent")
      level += 1
    }
    var walk = ContentWalk(file: file, visible: visible, fonts: fonts)
    isPartial = !walk.run(page: page, resources: qpdf_oh_get_key(file, node, "/Resources"))
    for run in walk.painting.runs { take(run, codes: walk.codes) }
  }

  private mutating func take(_ run: TextRun, codes: [UInt8]) {
    let count = run.codes.count / (run.font?.codeBytes ?? 1)
    shownCharacters &+= count
    guard let reason = run.reason else { return }
    hiddenCharacters &+= count
    guard hiddenCharacters < Self.charactersLimit else { return }
    let text = Self.text(of: run, codes: codes)
    guard !text.isEmpty else { return }
    if let last = passages.last, last.reason == reason, last.isNested == run.isNested, last.text.utf8.count < 4_000 {
      // Letters set one by one stand close to each other.
      let touches = abs(last.area.x1 - run.area.x0) < 1.2 && !last.area.misses(run.area)
      passages[passages.count - 1].text += (touches ? "" : " ") + text
      passages[passages.count - 1].area = last.area.union(run.area)
    } else if passages.count < Self.passagesLimit {
      passages.append(Passage(reason: reason, isNested: run.isNested, text: text, area: run.area))
    }
  }

  private static func text(of run: TextRun, codes: [UInt8]) -> String {
    guard let font = run.font, font.codeBytes == 2 else {
      return codes[run.codes].map { run.font?.text(of: Int($0)) ?? String(UnicodeScalar($0)) }.joined()
    }
    var text = ""
    var index = run.codes.lowerBound
    while index + 1 < run.codes.upperBound {
      let code = Int(codes[index]) << 8 | Int(codes[index + 1])
      text += code == 0xFFFF ? " " : font.text(of: code)
      index += 2
    }
    return text
  }

  func describe(into record: inout JSONText, visible: [Double]) {
    record.field("contentCharacters", shownCharacters)
    if isPartial { record.field("contentPartial", true) }
    guard hiddenCharacters > 0 else { return }
    record.field("hiddenCharacters", hiddenCharacters)
    record.key("hidden")
    record.openArray()
    for passage in passages {
      record.open()
      record.field("reason", passage.reason.rawValue)
      record.field("text", passage.text)
      if passage.isNested { record.field("inFigure", true) }
      let area = passage.area
      record.field("box", [area.x0 - visible[0], visible[3] - area.y1, area.x1 - visible[0], visible[3] - area.y0])
      record.close()
    }
    record.closeArray()
  }
}
