import PeerReview
import Testing

@Suite("How the matcher chooses")
struct PlanMethodTests {
  @Test("Settings are read as a chair types them; what is left out is one half")
  func read() throws {
    #expect(try PlanMethod(name: "fair", limit: "") == PlanMethod(.fair))
    let method = try PlanMethod(name: "perturbed", limit: "0.9", perturbation: "0.25")
    #expect(method.kind == .perturbed && method.limitMillionths == 900_000 && method.perturbationThousandths == 250)
    #expect(method.limit == 0.9 && method.kind.drawsLots && !PlanMethod.Kind.fair.drawsLots)
  }

  @Test("Each wrong setting is refused by its field")
  func refused() {
    func fields(_ name: String, _ limit: String, _ perturbation: String) -> [String] {
      do {
        _ = try PlanMethod(name: name, limit: limit, perturbation: perturbation)
        return []
      } catch Refusal.invalid(let problems) {
        return problems.map(\.field)
      } catch {
        return ["\(error)"]
      }
    }
    #expect(fields("MinMax", "0.5", "0.5") == ["method"])
    for limit in ["0", "1.5", "-1", "nan", "inf", "half"] { #expect(fields("randomized", limit, "") == ["limit"], "\(limit)") }
    for weight in ["0.6", "-0.1", "nan", "much"] { #expect(fields("perturbed", "1", weight) == ["perturbation"], "\(weight)") }
    #expect(fields("", "2", "2") == ["method", "limit", "perturbation"])
  }
}
