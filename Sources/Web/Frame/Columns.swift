import HTML

extension Markup {
    /// The head of a table: the columns from the left, and after them those that hold numbers.
    mutating func columns(_ words: [String], numbers: [String] = []) {
        self(.thead) { html in
            html(.tr) { html in
                for title in words { html(.th, .scope("col"), text: title) }
                for title in numbers { html(.th, .scope("col"), .class("number"), text: title) }
            }
        }
    }
}
