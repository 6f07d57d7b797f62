import Pages
import PeerReview
import Testing

@Suite("Every page")
struct PageTests {
  static let plain = SamplePages(text: { $0 }).all
  static let attack = "\"><script>alert('x')</script>&</textarea><img src=x onerror=alert(1)>"
  static let names = plain.map(\.name)

  func page(_ name: String) throws -> Markup {
    Markup(try #require(Self.plain.first { $0.name == name }).html)
  }

  @Test("is well formed: tags balanced, attributes quoted and unique, no form inside a form", arguments: names)
  func wellFormed(name: String) throws {
    #expect(try page(name).faults == [])
  }

  @Test("has one first heading and one main part", arguments: names)
  func headings(name: String) throws {
    let page = try page(name)
    #expect(page.all("h1").count == 1)
    #expect(page.all("main").count == 1)
  }

  @Test("prints no markup of its own as text", arguments: names)
  func ownMarkup(name: String) throws {
    let html = String(decoding: try #require(Self.plain.first { $0.name == name }).html.bytes, as: UTF8.self)
    #expect(!html.contains("Link(text:") && !html.contains("&lt;a href=") && !html.contains("HTML("))
  }

  @Test("uses each id once", arguments: names)
  func ids(name: String) throws {
    let ids = try page(name).values(of: "id")
    #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    #expect(ids.allSatisfy { !$0.isEmpty && !$0.contains(" ") })
  }

  @Test("labels every control", arguments: names)
  func labels(name: String) throws {
    let page = try page(name)
    let labelled = Set(page.all("label").compactMap { $0.attributes["for"] })
    let controls = page.all("input").filter { $0.attributes["type"] != "hidden" } + page.all("textarea") + page.all("select")
    let bare = controls.filter { $0.attributes["aria-label"] == nil && !labelled.contains($0.attributes["id"] ?? "") }
    #expect(bare.map { $0.attributes["name"] ?? "?" } == [])
  }

  @Test("points its labels, descriptions and fragment links at ids that are there", arguments: names)
  func references(name: String) throws {
    let page = try page(name)
    let ids = Set(page.values(of: "id"))
    let references =
      page.values(of: "for") + page.values(of: "list") + page.values(of: "form") + page.values(of: "data-filters")
      + (page.values(of: "aria-describedby") + page.values(of: "aria-labelledby")).flatMap {
        $0.split(separator: " ").map(String.init)
      }
    #expect(references.filter { !ids.contains($0) } == [])
    let fragments = page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(fragments.filter { !ids.contains($0) } == [])
  }

  @Test("carries the form token in every form that posts", arguments: names)
  func tokens(name: String) throws {
    let page = try page(name)
    let posting = page.all("form").filter { $0.attributes["method"] == "post" }.count
    let tokens = page.all("input").filter { $0.attributes["name"] == "csrf" }
    #expect(tokens.count == posting)
    #expect(tokens.allSatisfy { $0.attributes["value"] == "token" })
  }

  @Test("needs no inline style or script, so that the content security policy can forbid them", arguments: names)
  func policy(name: String) throws {
    let page = try page(name)
    #expect(page.all("style").isEmpty)
    #expect(page.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/lectern.js?v=") == true })
    let inline = page.tags.flatMap { $0.attributes.keys }.filter { $0 == "style" || $0.hasPrefix("on") }
    #expect(inline == [])
  }

  @Test("leads only to this server, to http and https, or to mail", arguments: names)
  func addresses(name: String) throws {
    let page = try page(name)
    let links = page.values(of: "href") + page.values(of: "src") + page.values(of: "action").filter { $0.contains("/") }
    let allowed = links.allSatisfy { link in
      ["/", "#", "?", "https://", "http://", "mailto:"].contains { link.hasPrefix($0) }
    }
    #expect(allowed)
    #expect(!links.contains("#"))
  }

  @Test("prints hostile text as text", arguments: names)
  func hostile(name: String) throws {
    let plain = try page(name)
    let attacked = try #require(SamplePages(text: { Self.attack + $0 }).all.first { $0.name == name })
    let markup = Markup(attacked.html)
    #expect(!attacked.html.text.contains("<script>") && !attacked.html.text.contains("<img src=x"))
    #expect(markup.faults == [])
    // What is typed may repeat paragraphs, but never adds a kind of tag or attribute.
    #expect(Set(markup.tags.map(\.name)) == Set(plain.tags.map(\.name)))
    let keys = Set(plain.tags.flatMap { $0.attributes.keys })
    #expect(Set(markup.tags.flatMap { $0.attributes.keys }).isSubset(of: keys))
  }

  @Test("is the same when printed twice", arguments: names)
  func deterministic(name: String) throws {
    let again = try #require(SamplePages(text: { $0 }).all.first { $0.name == name })
    let first = try #require(Self.plain.first { $0.name == name })
    #expect(first.html.bytes == again.html.bytes)
  }
}
