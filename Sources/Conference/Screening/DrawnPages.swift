internal import Pages
internal import PeerReview
internal import Screening
internal import Store

/// Pictures of the pages that findings stand on, drawn in the jail and kept as files of their own.
extension Conference {
  private static let pagesLimit = 30

  /// Pages with a finding, those with the gravest first when they are too many.
  static func pagesToDraw(_ report: ScreeningReport) -> [Int] {
    var pages: [Int] = []
    for severity in Screening.Finding.Severity.allCases {
      for finding in report.findings where finding.severity == severity {
        if let page = finding.page, !pages.contains(page), pages.count < pagesLimit { pages.append(page) }
      }
    }
    return pages.sorted()
  }

  /// Keeps what can be drawn. A page that can't is left without a picture, and not tried again.
  func draw(_ pages: [Int], of id: ID<Manuscript>, in path: String, with inspector: any Inspector) async throws {
    let rows = try await inspector.picture(pages: pages, ofFile: path).map { picture in
      PagePictureRow(
        page: picture.page, sha256: try keep(picture.png), widthHundredths: picture.widthHundredths,
        heightHundredths: picture.heightHundredths)
    }
    try await act { act in
      for row in rows { try act.session.put(row, of: id) }
      try act.session.markPictured(id, at: act.now)
    }
  }

  /// Keeps bytes as a file and returns its name.
  func keep(_ bytes: [UInt8]) throws -> String {
    let intake = try files.begin(limitBytes: Int64(bytes.count))
    try intake.append(bytes)
    return try intake.finish().sha256
  }

  /// All bytes of a kept file.
  func bytes(of sha256: String) throws -> [UInt8] {
    let outlet = try files.open(sha256)
    var bytes: [UInt8] = []
    while Int64(bytes.count) < outlet.sizeBytes {
      let next = try outlet.read(at: Int64(bytes.count), limitBytes: 1 << 22)
      if next.isEmpty { break }
      bytes += next
    }
    return bytes
  }

  /// A drawn page with the passage boxed. Reads the disk: not within a transaction.
  func picture(_ drawn: PagePictureRow, of place: PlaceOnPage) throws -> PlacePicture {
    PlacePicture(place, png: try bytes(of: drawn.sha256))
  }
}

extension PlaceOnPage {
  init(_ drawn: PagePictureRow, box: Box?) {
    self.init(
      page: drawn.page, widthPoints: Double(drawn.widthHundredths) / 100, heightPoints: Double(drawn.heightHundredths) / 100,
      box: box.map { .init(left: $0.x0, top: $0.y0, right: $0.x1, bottom: $0.y1) })
  }
}
