internal import Yams

/// The parts of a call file that state rules for everyone.
extension CallFileReader {
  func declarations(_ file: CallFileSection, tracks: [Track]) -> [Declaration] {
    file.entries("declarations").map { key, field in
      let section = CallFileSection(field, required: ["text", "answer"], optional: ["tracks"], notes: notes)
      return Declaration(
        key: key, text: section.text("text"), answer: answer(section),
        trackKeys: section.references("tracks", to: tracks.map(\.key), what: "tracks"))
    }
  }

  func answer(_ section: CallFileSection) -> Declaration.Answer {
    guard let field = section.field("answer") else { return .confirm }
    if case .scalar = field.node {
      if field.scalar != "confirm" {
        notes.add(field.place, "\(field.name) is `confirm` or a group of options, not \(field.kind).")
      }
      return .confirm
    }
    let options = labelled(section, "answer", required: ["label"], optional: ["wants-text"]) { key, option in
      Declaration.Option(key: key, label: option.line("label"), wantsText: option.flag("wants-text"))
    }
    if options.count == 1 {
      notes.add(field.place, "\(field.name) has one option; give at least two, or `confirm` for a box to tick.")
    }
    return .choose(options)
  }

  func exceptions(_ file: CallFileSection) -> [DualSubmissionException] {
    let keys = ["label", "wants-explanation", "wants-paper", "wants-chair-approval"]
    return labelled(
      file, "dual-submission-exceptions", required: keys, optional: ["note-to-reviewers"], mayBeEmpty: true
    ) { key, entry in
      DualSubmissionException(
        key: key, label: entry.line("label"), wantsExplanation: entry.flag("wants-explanation"),
        wantsPaper: entry.flag("wants-paper"), wantsChairApproval: entry.flag("wants-chair-approval"),
        noteToReviewers: entry.text("note-to-reviewers"))
    }
  }

  func desk(_ file: CallFileSection) -> DeskRejection {
    let section = file.section("desk-rejection", required: ["grounds", "appealable"])
    return DeskRejection(
      grounds: labels(section, "grounds").map { DeskRejection.Ground(key: $0, label: $1) },
      appealable: section.flag("appealable"))
  }

  func bidding(_ file: CallFileSection) -> Bidding {
    var lines: [Int: Int] = [:]
    let levels = labelled(file, "bidding", required: ["label", "value"]) { key, entry in
      let level = Bidding.Level(key: key, label: entry.line("label"), value: entry.integer("value", in: -100...100))
      if let field = entry.field("value"), let line = lines.updateValue(field.place.line, forKey: level.value) {
        notes.add(field.place, "`\(field.path)` is \(level.value), as on line \(line); give each level its own value.")
      }
      return level
    }
    if levels.count == 1, let field = file.field("bidding") {
      notes.add(field.place, "`bidding` has one level; reviewers need at least two to choose from.")
    }
    return Bidding(levels: levels)
  }

  func assignment(_ file: CallFileSection) -> AssignmentPolicy {
    let section = file.section(
      "assignment", required: ["reviews-per-submission", "load-minimum", "load-maximum"], optional: ["delegation"])
    let policy = AssignmentPolicy(
      reviewsPerSubmission: section.integer("reviews-per-submission", in: 1...20),
      loadMinimum: section.integer("load-minimum", in: 0...100), loadMaximum: section.integer("load-maximum", in: 1...100),
      delegation: delegation(section))
    if policy.loadMinimum > policy.loadMaximum, let field = section.field("load-maximum") {
      notes.add(
        field.place, "`\(field.path)` is \(policy.loadMaximum), less than `load-minimum`; it is at least \(policy.loadMinimum).")
    }
    return policy
  }

  /// Nil where authors serve or not as they like.
  func reciprocal(_ file: CallFileSection) -> ReciprocalPolicy? {
    guard file.field("reciprocal-reviewing") != nil else { return nil }
    let section = file.section("reciprocal-reviewing", required: ["reviewers"], optional: ["exemptions"])
    return ReciprocalPolicy(
      reviewers: section.integer("reviewers", in: 1...10),
      takesReasons: section.field("exemptions") == nil || section.flag("exemptions"))
  }

  func affinity(_ file: CallFileSection) -> AffinityPolicy {
    guard let field = file.field("affinity") else { return .standard }
    let section = file.section("affinity", required: ["topics", "keywords", "texts", "bids"])
    guard section.isRead else { return .standard }
    func percent(_ key: String) -> Int { section.integer(key, in: 0...100) }
    let policy = AffinityPolicy(
      topicsPercent: percent("topics"), keywordsPercent: percent("keywords"), textsPercent: percent("texts"),
      bidsPercent: percent("bids"))
    let sum = policy.topicsPercent + policy.keywordsPercent + policy.textsPercent + policy.bidsPercent
    if sum != 100 {
      notes.add(field.keyPlace, "The parts of `affinity` add up to \(sum); they are percentages of one score and add up to 100.")
    }
    return policy
  }

