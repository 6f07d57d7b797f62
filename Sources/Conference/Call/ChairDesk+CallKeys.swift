internal import PeerReview
internal import Store

/// The keys of a call that its conference uses already: removing one would leave papers, reviews or decisions without
/// meaning.
struct CallKeys {
  let stored: StoredKeys
  let contents: [SubmissionContent]

  typealias Loss = (section: String, message: String)

  /// One sentence for each key in use that `changed` lacks, with the section of the file it belongs to.
  func lost(from current: Call, to changed: Call) -> [Loss] {
    let tracks = Set(contents.map(\.track))
    let topics = Set(contents.flatMap(\.topics)).union(stored.expertiseTopics)
    let exceptions = Set(contents.flatMap { $0.answers.exceptions.keys })
    let plain: [(String, String, Set<String>, [String], [String])] = [
      ("tracks", "track", tracks, current.tracks.map(\.key), changed.tracks.map(\.key)),
      ("topics", "topic", topics, current.topics.map(\.key), changed.topics.map(\.key)),
      (
        "dual-submission-exceptions", "exception", exceptions, current.dualSubmissionExceptions.map(\.key),
        changed.dualSubmissionExceptions.map(\.key)
      ),
      (
        "conflict-kinds", "kind of conflict", stored.conflictKinds, current.conflictKinds.map(\.key),
        changed.conflictKinds.map(\.key)
      ),
      (
        "desk-rejection", "ground", stored.deskGrounds, current.desk.grounds.map(\.key), changed.desk.grounds.map(\.key)
      ),
      ("bidding", "bid level", stored.bidLevels, current.bidding.levels.map(\.key), changed.bidding.levels.map(\.key)),
      ("decisions", "decision", stored.decisions, current.decisions.map(\.key), changed.decisions.map(\.key)),
    ]
    let simple = plain.flatMap { section, noun, used, before, after in
      before.filter { used.contains($0) && !after.contains($0) }.map { key in
        (section, "The \(noun) “\(key)” is in use and can't be removed. Keep its key; its words may change.")
      }
    }
    return simple + answers(current, changed) + questions(current, changed)
  }

  /// Declarations and statements that authors have answered, with the options they chose.
  private func answers(_ current: Call, _ changed: Call) -> [Loss] {
    let given = Set(contents.flatMap { $0.answers.declarations.filter { !$0.value.isEmpty }.keys })
    let declarations = current.declarations.map(\.key).filter { key in
      given.contains(key) && !changed.declarations.contains { $0.key == key }
    }
    let options = changed.declarations.flatMap { declaration -> [Loss] in
      guard case .choose(let options) = declaration.answer else { return [] }
      let chosen = Set(contents.compactMap { $0.answers.declarations[declaration.key] }.filter { !$0.isEmpty })
      return chosen.subtracting(options.map(\.key)).sorted().map { key in
        ("declarations", "The answer “\(key)” to the declaration “\(declaration.key)” was given and can't be removed.")
      }
    }
    let written = Set(contents.flatMap { $0.answers.statements.filter { !$0.value.isEmpty }.keys })
    let statements = current.tracks.flatMap(\.statements).map(\.key).filter { key in
      written.contains(key) && !changed.tracks.flatMap(\.statements).contains { $0.key == key }
    }
    return declarations.map { ("declarations", "The declaration “\($0)” was answered by authors and can't be removed.") }
      + options
      + Set(statements).sorted().map { ("tracks", "The statement “\($0)” was written by authors and can't be removed.") }
  }

  /// Questions and grades of review forms that reviewers have answered.
  private func questions(_ current: Call, _ changed: Call) -> [Loss] {
    current.tracks.filter { stored.reviewedTracks.contains($0.key) }.flatMap { track -> [Loss] in
      guard let after = changed.track(track.key)?.reviewForm else { return [] }
      let before = track.reviewForm
      let texts = before.texts.map(\.key).filter { key in !after.texts.contains { $0.key == key } }
      let scores = before.scored.filter { criterion in
        guard let kept = after.scored.first(where: { $0.key == criterion.key }) else { return true }
        return !Set(criterion.grades.map(\.value)).isSubset(of: kept.grades.map(\.value))
      }.map(\.key)
      return (scores + texts).map { key in
        ("tracks", "Reviews on the track “\(track.key)” have begun; the question “\(key)” and its grades can't be removed.")
      }
    }
  }

  /// The line on which a section of the file begins; the first when it has none.
  static func line(of section: String, in text: String) -> Int {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (lines.firstIndex { $0.hasPrefix(section + ":") } ?? 0) + 1
  }
}
