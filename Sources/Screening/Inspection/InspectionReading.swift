extension Inspection {
  /// Reads the inspector's records. Never fails: lines that are no record are passed over, missing members get
  /// neutral values, and `ending` tells whether the records are whole.
  public init(jsonLines: [UInt8]) {
    var document: Document?
    var pages: [Page] = []
    var fonts: [Font] = []
    var ending = Ending.missing
    var cpuMicroseconds: Int?
    var peakBytes: Int?
    for line in jsonLines.split(separator: UInt8(ascii: "\n")) {
      guard let record = JSONReading.value(of: line) else { continue }
      switch record["record"]?.text {
      case "document": document = document ?? Document(record)
      case "page": if let page = Page(record) { pages.append(page) }
      case "fonts": fonts.append(contentsOf: (record["fonts"]?.items ?? []).map(Font.init))
      case "stopped": ending = .stopped(record["reason"]?.text ?? "")
      case "end":
        ending = record["truncated"]?.isTrue == true ? .truncated : .complete
        cpuMicroseconds = record["cpuMicroseconds"]?.integer
        peakBytes = record["peakBytes"]?.integer
      default: continue
      }
    }
    self.init(
      document: document, pages: pages, fonts: fonts, ending: ending, cpuMicroseconds: cpuMicroseconds,
      peakBytes: peakBytes)
  }
}

extension Inspection.Document {
  fileprivate init(_ record: JSONValue) {
    var metadata: [Inspection.Entry] = []
    if case .object(let members)? = record["metadata"] {
      metadata = members.compactMap { member in
        member.value.text.map { Inspection.Entry(key: member.key, value: $0) }
      }
    }
    self.init(
      error: record["error"]?.text,
      sizeBytes: record["sizeBytes"]?.integer ?? 0,
      pageCount: record["pages"]?.integer ?? 0,
      pdfVersion: record["pdfVersion"]?.text ?? "",
      headerOffsetBytes: record["headerOffsetBytes"]?.integer ?? 0,
      endsWithMarker: record["endsWithMarker"]?.isTrue ?? false,
      isRepaired: record["repaired"]?.isTrue ?? false,
      isEncrypted: record["encrypted"]?.isTrue ?? false,
      needsPassword: record["needsPassword"]?.isTrue ?? false,
      metadata: metadata,
      xmp: record["xmp"]?.text ?? "",
      javascriptCount: record["javascript"]?.integer ?? 0,
      launchCount: record["launch"]?.integer ?? 0,
      otherActionCount: record["otherActions"]?.integer ?? 0,
      hasOpenAction: record["openAction"]?.isTrue ?? false,
      attachmentCount: record["attachments"]?.integer ?? 0,
      mediaCount: record["media"]?.integer ?? 0)
  }
}

extension Inspection.Page {
  /// Nil without a page number.
  fileprivate init?(_ record: JSONValue) {
    guard let number = record["page"]?.integer, number > 0 else { return nil }
    let size = (record["size"]?.items ?? []).compactMap(\.number)
    self.init(
      number: number,
      widthPoints: size.first ?? 0,
      heightPoints: size.dropFirst().first ?? 0,
      media: Box(record["media"]),
      crop: Box(record["crop"]),
      lines: (record["lines"]?.items ?? []).compactMap { line in
        guard let text = line["text"]?.text, let box = Box(line["box"]) else { return nil }
        return Inspection.Line(
          text: text, box: box, font: line["font"]?.text ?? "", sizePoints: line["size"]?.number ?? 0,
          colour: line["colour"]?.text ?? "000000")
      },
      links: (record["links"]?.items ?? []).compactMap { link in
        guard let address = link["address"]?.text, let box = Box(link["box"]) else { return nil }
        return Inspection.Link(address: address, box: box)
      },
      isUnreadable: record["unreadable"]?.isTrue ?? false,
      hidden: (record["hidden"]?.items ?? []).compactMap(Inspection.HiddenPassage.init),
      contentCharacters: record["contentCharacters"]?.integer ?? 0,
      hiddenCharacters: record["hiddenCharacters"]?.integer ?? 0,
      notes: (record["notes"]?.items ?? []).compactMap(\.text))
  }
}

extension Inspection.HiddenPassage {
  fileprivate init?(_ record: JSONValue) {
    guard let reason = (record["reason"]?.text).flatMap(Reason.init), let text = record["text"]?.text,
      let box = Box(record["box"])
    else { return nil }
    self.init(reason: reason, text: text, box: box, isInFigure: record["inFigure"]?.isTrue ?? false)
  }
}

extension Inspection.Font {
  fileprivate init(_ record: JSONValue) {
    self.init(
      name: record["name"]?.text ?? "",
      kind: record["kind"]?.text ?? "",
      isEmbedded: record["embedded"]?.isTrue ?? false,
      page: record["page"]?.integer,
      characterCount: record["characters"]?.integer ?? 0)
  }
}
