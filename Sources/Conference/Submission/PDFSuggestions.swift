internal import Pages
internal import PeerReview
internal import Screening
internal import Store

extension Act {
  /// What the paper's newest manuscript says of title and abstract where these say something else; nil before it was read. The
  /// caller has proven the right to the original files.
  func suggestion(_ id: ID<Submission>, title: String, abstract: String) throws -> PDFSuggestion? {
    guard let found = try suggestion(id) else { return nil }
    return PDFSuggestion(
      title: found.differs(fromTitle: title) ? found.title : nil,
      abstract: found.differs(fromAbstract: abstract) ? found.abstract : nil)
  }

  private func suggestion(_ id: ID<Submission>) throws -> PaperSuggestion? {
    guard let newest = try newestFiles(of: id).first(where: { $0.slot == .manuscript }), newest.deletedAt == nil else {
      return nil
    }
    return try session.screening(of: newest.id).flatMap { try ScreeningReport(stored: $0.report).suggestion }
  }

  /// The fields with what the manuscript says in place of those asked for, and which that are. Nothing is stored.
  func taking(
    _ wanted: Set<PDFSuggestion.Field>, from id: ID<Submission>, into fields: SubmissionFields
  ) throws -> (fields: SubmissionFields, taken: [PDFSuggestion.Field]) {
    let content = fields.content
    guard !wanted.isEmpty, let found = try suggestion(id, title: content.title, abstract: content.abstract) else {
      return (fields, [])
    }
    let title = wanted.contains(.title) ? found.title : nil
    let abstract = wanted.contains(.abstract) ? found.abstract : nil
    let taken = [title.map { _ in PDFSuggestion.Field.title }, abstract.map { _ in .abstract }].compactMap { $0 }
    return (fields.with(title: title ?? content.title, abstract: abstract ?? content.abstract), taken)
  }
}
