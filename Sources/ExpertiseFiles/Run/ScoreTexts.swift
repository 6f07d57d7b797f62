internal import Expertise

/// What is compared, and whose it is. Equal texts of several people are held once.
struct ScoreTexts: Sendable {
  let papers: [String]
  let people: [String]
  let paperBodies: [String]
  let publicationBodies: [String]
  /// For each person the places of their publications.
  let publications: [[Int]]
  let unknownPeople: [String]
  let emptyPapers: [String]

  init(_ papers: [PaperText], _ people: [PersonPapers]) {
    var places: [String: Int] = [:]
    var bodies: [String] = []
    publications = people.map { person in
      person.publications.map { paper in
        let body = paper.body
        if let place = places[body] { return place }
        places[body] = bodies.count
        bodies.append(body)
        return bodies.count - 1
      }
    }
    publicationBodies = bodies
    paperBodies = papers.map(\.body)
    self.papers = papers.map(\.id)
    self.people = people.map(\.id)
    unknownPeople = people.filter(\.publications.isEmpty).map(\.id)
    emptyPapers = papers.filter(\.isEmpty).map(\.id)
  }

  func scorer(_ sources: ExpertiseSources, weighsWords: Bool = true) async throws -> ExpertiseScorer {
    var encoded: (papers: TextMatrix, publications: TextMatrix)?
    if let encoding = try sources.encoding() {
      encoded = (try await encoding.vectors(of: paperBodies), try await encoding.vectors(of: publicationBodies))
    }
    return ExpertiseScorer(
      papers: paperBodies, publications: publicationBodies, people: publications, mix: sources.mix, table: sources.table,
      weighsWords: weighsWords, encoded: encoded)
  }
}
