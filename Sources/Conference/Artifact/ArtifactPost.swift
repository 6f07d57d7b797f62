internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// Queues a letter about an artifact to one person. Nothing is queued for someone who may not know all that it tells,
  /// whoever causes it; and no chair of the program finds it in the outbox.
  func post<Kind: ArtifactLetter>(
    _ letter: Kind, _ kind: ArtifactMail, to email: String, name: String, about artifact: EvaluatedArtifact
  ) throws {
    let reader =
      try session.person(email: email)
      ?? Person(id: ID(""), email: email, name: "", affiliation: "", orcid: "", timeZone: "")
    let reveal = try reveal(artifact.row.id, artifact.policy, to: reader, at: artifact.row.call)
    let secrets = ArtifactSecret.allCases.filter(Kind.tellsOfArtifact.contains)
    guard secrets.allSatisfy({ !reveal.hides($0) }) else { return }
    // Never held: no chair of the program could release it.
    try session.queue(
      NewLetter(
        id: newToken(), call: artifact.row.call, about: nil, kind: kind.rawValue, toEmail: email, toName: name,
        subject: letter.subject, body: letter.body, secret: false), at: now)
  }

  /// One letter to each contact of the paper, by its current author list.
  func tellContacts<Kind: ArtifactLetter>(
    of artifact: EvaluatedArtifact, _ kind: ArtifactMail, _ letter: (String) -> Kind
  ) throws {
    var seen: Set<String> = []
    for author in try session.authors(of: artifact.row.submission, version: artifact.paper.row.facts.version)
    where author.contact && seen.insert(author.email).inserted {
      try post(letter(author.name), kind, to: author.email, name: author.name, about: artifact)
    }
  }

  /// One letter to each evaluator who has it, but the one who caused it.
  func tellEvaluators<Kind: ArtifactLetter>(
    of artifact: EvaluatedArtifact, but writer: ID<Person>? = nil, _ kind: ArtifactMail,
    _ letter: (Person, EvaluationRow) -> Kind
  ) throws {
    for evaluation in try session.evaluations(of: artifact.row.id) where evaluation.person != writer {
      guard let person = try session.person(evaluation.person) else { continue }
      try post(letter(person, evaluation), kind, to: person.email, name: person.name, about: artifact)
    }
  }
}
