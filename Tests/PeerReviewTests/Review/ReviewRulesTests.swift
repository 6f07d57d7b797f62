import PeerReview
import Testing

@Suite("How a review is written")
struct ReviewRulesTests {
  private func form(_ track: String) throws -> ReviewForm {
    try #require(try CallFixtures.mlsys().track(track)).reviewForm
  }

  /// Every question of the form answered.
  private func complete(_ form: ReviewForm) -> ReviewAnswers {
    ReviewAnswers(
      scores: Dictionary(uniqueKeysWithValues: form.scored.map { ($0.key, 3) }),
      texts: Dictionary(uniqueKeysWithValues: form.texts.map { ($0.key, "An answer.") }))
  }

  private func invalid(_ answers: ReviewAnswers, _ form: ReviewForm) -> [String]? {
    invalidFields { () throws(Refusal) in try ReviewRules.check(answers, form: form) }
  }

  @Test("C22: reviews are written from the start of reviewing until discussion ends, to the microsecond")
  func period() throws {
    let call = try CallFixtures.mlsys()
    let period = Period(opens: call.calendar.reviewing.opens, closes: call.calendar.discussion.closes)
    for (now, expected) in period.edges {
      #expect(refusal { () throws(Refusal) in try ReviewRules.write(Paper.submitted, call: call, at: now) } == expected)
    }
    for (facts, expected) in Paper.outside {
      #expect(refusal { () throws(Refusal) in try ReviewRules.write(facts, call: call, at: period.opens) } == expected)
    }
  }

  @Test("C2: a research review is in once novelty, quality, interest and impact, the recommendation and the texts are")
  func research() throws {
    let form = try form("research")
    #expect(ReviewRules.missing(complete(form), form: form) == [])
    #expect(
      ReviewRules.missing(ReviewAnswers(), form: form).map(\.field) == [
        "scores.novelty", "scores.quality", "scores.interest", "scores.impact", "scores.overall", "scores.confidence",
        "texts.summary", "texts.strengths", "texts.weaknesses",
      ])
    for criterion in form.scored {
      var answers = complete(form)
      answers.scores[criterion.key] = nil
      #expect(ReviewRules.missing(answers, form: form).map(\.field) == ["scores.\(criterion.key)"])
    }
  }

  @Test("C3: an industrial review needs no novelty, and can't give it")
  func industrial() throws {
    let form = try form("industrial")
    let asked = ReviewRules.missing(ReviewAnswers(), form: form).map(\.field)
    #expect(asked.prefix(3) == ["scores.impact", "scores.lessons", "scores.influence"])
    #expect(!asked.contains("scores.novelty"))
    var answers = complete(form)
    #expect(invalid(answers, form) == nil)
    answers.scores["novelty"] = 1
    #expect(invalid(answers, form) == ["scores.novelty"])
  }

  @Test("A text is asked for only where the form requires it, and blanks are no answer")
  func texts() throws {
    let form = try form("research")
    for text in form.texts {
      for given in [nil, "", " \n\t"] as [String?] {
        var answers = complete(form)
        answers.texts[text.key] = given
        #expect(ReviewRules.missing(answers, form: form).map(\.field) == (text.required ? ["texts.\(text.key)"] : []))
      }
    }
  }

  @Test("Grades off the scale, unknown questions and endless texts are not kept, even in a draft")
  func bounds() throws {
    let form = try form("research")
    #expect(invalid(ReviewAnswers(), form) == nil)
    for criterion in form.scored {
      let values = criterion.grades.map(\.value)
      for value in values { #expect(invalid(ReviewAnswers(scores: [criterion.key: value]), form) == nil) }
      for value in [0, -1, (values.max() ?? 0) + 1, .max, .min] {
        #expect(invalid(ReviewAnswers(scores: [criterion.key: value]), form) == ["scores.\(criterion.key)"])
      }
    }
    let limit = ReviewRules.limitCharacters
    #expect(invalid(ReviewAnswers(texts: ["summary": String(repeating: "s", count: limit)]), form) == nil)
    let bad = ReviewAnswers(
      scores: ["zeal": 1, "charm": 1, "overall": 7],
      texts: ["summary": String(repeating: "s", count: limit + 1), "gossip": "…"])
    #expect(invalid(bad, form) == ["scores.charm", "scores.overall", "scores.zeal", "texts.gossip", "texts.summary"])
  }

  @Test("Authors may ever read the fields the form shows to them, and no others")
  func authorsPart() throws {
    for track in ["research", "industrial"] {
      let form = try form(track)
      var answers = complete(form)
      answers.scores["left from an older form"] = 1
      answers.texts["left from an older form"] = "secret"
      let part = ReviewRules.authorsPart(of: answers, form: form)
      #expect(Set(part.texts.keys) == ["summary", "strengths", "weaknesses", "questions"])
      #expect(Set(part.scores.keys) == Set(form.scored.map(\.key)))
    }
    let hidden = Criterion(key: "doubt", label: "Doubt", question: "", grades: [], shownToAuthors: false)
    let form = try form("research")
    let narrower = ReviewForm(criteria: form.criteria, overall: hidden, confidence: form.confidence, texts: [])
    let part = ReviewRules.authorsPart(
      of: ReviewAnswers(scores: ["doubt": 4, "impact": 1], texts: ["summary": "s"]), form: narrower)
    #expect(part == ReviewAnswers(scores: ["impact": 1]))
  }

  @Test("A paper is handed back with a reason, until decisions are released")
  func recuse() {
    let limit = ReviewRules.limitReasonCharacters
    let table: [(String, Instant?, Refusal?)] = [
      ("I know the authors.", nil, nil), (String(repeating: "r", count: limit), nil, nil),
      ("I know the authors.", Paper.releasedAt, .closed(since: Paper.releasedAt)),
      ("", Paper.releasedAt, .closed(since: Paper.releasedAt)),
    ]
    for (reason, released, expected) in table {
      #expect(refusal { () throws(Refusal) in try ReviewRules.recuse(reason: reason, releasedAt: released) } == expected)
    }
    for reason in ["", " \n", String(repeating: "r", count: limit + 1)] {
      #expect(invalidFields { () throws(Refusal) in try ReviewRules.recuse(reason: reason, releasedAt: nil) } == ["reason"])
    }
  }

  @Test("A review that isn't in is late from the microsecond reviewing closes, and never after it came in")
  func progress() throws {
    let call = try CallFixtures.mlsys()
    let due = call.calendar.reviewing.closes
    for now in [due, due.adding(.days(3))] {
      for draft in [true, false] {
        #expect(ReviewRules.progress(hasDraft: draft, submittedAt: nil, round: ReviewRound.first, call: call, at: now) == .late)
        #expect(
          ReviewRules.progress(hasDraft: draft, submittedAt: due, round: ReviewRound.first, call: call, at: now) == .submitted)
      }
    }
    let before = Instant.microsecond(before: due)
    #expect(ReviewRules.progress(hasDraft: true, submittedAt: nil, round: ReviewRound.first, call: call, at: before) == .draft)
    #expect(
      ReviewRules.progress(hasDraft: false, submittedAt: nil, round: ReviewRound.first, call: call, at: before) == .notBegun)
    #expect(
      ReviewRules.progress(hasDraft: true, submittedAt: before, round: ReviewRound.first, call: call, at: before) == .submitted)
  }
}
