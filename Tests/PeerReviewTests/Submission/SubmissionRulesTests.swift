import PeerReview
import Testing

@Suite("What authors may do with a submission")
struct SubmissionRulesTests {
  @Test("C10: registering, saving, uploading and submitting open and close to the microsecond")
  func period() throws {
    let call = try CallFixtures.mlsys()
    for (now, expected) in call.calendar.submission.edges {
      #expect(refusal { () throws(Refusal) in try SubmissionRules.register(call: call, at: now) } == expected)
      for facts in [Paper.facts(.draft), Paper.submitted] {
        #expect(refusal { () throws(Refusal) in try SubmissionRules.save(facts, basedOn: 3, call: call, at: now) } == expected)
        #expect(refusal { () throws(Refusal) in try SubmissionRules.upload(facts, call: call, at: now) } == expected)
        #expect(refusal { () throws(Refusal) in try SubmissionRules.submit(facts, call: call, at: now) } == expected)
      }
    }
  }

  @Test("C5: any track of the call can be chosen, and changed until the last moment of the submission period")
  func track() throws {
    let call = try CallFixtures.mlsys()
    let last = Instant.microsecond(before: call.calendar.submission.closes)
    for old in call.tracks {
      for new in call.tracks {
        let facts = Paper.facts(.submitted, track: old.key)
        var content = Paper.complete(track: old.key)
        content.track = new.key
        #expect(refusal { () throws(Refusal) in try SubmissionRules.save(facts, basedOn: 3, call: call, at: last) } == nil)
        #expect(
          refusal { () throws(Refusal) in
            try ContentRules.check(content, authors: Paper.authors, conflicts: [], call: call)
          } == nil)
      }
    }
  }

  @Test("C6: after the deadline the track can't change")
  func trackAfterDeadline() throws {
    let call = try CallFixtures.mlsys()
    let deadline = call.calendar.submission.closes
    let later = [
      deadline, deadline.adding(.seconds(1)), call.calendar.reviewing.opens, call.calendar.notification.adding(.days(9)),
    ]
    for track in call.tracks {
      for state in [SubmissionState.draft, .submitted] {
        for now in later {
          let facts = Paper.facts(state, track: track.key)
          for version in [3, 2] {
            let refused = refusal { () throws(Refusal) in
              try SubmissionRules.save(facts, basedOn: version, call: call, at: now)
            }
            #expect(refused == .closed(since: deadline))
          }
        }
      }
    }
  }

  @Test("C17: the appendix is due together with the paper, and each kind of file has its limit")
  func appendix() throws {
    let call = try CallFixtures.mlsys()
    let deadline = call.calendar.submission.closes
    for facts in [Paper.facts(.draft), Paper.submitted] {
      #expect(
        refusal { () throws(Refusal) in try SubmissionRules.upload(facts, call: call, at: .microsecond(before: deadline)) } == nil
      )
      #expect(
        refusal { () throws(Refusal) in try SubmissionRules.upload(facts, call: call, at: deadline) } == .closed(since: deadline))
    }

    #expect(FileSlot.manuscript.limitBytes(in: call) == call.limits.manuscriptBytes)
    #expect(FileSlot.appendix.limitBytes(in: call) == call.limits.appendixBytes)
    #expect(FileSlot.workshop.limitBytes(in: call) == call.limits.manuscriptBytes)
    #expect(FileSlot.source.limitBytes(in: call) == 100_000_000)
  }

  @Test("A form based on an older version is stale, never written over the newer one", arguments: [0, 2, 4])
  func stale(basedOn version: Int) throws {
    let call = try CallFixtures.mlsys()
    let opens = call.calendar.submission.opens
    #expect(
      refusal { () throws(Refusal) in try SubmissionRules.save(Paper.submitted, basedOn: version, call: call, at: opens) }
        == .stale)
  }

  @Test("A withdrawn or rejected paper takes no change, even while submissions are open")
  func ended() throws {
    let call = try CallFixtures.mlsys()
    let now = call.calendar.submission.opens
    for (facts, expected) in Paper.outside where facts.state != .draft {
      #expect(refusal { () throws(Refusal) in try SubmissionRules.save(facts, basedOn: 3, call: call, at: now) } == expected)
      #expect(refusal { () throws(Refusal) in try SubmissionRules.upload(facts, call: call, at: now) } == expected)
      #expect(refusal { () throws(Refusal) in try SubmissionRules.submit(facts, call: call, at: now) } == expected)
    }
  }

  @Test("A paper can be taken back once, until it is rejected or decisions are released")
  func withdraw() {
    for state in [SubmissionState.draft, .submitted] {
      let facts = Paper.facts(state)
      #expect(refusal { () throws(Refusal) in try SubmissionRules.withdraw(facts, releasedAt: nil) } == nil)
      #expect(
        refusal { () throws(Refusal) in try SubmissionRules.withdraw(facts, releasedAt: Paper.releasedAt) }
          == .closed(since: Paper.releasedAt))
    }
    for (facts, expected) in Paper.outside where facts.state != .draft {
      for released in [nil, Paper.releasedAt] {
        #expect(refusal { () throws(Refusal) in try SubmissionRules.withdraw(facts, releasedAt: released) } == expected)
      }
    }
  }

  @Test("C8, C23: a submitted paper is rejected without review on a ground of the call only")
  func grounds() throws {
    let call = try CallFixtures.mlsys()
    let reject = { (ground: String) -> Refusal? in
      refusal { () throws(Refusal) in
        try SubmissionRules.rejectWithoutReview(Paper.submitted, ground: ground, call: call, releasedAt: nil)
      }
    }
    for ground in ["anonymity", "format", "dual-submission", "conflict", "plagiarism", "scope"] { #expect(reject(ground) == nil) }
    for ground in ["", "taste", "Anonymity", "anonymity "] {
      guard case .invalid(let problems) = reject(ground) else {
        Issue.record("the ground “\(ground)” was accepted")
        continue
      }
      #expect(problems.map(\.field) == ["ground"])
    }
  }

  @Test("C23: no rejection without review of a draft, twice, after withdrawal, or after the release")
  func rejectedOnce() throws {
    let call = try CallFixtures.mlsys()
    for (facts, expected) in Paper.outside {
      for ground in ["scope", "no such ground"] {
        let refused = refusal { () throws(Refusal) in
          try SubmissionRules.rejectWithoutReview(facts, ground: ground, call: call, releasedAt: nil)
        }
        #expect(refused == expected)
      }
    }
    let late = refusal { () throws(Refusal) in
      try SubmissionRules.rejectWithoutReview(Paper.submitted, ground: "scope", call: call, releasedAt: Paper.releasedAt)
    }
    #expect(late == .closed(since: Paper.releasedAt))
  }
}
