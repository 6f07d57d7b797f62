internal import Foundation
public import Pages
public import PeerReview
internal import Store

extension AccountDesk {
  /// Everything the server holds about this person in the account and at one call, as JSON, from one consistent snapshot. Of
  /// papers they are shut out from there is nothing, and nothing of what others said about them in confidence. On record.
  public func ownData(at call: ID<Call>) async throws -> [UInt8] {
    let (tables, site, at) = try await conference.act { act in
      guard let person = try act.session.person(session.person.id) else { throw Refusal.notFound }
      try act.record("export own data", by: person, at: nil, about: person.id.text)
      return (try act.session.ownData(of: person, at: call), act.conference.settings.site, act.now)
    }
    var text = "{\n\"server\": \(JSONLine.string(site)),\n\"at\": \(JSONLine.string(at.iso8601))"
    for table in tables {
      let rows = table.rows.map { row in
        let fields = zip(table.columns, row).map { "\(JSONLine.string($0)): \(JSONLine.value($1))" }
        return "  {\(fields.joined(separator: ", "))}"
      }
      text += ",\n\(JSONLine.string(table.name)): [" + (rows.isEmpty ? "]" : "\n\(rows.joined(separator: ",\n"))\n]")
    }
    return Array((text + "\n}\n").utf8)
  }

  /// What can be had and what can be erased.
  public func dataPage(typed: String = "", problems: [FieldProblem] = []) async throws -> OwnDataPage {
    try await conference.look { act in
      guard let person = try act.session.person(session.person.id) else { throw Refusal.notFound }
      var obstacles: [FieldProblem] = []
      do {
        try ErasureRules.erase(try act.ties(of: person), typed: person.email, email: person.email)
      } catch Refusal.invalid(let found) {
        obstacles = found
      }
      return OwnDataPage(email: person.email, obstacles: obstacles.map(\.message), typed: typed, problems: problems)
    }
  }
}
