import PeerReview

extension SubmissionFields {
  struct Difference {
    let label: String
    let own: String
    let saved: String
  }

  /// Every field that differs, in the order of the form, as text to read side by side.
  func differences(from saved: SubmissionFields, call: Call) -> [Difference] {
    zip(lines(call), saved.lines(call)).compactMap { own, other in
      own.1 == other.1 ? nil : Difference(label: own.0, own: shown(own.1), saved: shown(other.1))
    }
  }

  private func shown(_ text: String) -> String { Words.isBlank(text) ? "(empty)" : text }

  /// The same labels in the same order for every value.
  private func lines(_ call: Call) -> [(String, String)] {
    let answers = content.answers
    var lines: [(String, String)] = [
      ("Title", content.title), ("Abstract", content.abstract), ("Preprint", answers.preprint),
      ("Track", call.track(content.track)?.name ?? content.track),
    ]
    for statement in call.tracks.flatMap(\.statements) {
      lines.append((statement.label, answers.statements[statement.key] ?? ""))
    }
    lines.append(("Topics", call.topics.filter { content.topics.contains($0.key) }.map(\.name).joined(separator: "\n")))
    lines.append(("Keywords", keywords))
    lines.append(("Authors", authors.map(\.line).joined(separator: "\n")))
    lines.append(("Why nobody serves as a reviewer", answers.exemption))
    lines.append(
      (
        "Conflicts",
        conflicts.map { [$0.member, $0.name, $0.email, $0.kind].compactMap { $0 }.joined(separator: " ") }
          .joined(separator: "\n")
      ))
    for declaration in call.declarations {
      let text = [answers.declarations[declaration.key], answers.declarationTexts[declaration.key]].compactMap { $0 }
      lines.append((declaration.text, text.joined(separator: "\n")))
    }
    for exception in call.dualSubmissionExceptions {
      lines.append((exception.label, answers.exceptions[exception.key].map { "claimed " + $0 } ?? ""))
    }
    return lines
  }
}

extension Author {
  fileprivate var line: String {
    [name, email, affiliation, orcid, contact ? "contact" : "", serves ? "serves as a reviewer" : ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
