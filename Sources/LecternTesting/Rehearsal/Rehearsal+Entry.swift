internal import Conference
internal import PeerReview

extension Rehearsal {
  /// The form as this paper's authors fill it in, by the call's own keys.
  func entry(of index: Int) -> AuthorDesk.Entry {
    let sample = plan.papers[index]
    let track = call.track(sample.industrial ? "industrial" : "research") ?? call.tracks[0]
    let topics = call.topics(of: track).map(\.key)
    var content = SubmissionContent(
      track: track.key, title: sample.title, abstract: sample.abstract, keywords: sample.keywords,
      topics: Array(sample.topicKeys.filter(topics.contains).prefix(call.limits.topicsPerSubmission)))
    for statement in track.statements {
      content.answers.statements[statement.key] = sample.statement(label: statement.label)
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
    // The second chair signs a paper too, so that every chair's page has something to leave out.
    if index == 2, plan.chairs.count > 1 {
      let chair = plan.chairs[1]
      authors.append(Author(name: chair.name, email: chair.email, affiliation: chair.affiliation.name))
    }
    return AuthorDesk.Entry(content: content, authors: authors, conflicts: conflicts(of: index))
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

  func claims(_ sample: SamplePaper, _ kind: String) -> Bool {
    sample.declarations.earlierVersion.rawValue == kind && exception(sample) != nil
  }

  private func exception(_ sample: SamplePaper) -> DualSubmissionException? {
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
