import Basics
import HTML

extension Fields {
    /// The names of those of some fields that came, but narrow nothing: they came twice, or stand for nothing that there is.
    /// - Parameter fields: what each is called on the page, and whether it could be read.
    func unread(_ fields: [(name: String, title: Wording, isRead: Bool)]) -> [Wording] {
        fields.filter { !$0.isRead && all($0.name).contains { !$0.trimmed.isEmpty } }.map(\.title)
    }
}

extension Visit {
    /// Says which conditions of an address couldn't be read, so that nobody takes the whole list for a part of it.
    func writeUnread(_ titles: [Wording], into html: inout Markup) {
        guard !titles.isEmpty else { return }
        let names = titles.map(say).joined(separator: say("、", ", "))
        html(
            .p, .class("note warned"), .role("alert"),
            text: say(
                "网址中的这些条件无法识别，或出现了两次，没有起作用：\(names)。请重新选择。",
                "These conditions of the address can't be read, or came twice, and narrow nothing: \(names). Choose again."
            ))
    }
}
