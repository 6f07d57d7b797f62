/// A call file to begin with: one track, the usual form, dates one after the other. What a conference has of its own is changed in it
/// before it is opened, or after.
public struct StarterCall: Hashable, Sendable {
  /// Such as "SYSCONF 2027".
  public var name: String
  /// The day on which submissions close, anywhere on Earth, as `2027-01-29`.
  public var closes: String
  /// The zone of every other date.
  public var zone: String
  /// Where answers to letters go.
  public var contact: String

  public init(name: String = "", closes: String = "", zone: String = "", contact: String = "") {
    self.name = name
    self.closes = closes
    self.zone = zone
    self.contact = contact
  }

  /// What is asked where nothing was said: submissions close in ten weeks.
  public static func usual(at now: Instant) -> StarterCall {
    let year = Zone.utc.civilTime(at: now.adding(.days(300))).year
    return StarterCall(
      name: "CONF \(year)", closes: Self.day(now.adding(.days(70)), .aoe), zone: "UTC", contact: "chairs@conference.example")
  }

  /// The text of a call file that opens at once, or `invalid` with each field that is wrong.
  public func written(at now: Instant) -> Result<String, Refusal> {
    var problems: [FieldProblem] = []
    if Words.isBlank(name) || name.count > 60 || name.contains(where: \.isNewline) || id.isEmpty {
      problems.append(FieldProblem("conference", "Give the conference a name of up to 60 characters, such as “SYSCONF 2027”."))
    }
    if EmailAddress(contact) == nil {
      problems.append(FieldProblem("contact", "Give the address that answers to letters go to, such as chairs@example.org."))
    }
    let known = Zone(zone)
    if known == nil {
      problems.append(FieldProblem("zone", "“\(zone)” is no time zone. Write one such as UTC or Europe/Berlin."))
    }
    let end = try? CallFileDate.read("\(closes) 23:59 AoE", zone: .aoe).get()
    if end.map({ $0 < now.adding(.days(1)) }) ?? true {
      let later = Self.usual(at: now).closes
      problems.append(
        FieldProblem("closes", "Give the day on which submissions close, two days from now or later, such as \(later)."))
    }
    guard let known, let end, problems.isEmpty else { return .failure(.invalid(problems)) }
    return .success(head + calendar(opens: now, closes: end, in: known) + Self.rules)
  }

  /// For addresses: letters and digits of the name, with hyphens between.
  private var id: String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.joined(separator: "-")
  }

  private var head: String {
    """
    # A call file to begin with. Lectern runs the conference by it: what stands here is enforced and shown.
    # Change what is different at your conference; lines that begin with # are comments.

    call: \(id)            # for addresses; stays as it is
    name: \(Self.quoted(name))
    full-name: \(Self.quoted(name))
    website: https://conference.example
    contact: \(contact)
    time-zone: \(Self.quoted(zone))

    # Dates read 2027-01-31 12:00 in the zone above, or in one that follows, such as AoE. A period ends just before the
    # second it closes.

    """
  }

  private func calendar(opens now: Instant, closes end: Instant, in zone: Zone) -> String {
    // Clocks skip midnights here and there; no zone skips noon.
    func noon(_ day: Instant, _ days: Int64) -> String { Self.day(day.adding(.days(days)), zone) + " 12:00" }
    return """
      calendar:
        submission: {opens: \(noon(now, -1)), closes: \(closes) 23:59 AoE}
        bidding: {opens: \(noon(end, 2)), closes: \(noon(end, 9))}
        reviewing: {opens: \(noon(end, 12)), closes: \(noon(end, 45))}
        response: {opens: \(noon(end, 48)), closes: \(noon(end, 53))}
        discussion: {opens: \(noon(end, 53)), closes: \(noon(end, 62))}
        notification: \(noon(end, 66))
        camera-ready: \(noon(end, 101))

      """
  }

  private static func day(_ moment: Instant, _ zone: Zone) -> String {
    let time = zone.civilTime(at: moment)
    return "\(padded(time.year, to: 4))-\(twoDigits(time.month))-\(twoDigits(time.day))"
  }

  /// As YAML writes a text in which anything may stand.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static let rules = """

    # Authors and reviewers choose from these and add keywords of their own.
    topics:
      theory: Theory
      systems: Systems
      applications: Applications
      evaluation: Evaluation and measurement
    keywords-limit: 6

    tracks:
      main:
        name: Main track
        summary: Original research that has not been published before.
        anonymity:
          hidden: [names, emails, affiliations, acknowledgements, self-references]
          allowed: Cite your own earlier work in the third person, as you would anyone else's.
        format:
          style-file: style.zip
          page-size: letter
          columns: 2
          main-pages-limit: 10              # references are not counted
          references-list-all-authors: no
          appendix: separate
          appendix-reading: optional
        review:
          criteria:
            novelty:
              label: Novelty
              question: How new are the ideas, compared with what has been published?
              grades: {1: Known, 2: Small step, 3: New, 4: Very new}
            soundness:
              label: Soundness
              question: Do the arguments and the evidence support what the paper claims?
              grades: {1: Unsound, 2: Weak, 3: Sound, 4: Excellent}
          overall:
            label: Overall recommendation
            question: Should this paper be accepted?
            grades: {1: Strong reject, 2: Reject, 3: Weak reject, 4: Weak accept, 5: Accept, 6: Strong accept}
          confidence:
            label: Confidence
            question: How sure are you of this review?
            grades: {1: Low, 2: Fair, 3: High, 4: Very high}
          texts:
            summary: {label: Summary, help: In your own words., required: yes, shown-to-authors: yes}
            strengths: {label: Strengths, help: What speaks for the paper?, required: yes, shown-to-authors: yes}
            weaknesses: {label: Weaknesses, help: What speaks against it?, required: yes, shown-to-authors: yes}
            questions: {label: Questions for the authors, help: What may change your mind?, required: no, shown-to-authors: yes}
            comments-to-chairs: {label: Comments to the chairs, help: Authors never see this., required: no, shown-to-authors: no}

    # Asked of authors before a paper counts as submitted.
    declarations:
      originality:
        text: This paper is not under review elsewhere and has not been published.
        answer: confirm
      conflicts:
        text: We declared all conflicts of interest of all authors, and no false ones.
        answer: confirm
    dual-submission-exceptions: {}
    preprints-allowed: yes

    conflict-kinds:
      institution: The same institution, now or in the last three years
      collaborator: Wrote a paper or a proposal together in the last three years
      advisor: Advisor or student, at any time
      personal: Family or close friend

    desk-rejection:
      grounds:
        format: The paper is not in the required format.
        anonymity: The paper tells who its authors are.
        scope: The paper is outside the scope of the conference.
      appealable: no

    bidding:
      eager: {label: Eager, value: 20}
      willing: {label: Willing, value: 10}
      pinch: {label: In a pinch, value: 0}
      unwilling: {label: Not willing, value: -20}

    assignment: {reviews-per-submission: 3, load-minimum: 0, load-maximum: 6}
    response: {limit-words: 600}
    discussion: {reviewers-anonymous-to-each-other: yes}

    decisions:
      accept: {label: Accept, accepts: yes}
      reject: {label: Reject, accepts: no}

    limits:
      manuscript: 50 MB
      appendix: 100 MB
      title-characters: 250
      abstract-words: 400
      authors-per-submission: 60
      topics-per-submission: 3

    """
}
