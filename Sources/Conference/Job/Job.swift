internal import PeerReview

/// Work that follows from a committed fact: ids only, run at least once, harmless when run twice.
enum Job: Hashable, Sendable {
  /// Looks at an uploaded file and stores the findings.
  case screen(ID<Manuscript>)
  /// Looks for text that a manuscript shares with other papers.
  case compare(ID<Manuscript>)
  /// Judges the files of a call again by its changed rules.
  case screenAgain(ID<Call>)
  /// Makes the copy of an uploaded file that reviewers read.
  case copy(ID<Manuscript>)
  /// Solves a plan that a chair asked for.
  case solve(ID<Plan>)
  /// Releases a plan, as a chair asked.
  case release(ID<Plan>)
  /// Releases all decisions of a call at the moment a chair set. It may have been moved or taken back since.
  case releaseDecisions(ID<Call>)
  /// Scores papers by what people wrote, as a chair asked for.
  case scoreTexts(ID<TextScoring>)
  /// Writes to those who have to know of a comment, of a paper handed back, of a conflict that ended an assignment. How many
  /// they are is not to be felt by whoever caused it.
  case tellOfComment(ID<Comment>)
  case tellOfRecusal(ID<Assignment>)
  case tellOfConflict(ID<Assignment>)
  /// The same of an author's word: on declared conflicts, or that someone who is listed is no author. By its number at the paper.
  case tellOfAnswer(ID<Submission>, number: Int)
  case tellOfDenial(ID<Submission>, number: Int)
  /// Writes to those whom a moved date binds.
  case tellOfDate(ID<DateChange>)
  /// Writes to the chairs of a paper whose metareviewer left.
  case tellOfMetareviewer(ID<Metareview>)
  /// Writes to somebody from outside whom a reviewer asked, or tells them that it is over. Whether they may know of the paper is not
  /// to be felt.
  case askExternal(ID<Delegation>)
  case tellDelegationEnded(ID<Delegation>)
  case endDelegations(ID<Assignment>)
  /// Ends the assignments without a review of someone who is no reviewer any more.
  case freePapers(ID<Person>)
  /// Puts the pseudonym wherever an erased person stood.
  case erase(ID<Person>)

  var kind: String {
    switch self {
    case .screen: "screen"
    case .screenAgain: "screen again"
    case .compare: "compare"
    case .copy: "copy"
    case .solve: "solve"
    case .release: "release"
    case .releaseDecisions: "release decisions"
    case .scoreTexts: "score texts"
    case .tellOfComment: "tell of comment"
    case .tellOfRecusal: "tell of recusal"
    case .tellOfConflict: "tell of conflict"
    case .tellOfDate: "tell of date"
    case .tellOfAnswer: "tell of answer"
    case .tellOfDenial: "tell of denial"
    case .tellOfMetareviewer: "tell of metareviewer"
    case .askExternal: "ask external"
    case .tellDelegationEnded: "tell of ended delegation"
    case .endDelegations: "end delegations"
    case .freePapers: "free papers"
    case .erase: "erase"
    }
  }

  var subject: String {
    switch self {
    case .screen(let id), .copy(let id), .compare(let id): id.text
    case .screenAgain(let id), .releaseDecisions(let id): id.text
    case .solve(let id), .release(let id): id.text
    case .scoreTexts(let id): id.text
    case .tellOfComment(let id): id.text
    case .tellOfRecusal(let id), .tellOfConflict(let id), .endDelegations(let id): id.text
    case .askExternal(let id), .tellDelegationEnded(let id): id.text
    case .tellOfDate(let id): id.text
    case .tellOfAnswer(let id, let number), .tellOfDenial(let id, let number): "\(id) \(number)"
    case .tellOfMetareviewer(let id): id.text
    case .freePapers(let id), .erase(let id): id.text
    }
  }

  /// Nil for a kind this program doesn't know.
  init?(kind: String, subject: String) {
    let words = subject.split(separator: " ").map(String.init)
    let number = words.count == 2 ? words.last.flatMap { Int($0) } : nil
    let paper = ID<Submission>(words.first ?? "")
    switch kind {
    case "screen": self = .screen(ID(subject))
    case "screen again": self = .screenAgain(ID(subject))
    case "compare": self = .compare(ID(subject))
    case "copy": self = .copy(ID(subject))
    case "solve": self = .solve(ID(subject))
    case "release": self = .release(ID(subject))
    case "release decisions": self = .releaseDecisions(ID(subject))
    case "score texts": self = .scoreTexts(ID(subject))
    case "tell of comment": self = .tellOfComment(ID(subject))
    case "tell of recusal": self = .tellOfRecusal(ID(subject))
    case "tell of conflict": self = .tellOfConflict(ID(subject))
    case "tell of date": self = .tellOfDate(ID(subject))
    case "tell of answer": self = .tellOfAnswer(paper, number: number ?? 0)
    case "tell of denial": self = .tellOfDenial(paper, number: number ?? 0)
    case "tell of metareviewer": self = .tellOfMetareviewer(ID(subject))
    case "ask external": self = .askExternal(ID(subject))
    case "tell of ended delegation": self = .tellDelegationEnded(ID(subject))
    case "end delegations": self = .endDelegations(ID(subject))
    case "free papers": self = .freePapers(ID(subject))
    case "erase": self = .erase(ID(subject))
    default: return nil
    }
  }
}
