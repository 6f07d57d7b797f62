public import Pages
public import PeerReview
internal import Store

/// What a publication chair can do at one call: final versions of accepted papers, and the order they are printed in. Nothing of
/// reviews, reviewers or the discussion is reached from it. Whoever wrote a paper or is in conflict with it does not find it here.
///
/// These are the chairs' own operations, proven by this office and disclosed to its standing.
public struct PublicationDesk: Sendable {
  private let desk: ChairDesk

  init(_ desk: ChairDesk) {
    self.desk = desk
  }

  public func finalVersions() async throws -> FinalVersionsPage { try await desk.finalVersions() }

  public func finalVersion(
    _ id: ID<Submission>, note: String = "", problems: [FieldProblem] = []
  ) async throws -> ChairFinalVersionPage {
    try await desk.finalVersion(id, note: note, problems: problems)
  }

  /// As `ChairDesk.judgeChanges`.
  public func judgeChanges(
    _ id: ID<Submission>, basedOn version: Int, approved: Bool, note: String
  ) async throws {
    try await desk.judgeChanges(id, basedOn: version, approved: approved, note: note)
  }

  /// As `ChairDesk.extendFinal`.
  public func extendFinal(_ id: ID<Submission>, days: Int) async throws { try await desk.extendFinal(id, days: days) }

  /// As `ChairDesk.remindOfFinals`.
  public func remindOfFinals() async throws -> Int { try await desk.remindOfFinals() }

  public func proceedings(
    typed: ChairDesk.Arrangement? = nil, problems: [FieldProblem] = []
  ) async throws -> ProceedingsPage {
    try await desk.proceedings(typed: typed, problems: problems)
  }

  /// As `ChairDesk.arrange`.
  public func arrange(_ typed: ChairDesk.Arrangement) async throws { try await desk.arrange(typed) }

  /// Any version of a file of the final version.
  public func file(_ slot: FileSlot, version: Int, of id: ID<Submission>) async throws -> StoredCopy {
    try await desk.finalFile(slot, version: version, of: id)
  }
}
