import Accounts

/// A way into the system (入口): what asks for it, whom it is open to, and what answers.
struct Route: Sendable {
    /// How it is asked.
    enum Method: String, Sendable {
        /// Reads.
        case get = "GET"
        /// Changes something.
        case post = "POST"
    }

    /// Whom it is open to.
    enum Access: Hashable, Sendable {
        /// Everybody, signed in or not.
        case everybody
        /// Whoever has a right.
        case right(Right)
    }

    /// What answers it. What is thrown becomes a page by what it is, so any error may come.
    typealias Answer = @Sendable (Visit) throws -> Reply

    let method: Method
    /// The path, with names in braces: `/bodies/{id}`.
    let pattern: String
    let access: Access
    /// Whether it waits for the database, and is answered where waiting keeps nobody else.
    let waits: Bool
    /// The longest body it takes, in bytes.
    let longest: Int
    let answer: Answer
    /// Tells a form of it that waits; nil for pages, and for forms of which there is nothing to tell.
    var tells: Teller?

    /// What tells a form that was sent and waits.
    typealias Teller = @Sendable (Visit) throws -> SentForm

    /// A page of what is in memory.
    static func page(_ pattern: String, _ right: Right, _ answer: @escaping Answer) -> Route {
        Route(method: .get, pattern: pattern, access: .right(right), waits: false, longest: 0, answer: answer)
    }

    /// A page that asks the database.
    static func slowPage(_ pattern: String, _ right: Right, _ answer: @escaping Answer) -> Route {
        Route(method: .get, pattern: pattern, access: .right(right), waits: true, longest: 0, answer: answer)
    }

    /// A form that is sent.
    static func form(
        _ pattern: String, _ right: Right, longest: Int = 1_048_576, tells: Teller? = nil, _ answer: @escaping Answer
    ) -> Route {
        Route(
            method: .post, pattern: pattern, access: .right(right), waits: true, longest: longest, answer: answer,
            tells: tells)
    }

    /// A page for everybody.
    static func open(_ pattern: String, _ answer: @escaping Answer) -> Route {
        Route(method: .get, pattern: pattern, access: .everybody, waits: true, longest: 0, answer: answer)
    }

    /// A form for everybody.
    static func openForm(_ pattern: String, longest: Int = 65_536, _ answer: @escaping Answer) -> Route {
        Route(method: .post, pattern: pattern, access: .everybody, waits: true, longest: longest, answer: answer)
    }
}
