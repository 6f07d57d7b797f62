/// What can't be stored even in a draft: sizes beyond the call's limits and keys the call doesn't know.
public enum ContentRules {
  /// Refuses `invalid` with every problem at once. A draft may be incomplete, but never out of bounds; where
  /// papers have to be registered, it has a title and an abstract.
  public static func check(
    _ content: SubmissionContent, authors: [Author], conflicts: [DeclaredConflict], call: Call
  ) throws(Refusal) {
    let problems =
      contentProblems(content, call: call) + answerProblems(content.answers, call: call)
      + authorProblems(authors, call: call)
      + AuthorshipRules.reciprocalProblems(authors, exemption: content.answers.exemption, call: call)
      + conflictProblems(conflicts, authors: authors, call: call)
    if !problems.isEmpty { throw .invalid(problems) }
  }

  private static func contentProblems(_ content: SubmissionContent, call: Call) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let limits = call.limits
    if call.calendar.registration != nil {
      if Words.isBlank(content.title) { problems.append(FieldProblem("title", "A paper is registered with its title.")) }
      if Words.isBlank(content.abstract) { problems.append(FieldProblem("abstract", "A paper is registered with its abstract.")) }
    }
    if content.title.count > limits.titleCharacters {
      problems.append(FieldProblem("title", "The title has more than \(limits.titleCharacters) characters. Shorten it."))
    }
    let words = Words.count(content.abstract)
    if words > limits.abstractWords {
      problems.append(FieldProblem("abstract", "The abstract has \(words) words; the limit is \(limits.abstractWords)."))
    }
    if !content.track.isEmpty && call.track(content.track) == nil {
      problems.append(FieldProblem("track", "Choose one of the call's tracks."))
    }
    let topics = call.track(content.track).map { call.topics(of: $0) } ?? call.topics
    if content.topics.contains(where: { key in !topics.contains { $0.key == key } }) {
      problems.append(FieldProblem("topics", "Choose topics from the call's list; add others as keywords."))
    }
    if Set(content.topics).count > limits.topicsPerSubmission {
      problems.append(FieldProblem("topics", "Choose at most \(limits.topicsPerSubmission) topics."))
    }
    if content.keywords.count > (call.keywordsLimit ?? 0) || content.keywords.contains(where: { $0.count > 100 }) {
      problems.append(
        FieldProblem("keywords", "Give at most \(call.keywordsLimit ?? 0) keywords of at most 100 characters each."))
    }
    return problems
  }

  private static func answerProblems(_ answers: SubmissionAnswers, call: Call) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let statements = call.tracks.flatMap(\.statements)
    for (key, text) in answers.statements.sorted(by: { $0.key < $1.key }) {
      guard let statement = statements.first(where: { $0.key == key }) else {
        problems.append(FieldProblem("statements.\(key)", "The call asks for no such statement."))
        continue
      }
      let words = Words.count(text)
      if words > statement.limitWords {
        problems.append(
          FieldProblem("statements.\(key)", "This statement has \(words) words; the limit is \(statement.limitWords)."))
      }
    }
    for (key, given) in answers.declarations.sorted(by: { $0.key < $1.key }) where !given.isEmpty {
      if !isOffered(given, for: key, call) {
        problems.append(FieldProblem("declarations.\(key)", "Choose one of the answers offered."))
      }
    }
    let texts = answers.declarationTexts.values.map { $0 } + answers.exceptions.values.map { $0 }
    if texts.contains(where: { $0.count > 20_000 }) || answers.preprint.count > 500 {
      problems.append(FieldProblem("", "One of the answers is far longer than a form should hold. Shorten it."))
    }
    if !answers.preprint.isEmpty && !answers.preprint.hasPrefix("https://") && !answers.preprint.hasPrefix("http://") {
      problems.append(FieldProblem("preprint", "Give the preprint's address beginning with https://."))
    }
    for key in answers.exceptions.keys.sorted() where !call.dualSubmissionExceptions.contains(where: { $0.key == key }) {
      problems.append(FieldProblem("exceptions.\(key)", "The call knows no such exception."))
    }
    return problems
  }

  private static func isOffered(_ given: String, for key: String, _ call: Call) -> Bool {
    guard let declaration = call.declarations.first(where: { $0.key == key }) else { return false }
    return switch declaration.answer {
    case .confirm: given == "yes"
    case .choose(let options): options.contains { $0.key == given }
    }
  }

  private static func authorProblems(_ authors: [Author], call: Call) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if authors.count > call.limits.authorsPerSubmission {
      problems.append(FieldProblem("authors", "List at most \(call.limits.authorsPerSubmission) authors."))
    }
    var seen: Set<String> = []
    for (index, author) in authors.enumerated() {
      if !author.email.isEmpty {
        if let email = EmailAddress(author.email) {
          if !seen.insert(email.folded).inserted {
            problems.append(FieldProblem("authors.\(index).email", "This address stands twice in the author list."))
          }
        } else {
          problems.append(FieldProblem("authors.\(index).email", "This is not an e-mail address. Write it as name@example.org."))
        }
      }
      if author.name.count > 200 || author.affiliation.count > 300 {
        problems.append(FieldProblem("authors.\(index).name", "Name or affiliation is too long (200 and 300 characters)."))
      }
      if !author.orcid.isEmpty && ORCID(author.orcid) == nil {
        problems.append(
          FieldProblem("authors.\(index).orcid", "This is not an ORCID iD. Write it as 0000-0002-1825-0097, or leave it empty."))
      }
    }
    return problems
  }

  private static func conflictProblems(_ conflicts: [DeclaredConflict], authors: [Author], call: Call) -> [FieldProblem] {
    let listed = Set(authors.compactMap { EmailAddress($0.email)?.folded })
    return conflicts.enumerated().compactMap { index, conflict in
      guard let email = EmailAddress(conflict.email) else {
        return FieldProblem("conflicts.\(index).email", "A conflict needs the person's e-mail address.")
      }
      if listed.contains(email.folded) {
        // Rows of the form may stand in another order, and one picked from the committee shows no address: the name tells which.
        let name = conflict.name.isEmpty ? conflict.email : conflict.name
        return FieldProblem(
          "conflicts", "\(name) is an author of this paper. Authors are in conflict with it anyway: remove this row.")
      }
      if !call.conflictKinds.contains(where: { $0.key == conflict.kind }) {
        return FieldProblem("conflicts.\(index).kind", "Choose the kind of conflict.")
      }
      return nil
    }
  }
}
