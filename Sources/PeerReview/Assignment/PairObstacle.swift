/// Why a person can't be given a paper.
public enum PairObstacle: String, Hashable, CaseIterable, Sendable {
  /// The paper is a draft, withdrawn or rejected by the desk.
  case notUnderReview = "not under review"
  /// The person wrote it or is in conflict with it (C19). Which of the two is not told.
  case shutOut = "shut out"
  /// The person is not a reviewer of this call, or not any more.
  case noOffice = "no office"
  /// The person had the paper and it was handed back or taken back.
  case ended
  /// The person has another part in the paper's review: nobody writes both a review and the meta-review.
  case otherPart = "other part"

  /// One sentence for chairs who may know of the paper.
  public func sentence(person: String, paper: SubmissionNumber, as role: Role = .reviewer) -> String {
    switch self {
    case .notUnderReview: "\(paper) is not under review any more."
    case .shutOut: "\(person) can't review \(paper): they wrote it or have a conflict of interest with it."
    case .noOffice: "\(person) can't review \(paper): they are not a \(role.title) of this conference."
    case .ended: "\(person) had \(paper) already, and that assignment has ended."
    case .otherPart: "\(person) has another part in the review of \(paper); nobody writes both a review and the meta-review."
    }
  }
}

/// The facts about one person and one paper that a pair depends on.
public struct PairFacts: Hashable, Sendable {
  public let isUnderReview: Bool
  public let isShutOut: Bool
  public let holdsOffice: Bool
  public let hasEnded: Bool
  /// Reviews the paper where a metareviewer is asked for, or the other way round.
  public let hasOtherPart: Bool

  public init(isUnderReview: Bool, isShutOut: Bool, holdsOffice: Bool, hasEnded: Bool, hasOtherPart: Bool = false) {
    self.isUnderReview = isUnderReview
    self.isShutOut = isShutOut
    self.holdsOffice = holdsOffice
    self.hasEnded = hasEnded
    self.hasOtherPart = hasOtherPart
  }
}