  func response(_ file: CallFileSection) -> ResponsePolicy {
    let section = file.section("response", required: ["limit-words"])
    return ResponsePolicy(limitWords: section.integer("limit-words", in: 1...20_000))
  }

  func discussion(_ file: CallFileSection) -> DiscussionPolicy {
    let key = "reviewers-anonymous-to-each-other"
    return DiscussionPolicy(reviewersAnonymousToEachOther: file.section("discussion", required: [key]).flag(key))
  }

  func decisions(_ file: CallFileSection) -> [DecisionKind] {
    let kinds = labelled(file, "decisions", required: ["label", "accepts"], optional: ["shepherded"]) { key, entry in
      let kind = DecisionKind(
        key: key, label: entry.line("label"), accepts: entry.flag("accepts"), isShepherded: entry.flag("shepherded"))
      if kind.isShepherded, !kind.accepts, let field = entry.field("shepherded") {
        notes.add(field.place, "\(field.name) is for decisions that accept.")
      }
      return kind
    }
    if let field = file.field("decisions"), !kinds.isEmpty, Set(kinds.map(\.accepts)).count < 2 {
      notes.add(field.keyPlace, "`decisions` needs at least one that accepts and one that does not.")
    }
    return kinds
  }

  func tags(_ file: CallFileSection) -> [TagKind] {
    let optional = ["colour", "counts", "votes-each", "set-by"]
    return labelled(file, "tags", required: ["label"], optional: optional, mayBeEmpty: true) { name, entry in
      if let field = entry.field("label"), TagKey(name) == nil {
        notes.add(
          field.keyPlace, "`\(name)` can't be a tag: a tag begins with a letter, and `any` and `none` are words of searches.")
      }
      let colours = TagKind.Colour.allCases.map(\.rawValue)
      let colour = entry.field("colour") == nil ? nil : TagKind.Colour(rawValue: entry.choice("colour", of: colours))
      let counts = entry.field("counts") == nil ? "" : entry.choice("counts", of: ["approvals", "votes", "ranks", "preferences"])
      return TagKind(
        name: name, label: entry.line("label"), colour: colour, counting: counting(entry, counts),
        isForReviewers: entry.field("set-by") != nil && entry.choice("set-by", of: ["chairs", "reviewers"]) == "reviewers")
    }
  }

  private func counting(_ entry: CallFileSection, _ counts: String) -> TagKind.Counting {
    if counts != "votes", let field = entry.field("votes-each") {
      notes.add(field.keyPlace, "`\(field.path)` is for a tag that `counts: votes`; remove one or change the other.")
    }
    switch counts {
    case "approvals": return .approvals
    case "ranks": return .ranks
    case "preferences": return .preferences
    case "votes":
      if entry.field("votes-each") == nil, let field = entry.field("counts") {
        notes.add(field.place, "A tag that counts votes says how many each person has: add `votes-each`.")
      }
      return .votes(each: entry.integer("votes-each", in: 1...1_000))
    default: return .nothing
    }
  }

  func limits(_ file: CallFileSection, topicsCount: Int) -> Limits {
    let keys = [
      "manuscript", "appendix", "title-characters", "abstract-words", "authors-per-submission", "topics-per-submission",
    ]
    let section = file.section(
      "limits", required: keys, optional: ["supplement", "submissions-per-author", "authors-after-registration"])
    return Limits(
      manuscriptBytes: section.sizeBytes("manuscript"), appendixBytes: section.sizeBytes("appendix"),
      supplementBytes: section.field("supplement") == nil ? nil : section.sizeBytes("supplement"),
      titleCharacters: section.integer("title-characters", in: 20...2_000),
      abstractWords: section.integer("abstract-words", in: 20...5_000),
      authorsPerSubmission: section.integer("authors-per-submission", in: 1...10_000),
      topicsPerSubmission: section.integer("topics-per-submission", in: 1...max(1, topicsCount)),
      submissionsPerAuthor: section.field("submissions-per-author") == nil
        ? nil : section.integer("submissions-per-author", in: 1...1_000),
      lateAuthors: section.field("authors-after-registration") == nil
        ? .free
        : LateAuthors(rawValue: section.choice("authors-after-registration", of: LateAuthors.allCases.map(\.rawValue))) ?? .free)
  }
}
