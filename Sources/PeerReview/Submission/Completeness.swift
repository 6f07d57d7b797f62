/// What a draft still lacks before it counts as submitted, field by field, in the call's words (C4, C13–C16, C21).
public enum Completeness {
  /// Empty exactly when the paper can be submitted. `slots` are those that hold at least one file.
  public static func missing(
    _ content: SubmissionContent, authors: [Author], slots: Set<FileSlot>, call: Call
  ) -> [FieldProblem] {
    var missing = contentMissing(content)
    missing += authorsMissing(authors)
    missing += AuthorshipRules.reciprocalMissing(authors, exemption: content.answers.exemption, call: call)
    missing += statementsMissing(content, call: call)
    missing += declarationsMissing(content, call: call)
    missing += exceptionsMissing(content.answers, slots: slots, call: call)
    if !slots.contains(.manuscript) {
      missing.append(FieldProblem("manuscript", "Upload the manuscript as a PDF."))
    }
    if FileRules.requires(.supplement, track: content.track, call: call), !slots.contains(.supplement) {
      missing.append(FieldProblem("supplement", "Upload the archive of code and data that this track asks for."))
    }
    return missing
  }

  /// What a paper that a chair loads from a file lacks to be told from others and put into a track.
  public static func missingToLoad(_ content: SubmissionContent) -> [FieldProblem] {
    contentMissing(content).filter { ["title", "track"].contains($0.field) }
  }

  private static func contentMissing(_ content: SubmissionContent) -> [FieldProblem] {
    var missing: [FieldProblem] = []
    if Words.isBlank(content.title) { missing.append(FieldProblem("title", "Give the paper a title.")) }
    if Words.isBlank(content.abstract) { missing.append(FieldProblem("abstract", "Write the abstract.")) }
    if content.track.isEmpty { missing.append(FieldProblem("track", "Choose a track.")) }
    if content.topics.isEmpty && content.keywords.isEmpty {
      missing.append(FieldProblem("topics", "Choose at least one topic, or give a keyword."))
    }
    return missing
  }

  private static func authorsMissing(_ authors: [Author]) -> [FieldProblem] {
    var missing: [FieldProblem] = []
    if authors.isEmpty { missing.append(FieldProblem("authors", "List the authors in order.")) }
    for (index, author) in authors.enumerated() {
      if Words.isBlank(author.name) {
        missing.append(FieldProblem("authors.\(index).name", "Author \(index + 1): give the name."))
      }
      if Words.isBlank(author.email) {
        missing.append(FieldProblem("authors.\(index).email", "Author \(index + 1): give the e-mail address."))
      }
      if Words.isBlank(author.affiliation) {
        missing.append(
          FieldProblem("authors.\(index).affiliation", "Author \(index + 1): give the affiliation, or write “independent”."))
      }
    }
    if !authors.isEmpty && !authors.contains(where: \.contact) {
      missing.append(FieldProblem("authors", "Mark at least one author as contact; letters go to contacts."))
    }
    return missing
  }

  private static func statementsMissing(_ content: SubmissionContent, call: Call) -> [FieldProblem] {
    (call.track(content.track)?.statements ?? []).compactMap { statement in
      Words.isBlank(content.answers.statements[statement.key] ?? "")
        ? FieldProblem("statements.\(statement.key)", "This track asks for it: \(statement.label).") : nil
    }
  }

  private static func declarationsMissing(_ content: SubmissionContent, call: Call) -> [FieldProblem] {
    let answers = content.answers
    let asked = call.track(content.track).map { call.declarations(of: $0) } ?? []
    return asked.compactMap { declaration in
      let given = answers.declarations[declaration.key] ?? ""
      let field = "declarations.\(declaration.key)"
      switch declaration.answer {
      case .confirm:
        return given == "yes" ? nil : FieldProblem(field, "Confirm before you submit: \(brief(declaration.text))")
      case .choose(let options):
        guard let option = options.first(where: { $0.key == given }) else {
          return FieldProblem(field, "Choose an answer: \(brief(declaration.text))")
        }
        if option.wantsText && Words.isBlank(answers.declarationTexts[declaration.key] ?? "") {
          return FieldProblem(
            "declarationTexts.\(declaration.key)", "Say in a few words what your answer rests on: \(brief(declaration.text))")
        }
        return nil
      }
    }
  }

  /// Enough of a declaration to tell it from the others.
  private static func brief(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.prefix(14).joined(separator: " ") + (words.count > 14 ? " …" : "")
  }

  private static func exceptionsMissing(
    _ answers: SubmissionAnswers, slots: Set<FileSlot>, call: Call
  ) -> [FieldProblem] {
    var missing: [FieldProblem] = []
    for exception in call.dualSubmissionExceptions {
      guard let explanation = answers.exceptions[exception.key] else { continue }
      if exception.wantsExplanation && Words.isBlank(explanation) {
        missing.append(FieldProblem("exceptions.\(exception.key)", "Explain how this paper differs from the earlier one."))
      }
      if exception.wantsPaper && !slots.contains(.workshop) {
        missing.append(FieldProblem("workshop", "Upload the earlier workshop paper; only the chairs will see it."))
      }
    }
    return missing
  }
}
