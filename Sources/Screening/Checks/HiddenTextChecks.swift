private let seenRule = "Everything the file says can be seen by its readers."
private let speechRule = "Nobody tries to subvert the review."

/// Text that is there but not seen, and instructions to whoever or whatever reads the paper.
///
/// Figures, scans and slides carry hidden text in good faith: it is a violation only where it holds an instruction.
func hiddenTextFindings(_ inspection: Inspection) -> [Finding] {
  var findings: [Finding] = []
  for page in inspection.pages {
    let isScan = page.hiddenCharacters * 2 > page.contentCharacters && page.hiddenCharacters > 400
    var passages = page.hidden
    // Parts of a sentence can be set apart; together they may say more.
    if let joined = joined(page.hidden), instruction(in: joined) != nil,
      !page.hidden.contains(where: { instruction(in: $0.text) != nil })
    {
      findings += violations(page.hidden[0], text: joined, page: page.number)
      passages = []
    }
    for passage in passages {
      if instruction(in: passage.text) != nil {
        findings += violations(passage, text: passage.text, page: page.number)
      } else if !isScan, isTelling(passage) {
        findings.append(hint(passage, page: page.number))
      }
    }
    for note in page.notes where instruction(in: note) != nil {
      findings.append(told("An annotation on page \(page.number)", note, page: page.number))
    }
  }
  return findings + metadataFindings(inspection)
}

private func instruction(in text: String) -> Instructions.Found? { Instructions(RunningText(text)).hidden }

private func joined(_ passages: [Inspection.HiddenPassage]) -> String? {
  passages.count > 1 ? passages.map(\.text).joined(separator: " ") : nil
}

/// A word or two, and what a figure's frame cuts off, are left over from drawing.
private func isTelling(_ passage: Inspection.HiddenPassage) -> Bool {
  switch passage.reason {
  case .uncertain, .clipped: return false
  case .offPage, .tiny: if passage.isInFigure { return false }
  case .invisible, .transparent, .faint, .covered: break
  }
  return passage.text.count(where: \.isLetter) >= 15 && Folding.words(passage.text).count { $0.count > 2 } >= 3
}

private func violations(_ passage: Inspection.HiddenPassage, text: String, page: Int) -> [Finding] {
  [
    Finding(
      code: "hidden.text", severity: .block, page: page, box: passage.box,
      text: """
        Page \(page) holds text that readers can't see (\(passage.reason.words)): "\(excerpt(text))"; it reads like an \
        instruction to whoever processes the paper, so remove it.
        """,
      rule: seenRule),
    Finding(
      code: "inject.prompt", severity: .block, page: page, box: passage.box,
      text: """
        Text on page \(page) tells a model or a reviewer what to do: "\(excerpt(text))"; the call forbids attempts to \
        influence the review, so remove it.
        """,
      rule: speechRule),
  ]
}

private func hint(_ passage: Inspection.HiddenPassage, page: Int) -> Finding {
  Finding(
    code: "hidden.text", severity: .warn, page: page, box: passage.box,
    text: """
      Page \(page) holds text that readers can't see (\(passage.reason.words)): "\(excerpt(passage.text))"; if it is left \
      over from a figure or a scan, nothing needs to be done, otherwise remove it.
      """,
    rule: seenRule)
}

private func told(_ place: String, _ text: String, page: Int?) -> Finding {
  Finding(
    code: "inject.prompt", severity: .block, page: page,
    text: """
      \(place) tells a model or a reviewer what to do: "\(excerpt(text))"; the call forbids attempts to influence the \
      review, so remove it.
      """,
    rule: speechRule)
}

private func metadataFindings(_ inspection: Inspection) -> [Finding] {
  guard let document = inspection.document else { return [] }
  var findings = document.metadata.filter { instruction(in: $0.value) != nil }
    .map { told("The file's property \($0.key)", $0.value, page: nil) }
  if findings.isEmpty, let found = instruction(in: document.xmp) {
    findings.append(
      told("The XMP metadata", RunningText(document.xmp).text(fromLetter: found.range.lowerBound, limitBytes: 120), page: nil))
  }
  return findings
}

extension Inspection.HiddenPassage.Reason {
  fileprivate var words: String {
    switch self {
    case .invisible: "set in an invisible mode"
    case .transparent: "fully transparent"
    case .tiny: "less than two points high"
    case .offPage: "outside the page"
    case .clipped: "cut off by a frame"
    case .faint: "in the colour of its ground"
    case .covered: "covered by something painted over it"
    case .uncertain: "in a light colour on a picture or a shape"
    }
  }
}
