import PeerReview

/// Paragraphs under a greeting and above the conference's signature, wrapped for mail.
func compose(_ head: Letterhead, greeting: String = "Dear author,", _ paragraphs: [String?]) -> String {
  let signature = "The chairs of \(head.conference)\nQuestions: \(head.contactEmail)"
  let all = [greeting] + paragraphs.compactMap { $0 }.filter { !$0.isEmpty } + [signature]
  return all.map { wrapped($0) }.joined(separator: "\n\n") + "\n"
}

/// Text broken at spaces so that no line is longer than `width` characters, unless one word is.
///
/// Line breaks in the text stay, as does the space a line begins with: what it is broken into is indented alike.
func wrapped(_ text: String, width: Int = 72, indent: String = "") -> String {
  var lines: [String] = []
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    let margin = indent + paragraph.prefix { $0 == " " }
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty && margin.count + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    lines.append(line.isEmpty ? "" : margin + line)
  }
  return lines.joined(separator: "\n")
}

/// "Dear Ada," or, without a name, "Dear author,".
func greeting(_ name: String) -> String { name.isEmpty ? "Dear author," : "Dear \(oneLine(name))," }

/// A moment as letters tell it, in UTC and anywhere on Earth.
func told(_ moment: Instant) -> String {
  "\(moment.utc) (\(moment.aoe))"
}

/// One line of text: line breaks and control characters become spaces, so that no person's text can begin a header.
func oneLine(_ text: String) -> String {
  let spaced = text.unicodeScalars.map { scalar in
    scalar.properties.generalCategory == .control || scalar.properties.isWhitespace ? " " : Character(scalar)
  }
  return String(spaced).split(separator: " ").joined(separator: " ")
}

extension Letterhead {
  /// `[MLSys 2026] …` on one line.
  func subject(_ text: String) -> String { oneLine("[\(conference)] \(text)") }

  func address(_ path: String) -> String { site + path }
}

/// `#17 "A title"` on one line.
func paper(_ number: SubmissionNumber, _ title: String) -> String {
  let title = oneLine(title)
  return title.isEmpty ? "\(number) (no title yet)" : "\(number) “\(title)”"
}
