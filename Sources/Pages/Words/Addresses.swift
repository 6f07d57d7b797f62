import PeerReview

/// The addresses that several pages point at.
extension Link {
  static func submission(_ id: ID<Submission>) -> Link { "/submissions/\(id)" }
  static func submissionFile(_ id: ID<Submission>, _ slot: FileSlot, _ version: Int) -> Link {
    "/submissions/\(id)/files/\(slot.rawValue)/\(version)"
  }
  static func reassignment(_ id: ID<Person>) -> Link { "/chair/reassignment/\(id)" }
  static func metareview(_ id: ID<Metareview>) -> Link { "/metareviews/\(id)" }
  static func review(_ id: ID<Assignment>) -> Link { "/reviews/\(id)" }
  static func delegation(_ id: ID<Assignment>) -> Link { "/reviews/\(id)/delegation" }
  static func delegated(_ id: ID<Delegation>) -> Link { "/delegated/\(id)" }
  static func chairSubmission(_ id: ID<Submission>) -> Link { "/chair/submissions/\(id)" }
  /// The chairs' tags, with a search for the papers to be tagged.
  static func figures(_ query: String) -> Link { "/chair/figures?q=\(query)" }
  static func letterDraft(_ id: ID<LetterDraft>) -> Link { "/chair/letters/write?draft=\(id.text)" }
  static func tags(_ query: String) -> Link { "/chair/tags?q=\(query)" }
  /// Rejecting without review all that a search finds.
  static func rejections(_ query: String) -> Link { "/chair/desk-rejections?q=\(query)" }
  static func chairSearch(_ query: String) -> Link { "/chair/submissions?q=\(query)" }
  static func chairFinal(_ id: ID<Submission>) -> Link { "/chair/final/\(id)" }
  static func evaluation(_ id: ID<Evaluation>) -> Link { "/evaluations/\(id)" }
  static func artifact(_ id: ID<Artifact>) -> Link { "/artifacts/\(id)" }
  static func plan(_ id: ID<Plan>) -> Link { "/chair/assignment/plans/\(id)" }
  /// The plan's page with why the paper has its reviewers.
  static func why(_ paper: ID<Submission>, in plan: ID<Plan>) -> Link { "/chair/assignment/plans/\(plan)?why=\(paper)" }
}
