/// Funding, and citations in the first person: they tell who the authors are without naming them.
func selfReferenceFindings(_ text: RunningText, rules: FormatRules) -> [Finding] {
  var findings: [Finding] = []
  if rules.forbids.contains(.acknowledgements) { findings += fundingFindings(text) }
  if rules.forbids.contains(.selfReferences) { findings += ownWorkFindings(text) }
  return findings
}

private func fundingFindings(_ text: RunningText) -> [Finding] {
  let scan = PhraseScan(text, groups: fundingGroups)
  let claims =
    (scan.places(of: ["who", "supported"], within: 60) + scan.places(of: ["thanks"], within: 0))
    .filter { FundingSource.stands(in: sentence(text.text(fromLetter: $0.lowerBound, limitBytes: 320))) }
  let ranges = claims + scan.places(of: ["number"], within: 0)
  guard let first = ranges.min(by: { $0.lowerBound < $1.lowerBound }), let line = text.line(ofLetter: first.lowerBound)
  else { return [] }
  return [
    Finding(
      code: "anon.funding", severity: .block, page: line.page, box: line.line.box,
      text: """
        Page \(line.page) tells who paid for the work: "\(excerpt(text.text(fromLetter: first.lowerBound, limitBytes: 140)))"; \
        funding tells who the authors are, so leave it out until the paper is accepted.
        """,
      rule: "Acknowledgements are left out of the manuscript under review.")
  ]
}

/// Who pays for research: a grant, or somebody with a name of their own.
private enum FundingSource {
  private static let plain: Set<Substring> = [
    "grant", "grants", "Grant", "Grants", "fellowship", "fellowships", "scholarship", "scholarships", "Fellowship", "Scholarship",
    "gift", "gifts", "donation", "donations", "endowment",
  ]
  private static let named: Set<Substring> = [
    "Foundation", "Founda", "Foun", "Ministry", "Council", "Agency", "Programme", "Program", "Department", "Fund", "Commission",
    "Office", "Corporation", "Inc", "Institute", "Institutes", "Horizon", "Union", "Initiative", "Award", "Awards", "Contract",
    "University", "Center", "Centre", "Laboratory", "Society", "Trust", "Forschungsgemeinschaft", "Bundesministerium", "NSF",
    "NIH", "DARPA", "DOE", "ONR", "AFOSR", "ARO", "IARPA", "NASA", "ERC", "DFG", "BMBF", "ANR", "SNSF", "NSFC", "NSERC", "EPSRC",
    "JSPS", "JST", "NRF", "IITP", "ARC", "FWO", "NWO", "RGC", "MOE", "SRC", "CIFAR", "UKRI", "EU", "H2020",
  ]

  static func stands(in sentence: String) -> Bool {
    sentence.split { !$0.isLetter && !$0.isNumber }.contains { plain.contains($0) || named.contains($0) }
  }
}

private let fundingGroups = [
  WordGroup(
    name: "who",
    words: [
      "thiswork", "thisresearch", "thispaper", "thisstudy", "thismaterial", "thisproject", "ourwork", "ourresearch", "theauthors",
      "authorsare", "authoris", "authorwas", "theresearchwas", "theworkwas", "theworkis", "ourproject", "wearesupported",
      "weweresupported", "wewerefunded", "researchreportedin", "partsofthiswork",
    ]),
  WordGroup(
    name: "supported",
    words: [
      "supportedby", "supportedin", "supportedthrough", "supportedunder", "supportedpartly", "partlysupported",
      "partiallysupported", "fundedby", "fundedin", "fundedthrough", "fundedunder", "partlyfunded", "partiallyfunded",
      "sponsoredby", "sponsoredin", "financedby", "madepossibleby", "receivedfunding", "receivedsupport", "receivedfinancial",
      "receivesfunding", "underwritten", "fundingfrom", "supportfrom", "supportof",
    ]),
  WordGroup(
    name: "thanks",
    words: [
      "acknowledgesupport", "acknowledgethesupport", "acknowledgesthesupport", "acknowledgessupport", "acknowledgefunding",
      "acknowledgefinancial", "acknowledgesfunding", "gratefullyacknowledge", "acknowledgethegenerous", "wearegratefulto",
      "wethankthe",
    ]),
  WordGroup(
    name: "number",
    words: [
      "undergrantno", "undergrantnumber", "undergrantagreement", "undergrants", "undercontractno", "underawardno",
      "underawardnumber", "undercooperativeagreement", "grantagreementno", "nsfgrant", "nsfaward", "nsfcareer", "ercgrant",
      "ercstartinggrant", "ercadvancedgrant", "ercconsolidatorgrant",
    ]),
]

