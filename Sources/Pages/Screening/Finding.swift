public import PeerReview

/// One thing screening noticed.
public struct Finding: Hashable, Sendable {
  public enum Severity: Hashable, Sendable { case note, warning, violation }
  /// Such as `refs.et_al`; empty for what no rule of screening says.
  public let code: String
  public let severity: Severity
  public let slot: FileSlot
  /// What was found, where, and what to do about it.
  public let sentence: String
  /// Counted from 1.
  public let page: Int?
  /// What the call says; may be empty.
  public let rule: String
  public let picture: FindingPicture?
  public init(
    code: String = "", severity: Severity, slot: FileSlot, sentence: String, page: Int?, rule: String = "",
    picture: FindingPicture? = nil
  ) {
    self.code = code
    self.severity = severity
    self.slot = slot
    self.sentence = sentence
    self.page = page
    self.rule = rule
    self.picture = picture
  }
}

/// Where a finding stands, as a drawing.
public struct FindingPicture: Hashable, Sendable {
  public let link: Link
  public let place: PlaceOnPage
  public init(link: Link, place: PlaceOnPage) {
    self.link = link
    self.place = place
  }
}
