/// Who hands DOIs in at Crossref.
public struct CrossrefDepositor: Sendable {
  public var name: String
  public var email: String
  public var registrant: String
  /// Tells one deposit from another.
  public var batch: String
  /// Grows with each deposit: the moment as digits, `20260520080000`.
  public var timestamp: String

  public init(name: String, email: String, registrant: String, batch: String, timestamp: String) {
    self.name = name
    self.email = email
    self.registrant = registrant
    self.batch = batch
    self.timestamp = timestamp
  }
}

extension Volume {
  /// A deposit in Crossref's schema 5.3.1 of every paper that has a DOI; nil when none has one.
  public func crossrefXML(by depositor: CrossrefDepositor) -> String? {
    let deposited = papers.filter { !$0.doi.isEmpty }
    if deposited.isEmpty { return nil }
    let document: Markup = """
      <?xml version="1.0" encoding="UTF-8"?>
      <doi_batch version="5.3.1" xmlns="http://www.crossref.org/schema/5.3.1" xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" \
      xmlns:ai="http://www.crossref.org/AccessIndicators.xsd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://www.crossref.org/schema/5.3.1 https://www.crossref.org/schemas/crossref5.3.1.xsd">
      <head>
      <doi_batch_id>\(depositor.batch)</doi_batch_id>
      <timestamp>\(depositor.timestamp)</timestamp>
      <depositor><depositor_name>\(depositor.name)</depositor_name><email_address>\(depositor.email)</email_address></depositor>
      <registrant>\(depositor.registrant)</registrant>
      </head>
      <body>
      <conference>
      \(contributors(editors, role: "editor"))\
      \(crossrefEvent)\(crossrefVolume)\(each(deposited, crossrefPaper))</conference>
      </body>
      </doi_batch>

      """
    return document.text
  }

  private var crossrefEvent: Markup {
    """
    <event_metadata>
    <conference_name>\(conference)</conference_name>
    <conference_acronym>\(acronym)</conference_acronym>
    \(with(place) { "<conference_location>\($0)</conference_location>\n" })\
    <conference_date start_year="\(startsOn.year)" start_month="\(startsOn.monthText)" start_day="\(startsOn.dayText)" \
    end_year="\(endsOn.year)" end_month="\(endsOn.monthText)" end_day="\(endsOn.dayText)">\(dates)</conference_date>
    </event_metadata>

    """
  }

  private var crossrefVolume: Markup {
    let number: Markup = isbn.isEmpty ? "<noisbn reason=\"simple_series\" />\n" : "<isbn>\(isbn)</isbn>\n"
    return """
      <proceedings_metadata language="\(language)">
      <proceedings_title>\(title)</proceedings_title>
      <publisher><publisher_name>\(publisher)</publisher_name></publisher>
      \(date(publishedOn))\
      \(number)\
      \(with(doi) { "<doi_data><doi>\($0)</doi><resource>\(address)</resource></doi_data>\n" })\
      </proceedings_metadata>

      """
  }

  /// The order of the elements is the schema's.
  private func crossrefPaper(_ paper: Paper) -> Markup {
    """
    <conference_paper publication_type="full_text" language="\(language)">
    \(contributors(paper.authors, role: "author"))\
    <titles><title>\(oneLine(paper.title))</title></titles>
    \(with(oneLine(paper.abstract)) { "<jats:abstract><jats:p>\($0)</jats:p></jats:abstract>\n" })\
    \(date(publishedOn))\
    \(with(paper.pages) { "<pages><first_page>\($0.first)</first_page><last_page>\($0.last)</last_page></pages>\n" })\
    \(with(licence) { "<ai:program name=\"AccessIndicators\"><ai:license_ref>\($0.address)</ai:license_ref></ai:program>\n" })\
    <doi_data><doi>\(paper.doi)</doi><resource>\(address + paper.pagePath)</resource></doi_data>
    </conference_paper>

    """
  }

  private func date(_ day: Day) -> Markup {
    """
    <publication_date media_type="online"><month>\(day.monthText)</month><day>\(day.dayText)</day>\
    <year>\(day.year)</year></publication_date>

    """
  }

  private func contributors(_ people: [Contributor], role: String) -> Markup {
    if people.isEmpty { return .empty }
    let names = each(people.enumerated()) { position, person in
      """
      <person_name sequence="\(position == 0 ? "first" : "additional")" contributor_role="\(role)">\
      \(with(person.name.given) { "<given_name>\($0)</given_name>" })\
      <surname>\(person.name.fullFamily)</surname>\
      \(with(person.name.suffix) { "<suffix>\($0)</suffix>" })\
      \(with(person.affiliation) {
        "<affiliations><institution><institution_name>\($0)</institution_name></institution></affiliations>" })\
      \(with(person.orcid) { "<ORCID>\(Address(orcid: $0))</ORCID>" })</person_name>

      """
    }
    return "<contributors>\n\(names)</contributors>\n"
  }
}
