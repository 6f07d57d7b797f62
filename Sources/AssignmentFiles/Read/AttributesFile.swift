/// What is said of reviewers: for each attribute, such as `seniority`, a value for some or all of them.
struct Attributes {
  struct Attribute {
    let name: String
    fileprivate(set) var valueNames: [String] = []
    /// For each reviewer the number of their value, or −1.
    fileprivate(set) var valueOf: [Int]
  }

  private(set) var list: [Attribute] = []

  init() {}

  subscript(name: String) -> Attribute? { list.first { $0.name == name } }

  /// Refuses a second, other value of an attribute for the same reviewer.
  init(_ lines: SeparatedLines, _ names: PairNames, _ problems: inout ProblemList) throws(FileProblem) {
    var table = TableReader(lines, .attributes)
    var numbers: [String: Int] = [:]
    var values: [[String: Int]] = []
    while try table.next(&problems) {
      guard let reviewer = names.reviewer(table, 0, &problems) else { continue }
      let name = table.text(1)
      let attribute = numbers[name] ?? list.count
      if attribute == list.count {
        numbers[name] = attribute
        list.append(Attribute(name: name, valueOf: Array(repeating: -1, count: names.reviewers.count)))
        values.append([:])
      }
      let text = table.text(2)
      let value = values[attribute][text] ?? list[attribute].valueNames.count
      if value == list[attribute].valueNames.count {
        values[attribute][text] = value
        list[attribute].valueNames.append(text)
      }
      let earlier = list[attribute].valueOf[reviewer]
      if earlier >= 0, earlier != value {
        problems.add(
          table.file, table.line,
          "the \(name) of reviewer “\(table.text(0))” is “\(list[attribute].valueNames[earlier])” in an earlier line. Keep one of the two"
        )
      }
      list[attribute].valueOf[reviewer] = value
    }
    sortValues()
  }

  /// The attributes a packed instance carries.
  init(_ packed: PackedInstance) {
    for (name, numbers) in [
      ("seniority", packed.seniority), ("region", packed.region), ("institution", packed.institution),
    ] {
      let present = Set(numbers).sorted()
      let places = Dictionary(present.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      list.append(
        Attribute(name: name, valueNames: present.map(String.init), valueOf: numbers.map { places[$0] ?? -1 }))
    }
  }

  /// Numbers values by their names, so that the order of lines is forgotten.
  private mutating func sortValues() {
    list.sort { $0.name < $1.name }
    for index in list.indices {
      let order = list[index].valueNames.indices.sorted { list[index].valueNames[$0] < list[index].valueNames[$1] }
      var place = [Int](repeating: 0, count: order.count)
      for (new, old) in order.enumerated() { place[old] = new }
      list[index].valueNames = order.map { list[index].valueNames[$0] }
      list[index].valueOf = list[index].valueOf.map { $0 < 0 ? $0 : place[$0] }
    }
  }
}
