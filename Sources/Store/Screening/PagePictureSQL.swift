public import PeerReview

/// The picture of one page of one file.
public struct PagePictureRow: Sendable {
  /// Counted from 1.
  public let page: Int
  public let sha256: String
  /// Of the page, in hundredths of a point.
  public let widthHundredths: Int
  public let heightHundredths: Int

  public init(page: Int, sha256: String, widthHundredths: Int, heightHundredths: Int) {
    self.page = page
    self.sha256 = sha256
    self.widthHundredths = widthHundredths
    self.heightHundredths = heightHundredths
  }
}

extension Session {
  /// Does nothing for a page that has a picture already: files never change.
  public func put(_ row: PagePictureRow, of manuscript: ID<Manuscript>) throws {
    try execute(
      """
      INSERT INTO page_picture (manuscript_id, page, sha256, width_hundredths, height_hundredths)
      VALUES (\(manuscript), \(row.page), \(row.sha256), \(row.widthHundredths), \(row.heightHundredths))
      ON CONFLICT (manuscript_id, page) DO NOTHING
      """)
  }

  /// By page. The caller has proven the right to the file's findings.
  public func pagePictures(of manuscripts: [ID<Manuscript>]) throws -> [ID<Manuscript>: [Int: PagePictureRow]] {
    let all = try rows(
      """
      SELECT manuscript_id, page, sha256, width_hundredths, height_hundredths FROM page_picture
      WHERE manuscript_id IN \(list: Array(Set(manuscripts)).sorted())
      """
    ) { row in
      (
        manuscript: try row.id(0, of: Manuscript.self),
        picture: PagePictureRow(
          page: try row.int(1), sha256: try row.text(2), widthHundredths: try row.int(3), heightHundredths: try row.int(4))
      )
    }
    return Dictionary(grouping: all, by: \.manuscript).mapValues { pictures in
      Dictionary(pictures.map { ($0.picture.page, $0.picture) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
