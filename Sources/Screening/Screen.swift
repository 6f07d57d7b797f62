/// Why a file could not be inspected.
public enum InspectionFailure: Error, Hashable, Sendable {
  /// The wall limit ended it.
  case timedOut
  /// The inspector ended without a verdict.
  case crashed
  /// It printed more than the limit.
  case tooLarge
  /// The inspector could not be run; says nothing about the file.
  case unavailable(reason: String)
}

/// Compares what the inspector saw with what the call asks. The same input always gives the same report, and the
/// report only tells: whether a paper is rejected is for a chair to decide.
public func screen(_ inspection: Inspection, rules: FormatRules, form: FormFacts) -> ScreeningReport {
  var findings = fileFindings(inspection, rules: rules)
  let pageCount = inspection.document.map(\.pageCount).flatMap { $0 > 0 ? $0 : nil }
  guard !inspection.pages.isEmpty else {
    return ScreeningReport(pages: pageCount, mainPages: nil, references: nil, findings: findings)
  }
  let names = FormNames(form: form)
  findings += pageSizeFindings(inspection, rules: rules)
  findings += hiddenTextFindings(inspection)
  if let document = inspection.document { findings += metadataFindings(document, names: names, rules: rules) }
  let layout = PaperLayout(inspection)
  guard layout.hasText else {
    return ScreeningReport(pages: pageCount, mainPages: nil, references: nil, findings: inOrder(findings))
  }
  let list = ReferenceList(layout)
  let mainPages = list?.mainPages ?? pageCount
  findings += layoutFindings(layout, list: list, mainPages: mainPages, rules: rules)
  findings += styleFindings(layout, inspection: inspection, list: list, rules: rules)
  findings += referenceFindings(list, rules: rules)
  findings += anonymityFindings(layout, inspection: inspection, list: list, names: names, rules: rules)
  let text = RunningText(layout.lines(outside: list))
  findings += selfReferenceFindings(text, rules: rules)
  findings += speechFindings(text)
  findings += referenceHints(list, text: text)
  findings += statementFindings(form.statements, text: text)
  return ScreeningReport(
    pages: pageCount, mainPages: mainPages, references: list?.entries.count, findings: inOrder(findings),
    suggestion: PaperSuggestion(layout))
}

/// The report on a file that could not be inspected; nil when that says nothing about the file.
public func screen(_ failure: InspectionFailure) -> ScreeningReport? {
  if case .unavailable = failure { return nil }
  let finding = Finding(
    code: "file.resource_bomb", severity: .block,
    text: """
      The file could not be read within the limits of time and memory every paper gets; it has to open like an \
      ordinary paper, so export it again from its source (printing to PDF often helps) and upload the new file.
      """,
    rule: "The file has to be an ordinary PDF.")
  return ScreeningReport(pages: nil, mainPages: nil, references: nil, findings: [finding])
}

/// By page, then as the checks ran.
private func inOrder(_ findings: [Finding]) -> [Finding] {
  findings.enumerated()
    .sorted { ($0.element.page ?? 0, $0.offset) < ($1.element.page ?? 0, $1.offset) }
    .map(\.element)
}