/// "Our previous work [3]" names the authors of [3]. A hint: the passage may speak of work that is not cited by name.
private func ownWorkFindings(_ text: RunningText) -> [Finding] {
  let scan = PhraseScan(text, groups: ownWorkGroups)
  let ranges = scan.places(of: ["own", "work"], within: 30) + scan.places(of: ["earlier"], within: 0)
  for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
    let after = text.text(fromLetter: max(range.lowerBound, range.upperBound - 1), limitBytes: 110)
    let before = text.text(fromLetter: max(0, range.lowerBound - 60), limitBytes: 70)
    guard CitationMark.stands(in: sentence(after)) || (CitationMark.stands(in: before) && before.contains("),")),
      let line = text.line(ofLetter: range.lowerBound)
    else { continue }
    return [
      Finding(
        code: "anon.self_citation", severity: .warn, page: line.page, box: line.line.box,
        text: """
          Page \(line.page) cites work as the authors' own: \
          "\(excerpt(text.text(fromLetter: range.lowerBound, limitBytes: 140)))"; cite it in the third person, as you would \
          anyone else's.
          """,
        rule: "Own work is cited in the third person.")
    ]
  }
  return []
}

/// Up to the end of the sentence.
private func sentence(_ text: String) -> String {
  var previous: Character = " "
  for index in text.indices {
    let character = text[index]
    let next = text.index(after: index)
    let endsWord = next == text.endIndex || text[next] == " "
    // "et al." and initials do not end it.
    if character == ".", endsWord, previous != "l", !previous.isUppercase, !previous.isNumber { return String(text[...index]) }
    previous = character
  }
  return text
}

/// Brackets with a number or a year.
enum CitationMark {
  static func stands(in text: String) -> Bool {
    var opened: Character?
    var inside = ""
    for character in text {
      switch character {
      case "[", "(":
        opened = character
        inside = ""
      case "]", ")":
        if opened != nil, isCitation(inside, square: opened == "[") { return true }
        opened = nil
      default: if opened != nil { inside.append(character) }
      }
    }
    // The excerpt may end within a list of several.
    return opened == "(" && inside.count > 20 && hasYear(inside) && !inside.lowercased().contains("anonym")
  }

  private static func isCitation(_ text: String, square: Bool) -> Bool {
    if text.lowercased().contains("anonym") || text.lowercased().contains("redacted") { return false }
    if hasYear(text) { return true }
    guard square, let first = text.first else { return false }
    return first.isNumber || (first.isUppercase && text.contains(where: \.isNumber) && text.count <= 40)
  }
}

private let ownWorkGroups = [
  WordGroup(
    name: "own",
    words: [
      "ourprevious", "ourearlier", "ourprior", "ourpreliminary", "ourrecent", "ourown", "ourformer", "ourpast", "ourlast",
      "ourinitial", "ourconference", "ourworkshop", "ouroriginal", "ourpublished", "myprevious", "myearlier", "ourcompanion",
    ]),
  WordGroup(
    name: "work",
    words: [
      "work", "paper", "system", "study", "studies", "publication", "article", "approach", "result", "version", "method",
      "framework", "research", "report", "finding", "design", "algorithm", "implementation", "analysis", "prototype", "effort",
    ]),
  WordGroup(
    name: "earlier",
    words: [
      "wepreviously", "wehavepreviously", "wehadpreviously", "wehavealreadyshown", "wehaveshownpreviously", "wehaveshownbefore",
      "weshowedpreviously", "asweshowedin", "asweshowin", "asweproposedin", "asweintroducedin", "weintroducedin", "weproposedin",
      "wefirstproposed", "wefirstintroduced", "weearlier", "aswehaveshown", "ourgrouppreviously", "extendsourwork",
      "buildsonourwork", "buildonourwork", "continuationofourwork", "extensionofourwork",
    ]),
]
