internal import Conference
internal import Pages
internal import PeerReview

extension Rehearsal {
  /// Chairs and reviewers take office and say what they know, the week before submissions open.
  func formCommittee() async throws {
    for chair in plan.chairs { try await cast.appoint(chair, .chair) }
    for reviewer in plan.reviewers {
      try await cast.appoint(reviewer.person, .reviewer)
      let levels = Dictionary(
        reviewer.expertise.map { ($0.topicKey, $0.level >= 3 ? 2 : 1) }, uniquingKeysWith: { first, _ in first })
      try await cast.reviewer(reviewer.person).setExpertise(levels)
    }
    try await runner.runDue()
  }

  /// Papers come in over the period, most of them late: registered with what their form says, and completed at once or, where
  /// registration closes before submissions do, later. A few stay drafts, a few are withdrawn.
  func submitPapers() async throws {
    let stop = Rehearsal.stop(.submission, call)
    try await mustBeRefused("register before submissions open") { try await register(0) }
    let steps = steps().filter { options.until > .submission || $0.at < stop }
    let closes = call.calendar.registering.closes
    for step in steps where step.at < closes { try await take(step) }
    let closesBefore = closes < call.calendar.submission.closes
    if closesBefore && (options.until > .submission || closes < stop) {
      clock.advance(to: closes)
      try await mustBeRefused("registration after it closed") { try await registerTooLate() }
    }
    for step in steps where step.at >= closes { try await take(step) }
    if options.until == .submission {
      clock.advance(to: options.endingAt ?? stop)
    }
    try await runner.runDue()
  }

  /// What a paper's authors do at a moment of the submission period: they register it, or complete and submit it.
  private struct Step {
    let paper: Int
    let at: Instant
    let completes: Bool
  }

  /// Two of each paper, the earlier one within the time for registering.
  private func steps() -> [Step] {
    var times = random.stream("times")
    let calendar = call.calendar
    var steps: [Step] = []
    for paper in plan.papers.indices {
      let percent = Int64([5, 30, 55, 70, 74, 77, 85, 92, 97, 99][times.int(below: 10) ?? 0])
      for (period, completes) in [(calendar.registering, false), (calendar.submission, true)] {
        let moment = period.moment(percent: percent).adding(.seconds(Int64(paper) * 7))
        let last = period.closes.adding(Span(microseconds: -1))
        steps.append(Step(paper: paper, at: min(moment, last), completes: completes))
      }
    }
    return steps.sorted { ($0.at, $0.paper, $0.completes ? 1 : 0) < ($1.at, $1.paper, $1.completes ? 1 : 0) }
  }

  private func take(_ step: Step) async throws {
    clock.advance(to: step.at)
    if step.completes { return try await complete(step.paper) }
    try await register(step.paper)
    tally.count(.submission, "registered")
  }

  private func complete(_ index: Int) async throws {
    let sample = plan.papers[index]
    guard let paper = papers[index] else { return }
    let desk = try await cast.author(contact(of: sample))
    try await upload(SamplePDF.manuscript(of: sample, options: pdfOptions(index)), to: .manuscript, of: paper.id, desk)
    papers[index]?.hasManuscript = true
    if index % 3 == 0 { try await upload(SamplePDF.appendix(of: sample), to: .appendix, of: paper.id, desk) }
    if FileRules.requires(.supplement, track: track(of: sample).key, call: call) {
      try await upload(SampleArchive.zip("print(\(index))\n", named: "run.py"), to: .supplement, of: paper.id, desk)
    }
    if exception(sample)?.wantsPaper == true {
      try await upload(SamplePDF.manuscript(of: sample, options: .init(mainPages: 4)), to: .workshop, of: paper.id, desk)
    }
    if index % 17 == 5 {
      tally.count(.submission, "left as drafts")
      return
    }
    try await desk.submit(paper.id)
    papers[index]?.isSubmitted = true
    tally.count(.submission, "submitted")
    if index % 23 == 7 {
      try await desk.withdraw(paper.id, reason: "We found a mistake in the evaluation.")
      papers[index]?.isWithdrawn = true
      tally.count(.submission, "withdrawn")
    }
    try await runner.runDue()
  }

  private func register(_ index: Int) async throws {
    guard plan.papers.indices.contains(index) else { throw Refusal.notFound }
    let sample = plan.papers[index]
    let desk = try await cast.author(contact(of: sample))
    let id = try await desk.register(entry(of: index))
    let again = try await desk.register(entry(of: index))
    if id != again { tally.violations.append("the same form posted twice made two papers") }
    papers[index] = RehearsedPaper(id: id)
    numbers[try await desk.page(id).number] = index
  }

  /// The deadline holds to the second, at every way in, once the call's grace is over too.
  func tryAfterDeadline() async throws {
    clock.advance(to: call.calendar.completing.closes)
    guard let (index, paper) = papers.sorted(by: { $0.key < $1.key }).first(where: { $0.value.isUnderReview }) else { return }
    let sample = plan.papers[index]
    let desk = try await cast.author(contact(of: sample))
    try await mustBeRefused("upload at the second of the deadline") {
      try await upload(SamplePDF.manuscript(of: sample, options: .init(mainPages: 5)), to: .manuscript, of: paper.id, desk)
    }
    try await mustBeRefused("change of track after the deadline") {
      var entry = entry(of: index)
      entry.content.track = call.tracks.first { $0.key != entry.content.track }?.key ?? ""
      try await desk.save(paper.id, basedOn: 1, entry)
    }
    try await mustBeRefused("registration after the deadline") { try await registerTooLate() }
  }

  private func registerTooLate() async throws {
    guard let sample = plan.papers.first else { throw Refusal.notFound }
    _ = try await cast.author(contact(of: sample)).register(
      AuthorDesk.Entry(content: SubmissionContent(title: "Too late", abstract: "Too late."), authors: [], conflicts: []))
  }

  private func upload(_ bytes: [UInt8], to slot: FileSlot, of id: ID<Submission>, _ desk: AuthorDesk) async throws {
    let upload = try await desk.beginUpload(to: slot, of: id)
    try upload.append(bytes)
    _ = try await upload.finish()
    tally.count(.submission, "files")
  }

  func contact(of paper: SamplePaper) -> SamplePerson {
    paper.authors.indices.contains(paper.contactIndex) ? paper.authors[paper.contactIndex] : paper.authors[0]
  }

  private func pdfOptions(_ index: Int) -> SamplePDF.Options {
    let variant: SamplePDF.Variant =
      switch index % 30 {
      case 3: .overlong
      case 9: .authorsOnFirstPage
      case 13: .truncatedReferences
      case 19: .authorsInMetadata
      case 24: .a4
      default: .conforming
      }
    return SamplePDF.Options(mainPages: variant == .overlong ? 11 : 6 + index % 5, variant: variant)
  }
}
