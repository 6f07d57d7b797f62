internal import AssignmentFiles
internal import Expertise

/// Scores of an earlier run, as far as they still hold: those of papers and people whose texts didn't change.
///
/// They keep the rarity of words as it was counted in their run; only a run without them counts anew for all.
struct EarlierScores: Sendable {
  typealias PersonScore = ExpertiseScorer.PersonScore

  /// People whose scores must be made, by their places.
  let changedPeople: Set<Int>
  private let top: Int?
  /// The rows that hold, of each paper that didn't change; and whether rows were lost to people who changed or left.
  private var kept: [Int: [PersonScore]] = [:]
  private var least: [Int: Float] = [:]
  private var sizes: [Int: Int] = [:]
  private var shortened: Set<Int> = []

  /// Nil when `scores` or its state isn't there or was made with other settings: then everything is to be made.
  init?(scores: String, marks: String?, texts: ScoreTexts, state: ScoreState, top: Int?) {
    guard let earlier = ScoreState(of: scores), earlier.settings == state.settings else { return nil }
    self.top = top
    changedPeople = Set(texts.people.indices.filter { earlier.people[texts.people[$0]] != state.people[texts.people[$0]] })
    let papers = texts.papers.indices.filter { earlier.papers[texts.papers[$0]] == state.papers[texts.papers[$0]] }
    let paperPlaces = Dictionary(papers.map { (texts.papers[$0], $0) }) { first, _ in first }
    let personPlaces = Dictionary(zip(texts.people, texts.people.indices)) { first, _ in first }
    for place in papers { kept[place] = [] }
    do {
      let marked = try marks.map { file throws(FileProblem) in try Self.marks(file) } ?? [:]
      var rows = CSVRows(try LineSource(file: scores).rest(), file: scores)
      _ = try rows.next()
      while let row = try rows.next() {
        guard row.count == 3, let score = Float(row[2]) else { return nil }
        guard let paper = paperPlaces[row[0]] else { continue }
        least[paper] = min(least[paper] ?? .infinity, score)
        sizes[paper, default: 0] += 1
        if let person = personPlaces[row[1]], !changedPeople.contains(person) {
          let marks = marked[row[0]]?[row[1]] ?? []
          kept[paper, default: []].append(PersonScore(person: person, score: score, marks: marks))
        } else {
          shortened.insert(paper)
        }
      }
    } catch {
      return nil
    }
  }

  var keptPapers: Int { kept.count }

  /// The paper's row, with what is known now of those who changed. Nil when the paper changed, or when somebody left its best, so
  /// that another who isn't known may belong to them.
  func row(of paper: Int, _ changed: [PersonScore]) -> [PersonScore]? {
    guard let kept = kept[paper] else { return nil }
    guard let top else { return (kept + changed).sorted { $0.person < $1.person } }
    let all = (kept + changed).sorted { ($1.score, $0.person) < ($0.score, $1.person) }
    if shortened.contains(paper), sizes[paper, default: 0] >= top {
      // Whoever isn't known scores at most what the last of the earlier best did.
      let sure = all.prefix { $0.score > (least[paper] ?? .infinity) }
      return sure.count >= top ? Array(sure.prefix(top)) : nil
    }
    return Array(all.prefix(top))
  }

  private static func marks(_ file: String) throws(FileProblem) -> [String: [String: Set<ExpertiseMark>]] {
    var marks: [String: [String: Set<ExpertiseMark>]] = [:]
    var rows = CSVRows(try LineSource(file: file).rest(), file: file)
    _ = try rows.next()
    while let row = try rows.next() {
      guard row.count == 3, let mark = ExpertiseMark(rawValue: row[2]) else {
        throw FileProblem(file, "isn't a file of marks")
      }
      marks[row[0], default: [:]][row[1], default: []].insert(mark)
    }
    return marks
  }
}
