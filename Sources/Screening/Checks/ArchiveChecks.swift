/// Compares what stands in an archive with what the call withholds. Findings name the file and line; they have no page.
///
/// With `isForReviewers`, authors are also told what the copy that reviewers get leaves out.
public func screen(
  _ archive: ArchiveInspection, rules: FormatRules, form: FormFacts, isForReviewers: Bool
) -> ScreeningReport {
  let names = FormNames(form: form)
  var findings = openingFindings(archive) + pathFindings(archive)
  if isForReviewers { findings += leftOutFindings(archive) }
  if !rules.forbids.isEmpty { findings += anonymityFindings(archive, names: names, rules: rules) }
  findings += archive.entries.compactMap(instructionFinding)
  for entry in archive.entries {
    guard let paper = entry.paper else { continue }
    findings += screen(paper, rules: rules, form: form).opening.findings.map {
      // The archive can be read, whatever one paper in it is.
      Finding(
        code: $0.code, severity: $0.code.hasPrefix("file.") && $0.severity == .block ? .warn : $0.severity,
        text: "\(excerpt(entry.path)): \($0.text)", rule: $0.rule)
    }
  }
  return ScreeningReport(pages: nil, mainPages: nil, references: nil, findings: findings)
}

private let ordinaryArchive = "The file has to be an ordinary archive that opens without a password."
private let anonymousArchive = "Nothing in the archive tells who wrote the paper."

private func block(_ code: String, _ text: String) -> Finding {
  Finding(code: code, severity: .block, text: text, rule: ordinaryArchive)
}

private func openingFindings(_ archive: ArchiveInspection) -> [Finding] {
  switch archive.error {
  case "notArchive":
    return [
      block(
        "file.not_archive", "The file is no archive, whatever its name says; pack its files into one .zip file and upload that.")
    ]
  case "damaged":
    return [
      block(
        "file.malformed",
        "The archive can't be unpacked to its end, as after an interrupted upload; pack it again and upload the new file.")
    ]
  case "tooLarge": return [bomb]
  default: break
  }
  if archive.entries.contains(where: \.isEncrypted) {
    return [block("file.encrypted", "The archive asks for a password, so nobody can read it; pack it without one.")]
  }
  if case .stopped(let reason) = archive.ending, reason != "fault" { return [bomb] }
  guard archive.ending.isWhole else {
    return [block("file.malformed", "The archive ended the program that reads it; pack it again and upload the new file.")]
  }
  if !archive.entries.contains(where: { $0.kind == "file" }) {
    return [block("file.malformed", "The archive holds no file; pack it again and look into it before you upload it.")]
  }
  guard archive.isCut || archive.ending == .truncated else { return [] }
  return [
    Finding(
      code: "file.cut", severity: .note,
      text: "The archive holds more than is read when it is uploaded; what is left was not looked through.", rule: ordinaryArchive
    )
  ]
}

private let bomb = block(
  "file.resource_bomb",
  """
  The archive unpacks to more than can be looked through, or takes too long; leave out what can be made again or got from \
  elsewhere (data, builds, models), and upload a smaller one.
  """)

/// Unpacked with a careless program, such an entry would overwrite a file of whoever unpacks it.
private func pathFindings(_ archive: ArchiveInspection) -> [Finding] {
  let leading = archive.entries.filter { leadsOut($0.path) || ($0.kind == "link" && leadsOut($0.linkTarget, from: $0.path)) }
  guard let first = leading.first else { return [] }
  let more = leading.count > 1 ? " and \(leading.count - 1) more" : ""
  return [
    block(
      "file.unsafe_path",
      """
      The entry \(excerpt(first.path))\(more) would be unpacked, or leads, outside the archive's folder; pack the folder anew \
      with relative paths and without such links.
      """)
  ]
}

private func leadsOut(_ target: String, from path: String = "") -> Bool {
  if target.hasPrefix("/") || target.hasPrefix("\\") || target.contains(":\\") { return true }
  var depth = max(0, path.split(separator: "/").count - 1)
  for part in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
    depth += part == ".." ? -1 : 1
    if depth < 0 { return true }
  }
  return false
}

