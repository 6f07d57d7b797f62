import Conference
import Pages
import PeerReview

/// The submission form as posted: its fields as typed, and the act asked for.
struct PostedSubmission {
  let version: Int
  let fields: SubmissionFields
  let action: Action
  /// A suggested conflict that was waved away.
  let dismissed: ID<Person>?
  /// Fields that are asked for as the PDF says them.
  let taken: Set<PDFSuggestion.Field>

  enum Action: Equatable {
    case save
    case submit
    /// A change of rows, answered with the form again; nothing is stored.
    case rows
  }

  init(_ form: SubmittedForm) {
    version = form.number("version") ?? 0
    var authors = form.rows("authors").map { row in
      Author(
        name: row["name"] ?? "", email: row["email"] ?? "", affiliation: row["affiliation"] ?? "",
        orcid: row["orcid"] ?? "", contact: row["contact"] == "yes", serves: row["serves"] == "yes")
    }
    var conflicts = form.rows("conflicts").map { row in
      SubmissionFields.ConflictFields(
        member: row["member"], name: row["name"] ?? "", email: row["email"] ?? "", kind: row["kind"] ?? "")
    }
    let asked = form["action"] ?? "save"
    action = asked == "submit" ? .submit : asked == "save" ? .save : .rows
    let suggested = asked.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    dismissed = suggested.count == 2 && suggested.first == "suggest-dismiss" ? ID(suggested[1]) : nil
    taken = Set(PDFSuggestion.Field.allCases.filter { asked == "take-\($0.rawValue)" })
    if suggested.count == 3, suggested.first == "suggest-add" {
      conflicts.append(.init(member: suggested[1], kind: suggested[2]))
    } else if action == .rows {
      Self.change(&authors, &conflicts, asked)
    }
    fields = SubmissionFields(
      content: Self.content(form), keywords: form["keywords"] ?? "", authors: authors, conflicts: conflicts)
  }

  private static func content(_ form: SubmittedForm) -> SubmissionContent {
    var answers = SubmissionAnswers(preprint: form["preprint"] ?? "", exemption: form["exemption"] ?? "")
    for field in form.fields {
      guard let dot = field.name.firstIndex(of: ".") else { continue }
      let key = String(field.name[field.name.index(after: dot)...])
      switch field.name[..<dot] {
      case "statements": if !field.value.isEmpty { answers.statements[key] = field.value }
      case "declarations": answers.declarations[key] = field.value
      case "declarationTexts": if !field.value.isEmpty { answers.declarationTexts[key] = field.value }
      default: continue
      }
    }
    for key in form.all("exceptions") { answers.exceptions[key] = form["exceptions.\(key)"] ?? "" }
    return SubmissionContent(
      track: form["track"] ?? "", title: form["title"] ?? "", abstract: form["abstract"] ?? "",
      keywords: form.list("keywords") ?? [],
      topics: form.all("topics"), answers: answers)
  }

  private static func change(
    _ authors: inout [Author], _ conflicts: inout [SubmissionFields.ConflictFields], _ asked: String
  ) {
    let asked = RowAction(asked)
    let index = asked.index
    switch asked.act {
    case "author-add": authors.append(Author())
    case "author-up" where authors.indices.contains(index) && index > 0: authors.swapAt(index, index - 1)
    case "author-down" where authors.indices.contains(index) && authors.indices.contains(index + 1):
      authors.swapAt(index, index + 1)
    case "author-remove" where authors.indices.contains(index): authors.remove(at: index)
    case "member-add": conflicts.append(.init(member: ""))
    case "conflict-add": conflicts.append(.init(member: nil))
    case "conflict-remove" where conflicts.indices.contains(index): conflicts.remove(at: index)
    default: break
    }
  }

  /// The entry as the desk takes it; committee members picked from the list get their address from `member`.
  func entry(member: (ID<Person>) async throws -> (email: String, name: String)?) async throws -> AuthorDesk.Entry {
    var conflicts: [DeclaredConflict] = []
    for row in fields.conflicts {
      guard let id = row.member else {
        conflicts.append(DeclaredConflict(email: row.email, name: row.name, kind: row.kind))
        continue
      }
      if id.isEmpty { continue }
      guard let found = try await member(ID(id)) else {
        throw Refusal.invalid([FieldProblem("conflicts", "Choose the committee member from the list.")])
      }
      conflicts.append(DeclaredConflict(email: found.email, name: found.name, kind: row.kind))
    }
    return AuthorDesk.Entry(content: fields.content, authors: fields.authors, conflicts: conflicts)
  }
}
