internal import Foundation
internal import Screening

/// What the submission forms of files say of their authors.
public struct ScreeningForms: Sendable {
  private let single: FormFacts?
  /// By file name, without its folders.
  private let byFile: [String: FormFacts]

  private init(single: FormFacts?, byFile: [String: FormFacts]) {
    self.single = single
    self.byFile = byFile
  }

  /// No form: no name is looked for.
  public static let none = ScreeningForms(single: nil, byFile: [:])

  /// One form for all files: `{"title", "authors": [{"given", "family", "email", "affiliation"}]}`.
  /// Throws a sentence with the path when it is no such form.
  public init(form path: String) throws {
    self.init(single: try Self.decoded(Form.self, from: path).facts, byFile: [:])
  }

  /// A form for each file: `{"files": [{"file", "form": …}]}`. Of a file's path only its name counts.
  public init(manifest path: String) throws {
    var byFile: [String: FormFacts] = [:]
    for entry in try Self.decoded(Manifest.self, from: path).files {
      if let form = entry.form { byFile[Self.name(of: entry.file)] = form.facts }
    }
    self.init(single: nil, byFile: byFile)
  }

  func form(of path: String) -> FormFacts {
    byFile[Self.name(of: path)] ?? single ?? FormFacts(title: "", authors: [])
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static func decoded<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ScreeningProblem("\(path): can't be read. Give the path of a file with forms.")
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let DecodingError.keyNotFound(key, context) {
      throw ScreeningProblem("\(path): \(place(context)) has no “\(key.stringValue)”. Add it.")
    } catch let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context) {
      throw ScreeningProblem("\(path): \(place(context)) has a value of another kind than a form has. Write text there.")
    } catch {
      throw ScreeningProblem("\(path): is not JSON. Save the form as {\"title\": …, \"authors\": […]}.")
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    return path.isEmpty ? "the file" : "“\(path)”"
  }

  private struct Manifest: Decodable {
    struct Entry: Decodable {
      let file: String
      let form: Form?
    }
    let files: [Entry]
  }

  private struct Form: Decodable {
    struct Author: Decodable {
      let given: String?
      let family: String?
      let email: String?
      let affiliation: String?
    }
    let title: String?
    let authors: [Author]?
    /// The text of each statement by its key.
    let statements: [String: String]?

    var facts: FormFacts {
      FormFacts(
        title: title ?? "",
        authors: (authors ?? []).map {
          FormFacts.Author(
            given: $0.given ?? "", family: $0.family ?? "", email: $0.email ?? "", affiliation: $0.affiliation ?? "")
        },
        statements: (statements ?? [:]).sorted { $0.key < $1.key }.map { .init(label: $0.key, text: $0.value) })
    }
  }
}
