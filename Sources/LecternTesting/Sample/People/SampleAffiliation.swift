/// A made-up place of work. Its domain ends in `.example`, which RFC 2606 keeps from ever being registered.
public struct SampleAffiliation: Hashable, Sendable {
  public enum Kind: String, Hashable, CaseIterable, Sendable { case university, company, laboratory }
  public let name: String
  public let domain: String
  public let country: String
  public let kind: Kind

  /// All of them, always in the same order.
  public static let all: [SampleAffiliation] =
    entries(.university, universities) + entries(.laboratory, laboratories) + entries(.company, companies)

  private static func entries(_ kind: Kind, _ rows: [(String, String, String)]) -> [SampleAffiliation] {
    rows.map { SampleAffiliation(name: $0.0, domain: $0.1 + ".example", country: $0.2, kind: kind) }
  }

  // The countries are as made up as the places, so that no real institution could feel meant.
  private static let universities = [
    ("University of Northmere", "northmere-university", "Aldermark"),
    ("Saltmarsh State University", "saltmarsh", "Aldermark"),
    ("Halvorsen Institute of Technology", "hit-halvorsen", "Norrheim"),
    ("Universidad del Valle Azulado", "valle-azulado", "Costa Serena"),
    ("Technische Hochschule Steinwinkel", "th-steinwinkel", "Waldau"),
    ("Université de Montclairval", "montclairval", "Valcourt"),
    ("Kagerō University of Science", "kagero", "Hoshikawa"),
    ("Silverpine Polytechnic", "silverpine", "Aldermark"),
    ("Greater Harbour University", "greater-harbour", "Lanternsea"),
    ("University of the Two Rivers", "two-rivers", "Ojuland"),
    ("Baobab Plains University", "baobab-plains", "Ojuland"),
    ("Jade Terrace University", "jade-terrace", "Lanternsea"),
    ("Moonlake Institute of Science", "moonlake", "Lanternsea"),
    ("Universidade da Serra Clara", "serra-clara", "Costa Serena"),
    ("Monsoon Coast Institute of Technology", "monsoon-coast", "Samudra"),
    ("University of Eastern Samudra", "eastern-samudra", "Samudra"),
    ("Cedar Gate University", "cedar-gate", "Levara"),
    ("Polytechnic of New Levara", "new-levara", "Levara"),
    ("Kōwhai Bay University", "kowhai-bay", "Aotea"),
    ("Fjordhavn University", "fjordhavn", "Norrheim"),
    ("Amber Shore Technical University", "amber-shore", "Baltara"),
    ("Royal College of Wetherby Cross", "wetherby-cross", "Aldermark"),
    ("Altiplano Technical University", "altiplano-technical", "Costa Serena"),
    ("Steppe Lights University", "steppe-lights", "Baltara"),
  ]
  private static let laboratories = [
    ("Quillfeather Laboratory", "quillfeather-lab", "Aldermark"),
    ("Institut Grandvent", "grandvent", "Valcourt"),
    ("Driftwood Center for Computing", "driftwood-computing", "Aldermark"),
    ("Lanternsea National Laboratory of Computing", "lanternsea-lab", "Lanternsea"),
    ("Blauwald Institute for Machine Learning", "blauwald", "Waldau"),
    ("Savanna Institute of Data Science", "savanna-institute", "Ojuland"),
    ("Samudra Foundation for Research", "samudra-foundation", "Samudra"),
    ("Borealis Observatory of Algorithms", "borealis-observatory", "Norrheim"),
  ]
  private static let companies = [
    ("Lumen Forge", "lumen-forge", "Aldermark"),
    ("Parcel & Kite Cloud", "parcel-kite", "Aldermark"),
    ("Tidewheel Systems", "tidewheel", "Norrheim"),
    ("Ninefold Semiconductors", "ninefold", "Lanternsea"),
    ("Hearthstone Robotics Works", "hearthstone-works", "Waldau"),
    ("Papaya Cloud", "papaya-cloud", "Costa Serena"),
    ("Origami Compute", "origami-compute", "Hoshikawa"),
    ("Blue Heron Search", "blue-heron", "Valcourt"),
    ("Copper Finch Silicon", "copper-finch", "Aldermark"),
    ("Mango Lantern Labs", "mango-lantern", "Samudra"),
    ("Weaverbird Networks", "weaverbird", "Ojuland"),
    ("Glasshouse Storage", "glasshouse-storage", "Baltara"),
    ("Sundial Mobility", "sundial-mobility", "Levara"),
    ("Pebble & Loom", "pebble-loom", "Aotea"),
  ]
}
