public import PeerReview

/// One sign of a conflict in words, and the author it is about.
public struct ConflictEvidenceLine: Hashable, Sendable {
  /// Empty where it is plain.
  public let author: String
  public let sentence: String
  public init(author: String, sentence: String) {
    self.author = author
    self.sentence = sentence
  }

  var html: HTML { "<li>\(when(!author.isEmpty) { "<strong>\(author)</strong>: " })\(sentence)</li>" }
}

/// A conflict someone may have forgotten, to confirm or to wave away.
public struct ConflictSuggestion: Hashable, Sendable {
  /// Of the committee; nil for someone else, whose address has to be typed.
  public let member: ID<Person>?
  /// What tells one suggestion from another.
  public let about: String
  public let name: String
  public let affiliation: String
  /// Key of the kind it speaks for; empty when none fits.
  public let kind: String
  public let evidence: [ConflictEvidenceLine]
  public init(
    member: ID<Person>?, about: String, name: String, affiliation: String, kind: String, evidence: [ConflictEvidenceLine]
  ) {
    self.member = member
    self.about = about
    self.name = name
    self.affiliation = affiliation
    self.kind = kind
    self.evidence = evidence
  }

  /// Without a way to answer it.
  var html: HTML {
    """
    <strong>\(name)</strong>\(when(!affiliation.isEmpty) { ", \(affiliation)" })
    <ul>\(each(evidence) { $0.html })</ul>
    """
  }
}
