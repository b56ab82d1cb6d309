import Testing

@testable import Preference

@Suite struct NearestNameTests {
  @Test(
    "A misspelled name has a nearest one",
    arguments: [
      ("txet", "text"), ("TEXT", "text"), ("runid", "run_id"), ("output", "outputs"),
      ("candidate", "candidates"),
      ("sesion_id", "session_id"),
    ])
  func near(misspelled: String, name: String) {
    #expect(
      NearestName(of: misspelled, among: ["id", "text", "outputs", "run_id", "session_id", "candidates"])?
        .name == name)
  }

  @Test("A name unlike all others has none", arguments: ["", "response_a", "completely different"])
  func far(name: String) {
    #expect(NearestName(of: name, among: ["text", "outputs", "candidates"]) == nil)
    #expect(NearestName(of: name, among: []) == nil)
  }
}
