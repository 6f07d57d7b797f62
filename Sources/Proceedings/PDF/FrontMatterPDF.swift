extension Volume {
  /// Title page, imprint, committee and contents as a PDF, to stand before the papers or to be printed. A name or title in a script
  /// that readers' own serif fonts don't have is told as standing on the site.
  var frontMatterPDF: String {
    var pages = PrintedPages()
    setTitlePage(&pages)
    setImprint(&pages)
    setCommittee(&pages)
    setContents(&pages)
    let editorNames = editors.map(\.name.display).joined(separator: ", ")
    return PrintedFile.text(
      pages.pages,
      .init(
        title: "\(title): front matter", author: editorNames.isEmpty ? publisher : editorNames, subject: conference,
        language: language, created: "D:\(publishedOn.digits)000000Z"))
  }

  private func setTitlePage(_ pages: inout PrintedPages) {
    pages.skip(120)
    pages.centre(printed(title), .bold, size: 26)
    pages.skip(24)
    pages.centre(printed(conference), .roman, size: 16)
    pages.centre(printed(place.isEmpty ? dates : "\(dates), \(place)"), .roman, size: 13)
    pages.skip(40)
    if !editors.isEmpty {
      pages.centre(printed("Edited by"), .italic, size: 12)
      for editor in editors { pages.centre(printed(editor.name.display), .roman, size: 14) }
    }
    pages.skip(80)
    pages.centre(printed("\(publisher), \(year)"), .roman, size: 12)
  }

  private func setImprint(_ pages: inout PrintedPages) {
    pages.startPage()
    var lines = [title]
    if !series.isEmpty { lines.append(number.isEmpty ? series : "\(series), volume \(number)") }
    lines.append("Published by \(publisher) on \(publishedOn.words).")
    if !isbn.isEmpty { lines.append("ISBN \(isbn)") }
    if !issn.isEmpty { lines.append("ISSN \(issn)") }
    if !doi.isEmpty { lines.append("DOI \(doi)") }
    lines.append(address)
    if let licence { lines.append("The papers are published under \(licence.name). Copyright stays as stated in each.") }
    for line in lines {
      pages.set(printed(line), .roman, size: 11)
      pages.skip(4)
    }
  }

  private func setCommittee(_ pages: inout PrintedPages) {
    let groups = committee.filter { !$0.members.isEmpty }
    if groups.isEmpty { return }
    pages.startPage()
    pages.set(printed("Committee"), .bold, size: 18)
    for group in groups {
      pages.skip(10)
      pages.keep(40)
      pages.set(printed(group.title), .bold, size: 13)
      for member in group.members {
        let words = member.affiliation.isEmpty ? member.name.display : "\(member.name.display), \(member.affiliation)"
        pages.set(printed(words), .roman, size: 10)
      }
    }
  }

  private func setContents(_ pages: inout PrintedPages) {
    pages.startPage()
    pages.set(printed("Contents"), .bold, size: 18)
    for session in sessions {
      pages.skip(12)
      pages.keep(60)
      pages.set(printed(session.title), .bold, size: 13)
      pages.skip(4)
      for paper in session.papers {
        pages.keep(30)
        pages.set(printed(paper.title), .roman, size: 11, end: printed(paper.pages.map { String($0.first) } ?? "–"))
        pages.set(printed(paper.authors.map(\.name.display).joined(separator: ", ")), .italic, size: 10, indent: 12)
        pages.skip(5)
      }
    }
  }

  private func printed(_ text: String) -> PrintedText {
    PrintedText(text) ?? PrintedText("[in another script: see the site]") ?? PrintedText(codes: [])
  }
}
