/// A column heading that orders the table by its column, and the other way round when pressed again.
func orderLink(_ key: String, _ label: String, sort: String, _ link: (String) -> Link) -> HTML {
  let up = sort == key
  let down = sort == "-" + key
  let next = up ? "-" + key : key
  return """
    <a class="order" href="\(link(next))"\(attribute: "aria-label", "Order by \(label)\(up ? ", descending" : "")")>\(label)\
    <span aria-hidden="true">\(up ? " ↑" : down ? " ↓" : "")</span></a>
    """
}
