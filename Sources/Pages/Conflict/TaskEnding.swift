import PeerReview

extension SuspectTask {
  /// What somebody has to do for a paper; nil for nothing.
  var badge: Badge? {
    switch self {
    case .nothing: nil
    case .metareview: Badge(label: "Writes the meta-review of this paper", tone: .warning)
    case .review: Badge(label: "Reviews this paper", tone: .warning)
    case .reviewed: Badge(label: "Reviews this paper, review in", tone: .bad)
    }
  }

  /// The box to be ticked before the conflict of `name` is put on record, with what becomes of what they wrote; empty where
  /// nothing ends.
  func ending(_ name: String, _ fields: Fields, isTicked: Bool) -> HTML {
    with(ending(name)) { "\(fields.tick("ends", $0.label, isTicked))<p class=\"help\">\($0.effect)</p>" }
  }

  private func ending(_ name: String) -> (label: String, effect: String)? {
    switch self {
    case .nothing: nil
    case .metareview:
      (
        label: "End the meta-review by \(name)",
        effect: "What was written stays on record. Chairs are told that the paper needs somebody else."
      )
    case .review:
      (
        label: "End the assignment of \(name)",
        effect: "A draft stays on record and goes to nobody. \(name) is told that a review less is needed."
      )
    case .reviewed:
      (
        label: "End the assignment; the review of \(name) is set aside",
        effect: "The review stays on record, but it counts no more: neither the authors nor the other reviewers get it. "
          + "\(name) is told that a review less is needed."
      )
    }
  }
}
