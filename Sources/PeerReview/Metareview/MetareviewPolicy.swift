/// Who leads the discussion of a paper and sums it up for the chairs, where a call wants that.
public struct MetareviewPolicy: Hashable, Sendable {
  /// The most papers of one metareviewer.
  public let loadMaximum: Int
  /// Metareviewers read reviews as they come in; otherwise from when reviews are due.
  public let readsAtOnce: Bool
  /// Authors read what the metareviewer wrote for them, once decisions are released.
  public let isShownToAuthors: Bool

  public init(loadMaximum: Int, readsAtOnce: Bool, isShownToAuthors: Bool) {
    self.loadMaximum = loadMaximum
    self.readsAtOnce = readsAtOnce
    self.isShownToAuthors = isShownToAuthors
  }

  /// From when metareviewers read reviews, discuss and write.
  public func opens(_ call: Call) -> Instant {
    readsAtOnce ? call.calendar.reviewing.opens : call.calendar.reviewing.closes
  }
}

extension CallFileReader {
  func metareviews(_ file: CallFileSection) -> MetareviewPolicy? {
    guard file.field("metareviews") != nil else { return nil }
    let section = file.section("metareviews", required: ["load-maximum", "reads-reviews", "shown-to-authors"])
    guard section.isRead else { return nil }
    return MetareviewPolicy(
      loadMaximum: section.integer("load-maximum", in: 1...500),
      readsAtOnce: section.choice("reads-reviews", of: ["at-once", "when-due"]) == "at-once",
      isShownToAuthors: section.flag("shown-to-authors"))
  }
}
