import Preference
import StrictJSON
import Testing

@testable import podium

@Suite struct ExampleReadingTests {
  private func prompt(_ inputs: String) throws -> Prompt {
    ExampleReading.prompt(from: try #require(try JSONParser.parse(inputs.utf8).object))
  }

  private static let conversations = [
    #"{"messages": [{"role": "user", "content": "Hi"}]}"#, #"{"input": [{"role": "user", "content": "Hi"}]}"#,
    #"{"messages": [[{"type": "human", "content": "Hi"}]]}"#, #"{"messages": [["human", "Hi"]]}"#,
    #"{"messages": [{"type": "human", "data": {"content": "Hi", "type": "human"}}]}"#,
    #"{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]}"#,
    """
    {"messages": [{"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "HumanMessage"],
                   "kwargs": {"content": "Hi"}}]}
    """,
  ]

  @Test("A conversation is known in all the forms in which it is written", arguments: conversations)
  func conversation(inputs: String) throws {
    #expect(try prompt(inputs) == .messages([.init(role: "user", content: "Hi")]))
  }

  @Test func `One text is that text, code point by code point`() throws {
    #expect(try prompt("{\"q\": \"e\u{301} <b>\\n\"}") == .text("e\u{301} <b>\n"))
  }

  private static let others = [
    #"{"a":"x","b":"y"}"#, #"{"n":1}"#, #"{"list":["x"]}"#, #"{"messages":[]}"#, #"{"messages":[{"x":1}]}"#,
    #"{"messages":[{"role":"user","content":"Hi"},7]}"#, #"{"messages":"Hi","k":1}"#, "{}",
  ]

  @Test("All else is shown as it is", arguments: others)
  func json(inputs: String) throws {
    #expect(try prompt(inputs) == .text(JSONParser.parse(inputs.utf8).text(.indented)))
  }

  @Test func `What stands beside a conversation is shown before it`() throws {
    let prompt = try prompt(#"{"messages":[{"role":"user","content":"Hi"}],"tools":["search"]}"#)
    #expect(
      prompt
        == .messages([
          .init(role: "inputs", content: "{\n  \"tools\": [\n    \"search\"\n  ]\n}"),
          .init(role: "user", content: "Hi"),
        ]))
  }

  @Test func `Parts that are no text, and calls of tools, are not lost`() throws {
    let prompt = try prompt(
      """
      {"messages": [{"role": "user", "content": ["See", {"type": "image_url", "image_url": "u"}]},
                    {"role": "assistant", "content": null, "tool_calls": [{"name": "search"}]}]}
      """)
    guard case .messages(let messages) = prompt else {
      Issue.record("\(prompt)")
      return
    }
    #expect(messages[0].content == "See\n{\n  \"type\": \"image_url\",\n  \"image_url\": \"u\"\n}")
    #expect(messages[1].content == "[\n  {\n    \"name\": \"search\"\n  }\n]")
  }

  @Test func `A reference is the one text of the outputs, or all of them`() {
    #expect(ExampleReading.reference(from: nil) == nil)
    #expect(ExampleReading.reference(from: [:]) == nil)
    #expect(ExampleReading.reference(from: ["answer": "4"]) == "4")
    #expect(ExampleReading.reference(from: ["answer": 4]) == "{\n  \"answer\": 4\n}")
  }
}