private func leftOutFindings(_ archive: ArchiveInspection) -> [Finding] {
  let inner = archive.entries.filter { entry in
    guard !entry.path.contains("!/") else { return false }
    return entry.content == "archive" || (entry.content == "pdf" && entry.paper?.document?.error != nil)
  }
  guard let first = inner.first else { return [] }
  let more = inner.count > 1 ? " and \(inner.count - 1) more" : ""
  return [
    Finding(
      code: "file.left_out", severity: .warn,
      text: """
        Reviewers get a copy without \(excerpt(first.path))\(more): archives within the archive, office documents and PDFs \
        that don't open can't be cleaned of traces of their authors. Put in what they hold, unpacked or as PDF.
        """,
      rule: anonymousArchive)
  ]
}

private func anonymityFindings(_ archive: ArchiveInspection, names: FormNames, rules: FormatRules) -> [Finding] {
  var text = ArchiveText(names: names)
  for entry in archive.entries {
    text.read(path: entry.path)
    text.read(entry.text, path: entry.path)
  }
  var findings: [Finding] = []
  for found in text.identities where rules.forbids.contains(found.what.kind == .email ? .emails : .names) {
    let code = [.name: "anon.author_names", .email: "anon.email", .login: "anon.metadata"][found.what.kind] ?? "anon.metadata"
    findings.append(told(code, .block, found.what.words, found.place))
  }
  if rules.forbids.contains(.affiliations) {
    findings += text.affiliations.map { told("anon.affiliation", .warn, "the authors' institution \($0.what)", $0.place) }
  }
  if rules.forbids.contains(.links) {
    findings += text.links.map {
      told("anon.link", .warn, "a link that seems to carry an author's name, \(excerpt($0.what)),", $0.place)
    }
  }
  if rules.forbids.contains(.names) { findings += ownerFindings(archive, names: names) + historyFindings(archive) }
  return findings
}

private func told(_ code: String, _ severity: Finding.Severity, _ what: String, _ place: ArchiveText.Place) -> Finding {
  Finding(
    code: code, severity: severity,
    text: """
      The archive tells \(what) \(place.words), and the call withholds who the authors are; take it out and pack the archive \
      again.
      """,
    rule: anonymousArchive)
}

/// TAR archives tell the login of whoever packed them.
private func ownerFindings(_ archive: ArchiveInspection, names: FormNames) -> [Finding] {
  let owner = archive.entries.lazy.flatMap { [$0.owner, $0.group] }.first { Folding.words($0).contains(where: names.isLogin) }
  guard let owner else { return [] }
  return [
    Finding(
      code: "anon.metadata", severity: .block,
      text: """
        The archive tells that \(excerpt(owner)) owned its files, and the call withholds who the authors are; pack it with \
        tar's options --owner=0 --group=0 --numeric-owner, or as .zip.
        """,
      rule: anonymousArchive)
  ]
}

private func historyFindings(_ archive: ArchiveInspection) -> [Finding] {
  let folders: Set<Substring> = [".git", ".hg", ".svn"]
  guard let folder = archive.entries.lazy.flatMap({ $0.path.split(separator: "/") }).first(where: folders.contains) else {
    return []
  }
  return [
    Finding(
      code: "anon.metadata", severity: .warn,
      text: """
        The archive holds the history of a repository (\(folder)), which tells who changed what; reviewers don't get it, but \
        leave it out.
        """,
      rule: anonymousArchive)
  ]
}

/// In a file for people to read. Programs and their data hold orders to models for good reasons.
private func instructionFinding(_ entry: ArchiveInspection.Entry) -> Finding? {
  let name = (entry.path.split(separator: "/").last ?? "").lowercased()
  let isProse = name.hasPrefix("readme") || [".md", ".txt", ".tex", ".rst", ".html"].contains { name.hasSuffix($0) }
  guard entry.content == "text", isProse, entry.text.utf8.count < 200_000 else { return nil }
  let text = RunningText(entry.text)
  let found = Instructions(text).visible.filter { $0.isAboutReview && !$0.isQuoted }
  guard let first = found.first, found.count <= 4 else { return nil }
  let words = excerpt(
    text.text(fromLetter: first.range.lowerBound, limitBytes: 120).split(whereSeparator: \.isWhitespace).joined(separator: " "))
  return Finding(
    code: "inject.prompt", severity: .block,
    text: """
      In \(excerpt(entry.path)) a model or a reviewer is told what to do: \
      "\(words)"; the call forbids attempts to influence the \
      review, so remove it.
      """,
    rule: "Nobody tries to subvert the review.")
}
