import Hummingbird
import Pages

/// What a list is asked for as, instead of a page.
enum ListFormat: String {
  case csv
  case json
}

extension Request {
  /// From `format` of the address; nil for the page.
  var askedFormat: ListFormat? { ListFormat(rawValue: asked("format")) }
}

extension Response {
  /// A list as a file. Comma-separated values are saved under `name`.
  static func list(_ table: some ListFile, as format: ListFormat, named name: StaticString) throws -> Response {
    switch format {
    case .csv: .file(named: name, type: "text/csv; charset=utf-8", table.csv)
    case .json: try .json(table.entries)
    }
  }
}
