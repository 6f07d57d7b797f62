internal import Yams

/// The parts of a call file that differ by track.
extension CallFileReader {
  func tracks(_ file: CallFileSection, topics: [Topic]) -> [Track] {
    labelled(
      file, "tracks", required: ["name", "summary", "anonymity", "format", "review"], optional: ["statements", "topics"]
    ) { key, track in
      Track(
        key: key, name: track.line("name", limitCharacters: 60), summary: track.text("summary"),
        anonymity: anonymity(track), format: format(track), statements: statements(track), reviewForm: reviewForm(track),
        topicKeys: track.references("topics", to: topics.map(\.key), what: "topics"))
    }
  }

  private func anonymity(_ track: CallFileSection) -> AnonymityPolicy {
    let section = track.section("anonymity", required: ["hidden", "allowed"])
    let words = AnonymityPolicy.Hidden.allCases.map(\.rawValue)
    let hidden = section.references("hidden", to: words, what: "what a paper must not show") ?? []
    return AnonymityPolicy(
      hidden: hidden.compactMap { AnonymityPolicy.Hidden(rawValue: $0) }, allowed: section.text("allowed"))
  }

  private func format(_ track: CallFileSection) -> FormatPolicy {
    let keys = [
      "style-file", "page-size", "columns", "main-pages-limit", "references-list-all-authors", "appendix", "appendix-reading",
    ]
    let section = track.section("format", required: keys, optional: ["supplement", "measures"])
    let size = section.choice("page-size", of: FormatPolicy.PageSize.allCases.map(\.rawValue))
    return FormatPolicy(
      pageSize: FormatPolicy.PageSize(rawValue: size) ?? .letter, columns: section.integer("columns", in: 1...3),
      mainPagesLimit: section.integer("main-pages-limit", in: 1...500), styleFile: section.line("style-file"),
      referencesListAllAuthors: section.flag("references-list-all-authors"),
      appendixSeparate: section.choice("appendix", of: ["separate", "in-paper"]) == "separate",
      appendixOptionalReading: section.choice("appendix-reading", of: ["optional", "required"]) == "optional",
      supplement: section.field("supplement") == nil
        ? .no
        : FormatPolicy.Supplement(
          rawValue: section.choice("supplement", of: FormatPolicy.Supplement.allCases.map(\.rawValue))) ?? .no,
      measures: section.field("measures") == nil ? nil : measures(section))
  }

  private func measures(_ format: CallFileSection) -> FormatPolicy.Measures {
    let keys = ["left-inches", "top-inches", "right-inches", "bottom-inches", "body-points", "baseline-points"]
    let section = format.section("measures", required: keys)
    return FormatPolicy.Measures(
      leftInches: section.decimal("left-inches", in: 0...50), topInches: section.decimal("top-inches", in: 0...50),
      rightInches: section.decimal("right-inches", in: 0...50), bottomInches: section.decimal("bottom-inches", in: 0...50),
      bodyPoints: section.decimal("body-points", in: 1...100), baselinePoints: section.decimal("baseline-points", in: 1...200))
  }

  private func statements(_ track: CallFileSection) -> [Statement] {
    let keys = ["label", "help", "limit-words", "shown-to-reviewers"]
    return labelled(track, "statements", required: keys, mayBeEmpty: true) { key, entry in
      Statement(
        key: key, label: entry.line("label"), help: entry.text("help"),
        limitWords: entry.integer("limit-words", in: 1...5_000), shownToReviewers: entry.flag("shown-to-reviewers"))
    }
  }

  private func reviewForm(_ track: CallFileSection) -> ReviewForm {
    let section = track.section("review", required: ["criteria", "overall", "confidence", "texts"])
    let keys = ["label", "question", "grades"]
    let criteria = labelled(section, "criteria", required: keys, optional: ["shown-to-authors"], make: criterion)
    let texts = labelled(section, "texts", required: ["label", "help", "required", "shown-to-authors"]) { key, entry in
      ReviewText(
        key: key, label: entry.line("label"), help: entry.text("help"), required: entry.flag("required"),
        shownToAuthors: entry.flag("shown-to-authors"))
    }
    requireDistinctKeys(section)
    let overall = section.section("overall", required: keys, optional: ["shown-to-authors"])
    let confidence = section.section("confidence", required: keys, optional: ["shown-to-authors"])
    return ReviewForm(
      criteria: criteria, overall: criterion("overall", overall), confidence: criterion("confidence", confidence),
      texts: texts)
  }

  /// Answers are kept by key, whatever kind of question they answer.
  private func requireDistinctKeys(_ section: CallFileSection) {
    var taken: Set<String> = ["overall", "confidence"]
    for group in ["criteria", "texts"] {
      guard case .mapping(let mapping)? = section.field(group)?.node else { continue }
      for case (.scalar(let key), _) in mapping where !taken.insert(key.string).inserted {
        guard let place = key.mark?.place else { continue }
        notes.add(place, "`\(key.string)` is the key of another question of this form; give it a key of its own.")
      }
    }
  }

  private func criterion(_ key: String, _ section: CallFileSection) -> Criterion {
    Criterion(
      key: key, label: section.line("label"), question: section.text("question"), grades: grades(section),
      shownToAuthors: section.flag("shown-to-authors", default: true))
  }

  private func grades(_ section: CallFileSection) -> [Criterion.Grade] {
    guard let field = section.field("grades") else { return [] }
    guard case .mapping(let mapping) = field.node else {
      notes.add(field.place, "\(field.name) is a group of lines such as `1: Weak`, not \(field.kind).")
      return []
    }
    var grades: [Criterion.Grade] = []
    for (key, child) in field.children(of: mapping, notes: notes) {
      guard let value = Int(key), (0...100).contains(value) else {
        notes.add(child.keyPlace, "`\(key.prefix(40))` is no grade; a grade is a whole number from 0 to 100.")
        continue
      }
      if let last = grades.last, last.value >= value {
        // A key given twice was noted as such when the group was read.
        if last.value > value || String(last.value) != key {
          notes.add(child.keyPlace, "Grade \(key) comes after \(last.value); give each grade once, from low to high.")
        }
      }
      grades.append(Criterion.Grade(value: value, label: child.text(notes: notes)))
    }
    if grades.count < 2 { notes.add(field.keyPlace, "\(field.name) needs at least two grades.") }
    return grades
  }
}
