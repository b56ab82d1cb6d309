/// What the models were asked.
package enum Prompt: Sendable {
  case text(String)
  case messages([Message])

  package struct Message: Sendable {
    package let role: String
    package let content: String

    package init(role: String, content: String) {
      self.role = role
      self.content = content
    }
  }
}
