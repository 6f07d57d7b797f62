public import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// What came back with a refused save or upload, so that the page prints it again.
  public struct TypedFinal: Sendable {
    public var final: CameraReady?
    public var version: Int?
    public var problems: [FieldProblem]
    public var refusedUpload: (slot: FileSlot, problems: [FieldProblem])?

    public init(
      final: CameraReady? = nil, version: Int? = nil, problems: [FieldProblem] = [],
      refusedUpload: (slot: FileSlot, problems: [FieldProblem])? = nil
    ) {
      self.final = final
      self.version = version
      self.problems = problems
      self.refusedUpload = refusedUpload
    }
  }

  /// The final version of the viewer's accepted paper: its form, its files, what is missing and by when. Not found before
  /// the release and for papers that are not accepted.
  public func finalVersion(_ id: ID<Submission>, typed: TypedFinal = TypedFinal()) async throws -> FinalVersionPage {
    try await conference.look { act in
      let (paper, isContact) = try loadFinal(id, act)
      let accepts =
        isContact
        && isAllowed { () throws(Refusal) in try CameraReadyRules.upload(paper.facts, call: paper.call, at: act.now) }
      let isStale = typed.version.map { $0 != paper.facts.version } ?? false
      return FinalVersionPage(
        id: id, number: paper.row.number, call: paper.call, final: typed.final ?? paper.final,
        version: typed.version == nil || isStale ? paper.facts.version : typed.version ?? 0, progress: act.progress(paper),
        files: try act.finalPanels(paper, accepts: accepts, tellsWho: true, refused: typed.refusedUpload),
        findings: try act.findings(id, of: \.isFinal, picture: Self.picture(in: id)), accepts: accepts,
        problems: typed.problems, savedElsewhere: isStale && typed.final != nil ? paper.saved?.final : nil)
    }
  }

  /// Saves the form as a new version; what is saved again unchanged makes none. Refuses after it is due, `stale` when another
  /// author saved first, and `invalid` with everything that can't be stored. Returns the version in force.
  @discardableResult
  public func saveFinal(_ id: ID<Submission>, basedOn version: Int, _ typed: CameraReady) async throws -> Int {
    try await conference.act { act in
      let (paper, isContact) = try loadFinal(id, act)
      guard isContact else { throw Refusal.notYours }
      let final = typed.tidied()
      if paper.saved?.final == final { return paper.facts.version }
      try CameraReadyRules.save(paper.facts, basedOn: version, call: paper.call, at: act.now)
      try CameraReadyRules.check(final, call: paper.call)
      let next = paper.facts.version + 1
      try act.session.add(
        CameraReadyRow(version: next, final: final, changes: try final.changesKey(), by: viewer.id, at: act.now), to: id)
      try act.record("save final version", by: viewer, at: call, about: id.text, "version \(next)")
      // Screening reads title and authors from the form.
      if final.title != paper.final.title || final.authors != paper.final.authors,
        let newest = paper.files.first(where: { $0.slot == .final })
      {
        try act.enqueue(.screen(newest.id))
      }
      return next
    }
  }

  /// The paper with the viewer's authorship proven.
  func loadFinal(_ id: ID<Submission>, _ act: Act) throws -> (paper: FinalPaper, isContact: Bool) {
    let (row, versioned, isContact) = try load(id, act)
    let moment = DisclosureMoment(call: versioned.call, releasedAt: try act.session.releasedAt(call), now: act.now)
    try Reveal(.author(contact: isContact), at: moment).require(.finalVersion)
    return (try act.finalPaper(row, versioned.call), isContact)
  }
}
