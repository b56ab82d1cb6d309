import Testing

@testable import LangSmith
