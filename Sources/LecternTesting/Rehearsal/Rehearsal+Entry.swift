internal import Conference
internal import PeerReview

extension Rehearsal {
  /// The form as this paper's authors fill it in, by the call's own keys.
  func entry(of index: Int) -> AuthorDesk.Entry {
    let sample = plan.papers[index]
    let track = track(of: sample)
    let limits = call.limits
    var content = SubmissionContent(
      track: track.key, title: fitting(sample.title, characters: limits.titleCharacters),
      abstract: fitting(sample.abstract, words: limits.abstractWords),
      keywords: Array(sample.keywords.prefix(call.keywordsLimit ?? 0)), topics: topics(of: sample, on: track))
    for statement in track.statements {
      content.answers.statements[statement.key] = fitting(
        sample.statement(label: statement.label), words: statement.limitWords)
    }
    for declaration in call.declarations(of: track) { answer(declaration, sample, &content.answers) }
    if let exception = exception(sample) {
      content.answers.exceptions[exception.key] = sample.declarations.earlierVersionText
    }
    var authors = sample.authors.enumerated().map { position, person in
      Author(
        name: person.name, email: person.email, affiliation: person.affiliation.name, orcid: person.orcid,
        contact: position == sample.contactIndex)
    }
    nameServing(index, &authors, &content.answers)
    if isSignedByChair(index) {
      let chair = plan.chairs[1]
      authors.append(Author(name: chair.name, email: chair.email, affiliation: chair.affiliation.name))
    }
    return AuthorDesk.Entry(content: content, authors: authors, conflicts: conflicts(of: index))
  }

  /// The second chair signs a paper too, so that every chair's page has something to leave out.
  func isSignedByChair(_ index: Int) -> Bool {
    index == 2 && plan.chairs.count > 1 && plan.papers[index].authors.count < call.limits.authorsPerSubmission
  }

  /// Names as many authors to serve as the call asks for, those first who review already. Where the call takes reasons, too few
  /// authors, and now and then enough of them, say why nobody does.
  private func nameServing(_ index: Int, _ authors: inout [Author], _ answers: inout SubmissionAnswers) {
    guard let policy = call.reciprocal else { return }
    let known = authors.indices.filter { isReviewer(authors[$0]) }
    let others = authors.indices.filter { !known.contains($0) }
    let serving = (known + others).prefix(policy.reviewers)
    if policy.takesReasons && (serving.count < policy.reviewers || index % 9 == 4) {
      answers.exemption = "None of us has reviewed for a conference yet."
      return
    }
    for place in serving { authors[place].serves = true }
  }

  private func isReviewer(_ author: Author) -> Bool { plan.reviewers.contains { $0.person.email == author.email } }

  func track(of sample: SamplePaper) -> Track {
    call.track(sample.industrial ? "industrial" : "research") ?? call.tracks[0]
  }

  /// Those of the paper that its track takes; where neither these nor keywords are left, the first of the track.
  private func topics(of sample: SamplePaper, on track: Track) -> [String] {
    let taken = call.topics(of: track).map(\.key)
    let chosen = sample.topicKeys.filter(taken.contains).prefix(call.limits.topicsPerSubmission)
    return Array(chosen.isEmpty && call.keywordsLimit == nil ? taken.prefix(1) : chosen)
  }

  private func fitting(_ text: String, words limit: Int) -> String {
    Words.count(text) <= limit ? text : text.split(whereSeparator: \.isWhitespace).prefix(limit).joined(separator: " ")
  }

  private func fitting(_ text: String, characters limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit).split(separator: " ").joined(separator: " ")
  }

  /// Authors declare those conflicts they know of: shared affiliations and recent co-authors on the committee.
  private func conflicts(of index: Int) -> [DeclaredConflict] {
    let kind = call.conflictKinds.first?.key ?? ""
    return plan.conflicts.filter { $0.paper == index && $0.reason != .author }.map { conflict in
      let person = plan.reviewers[conflict.reviewer].person
      return DeclaredConflict(email: person.email, name: person.name, kind: kind)
    }
  }

  private func answer(_ declaration: Declaration, _ sample: SamplePaper, _ answers: inout SubmissionAnswers) {
    switch declaration.answer {
    case .confirm: answers.declarations[declaration.key] = "yes"
    case .choose(let options):
      let use = sample.declarations.languageModelUse
      let quiet = options.first { !$0.wantsText }
      let chosen = use == .none ? quiet : options.first { $0.wantsText } ?? quiet
      guard let option = chosen ?? options.first else { return }
      answers.declarations[declaration.key] = option.key
      if option.wantsText { answers.declarationTexts[declaration.key] = sample.declarations.languageModelText }
    }
  }

  /// The one the paper claims.
  func exception(_ sample: SamplePaper) -> DualSubmissionException? {
    let prefix: String? =
      switch sample.declarations.earlierVersion {
      case .none: nil
      case .journal: "journal"
      case .nonArchival: "non-archival"
      case .technicalReport: "technical"
      case .workshop: "workshop"
      }
    return prefix.flatMap { prefix in call.dualSubmissionExceptions.first { $0.key.hasPrefix(prefix) } }
  }
}
