import Basics

extension OverlapPair {
    /// What to tell a person who decides on the pair.
    package var why: Wording {
        let parts = shared.prefix(3).map(\.text)
        var zh = parts.isEmpty ? "两条职责用词相近" : "两条职责都涉及“\(parts.joined(separator: "”“"))”"
        var en =
            parts.isEmpty
            ? "The two statements are worded alike"
            : "Both statements are about \(parts.map { "“\($0)”" }.joined(separator: ", "))"
        if !joined.isEmpty {
            let pairs = joined.prefix(3)
            zh += "；" + pairs.map { "“\($0.first)”与“\($0.second)”" }.joined(separator: "、") + "按同义词表是一回事"
            en +=
                "; by the list of synonyms "
                + pairs.map { "“\($0.first)” and “\($0.second)”" }.joined(separator: ", ")
                + (pairs.count == 1 ? " are one" : " are one each")
        }
        if sameLine {
            zh += "；两家同属一个主管部门，请先看是不是上下分工"
            en += "; both are under one department, so first see whether they share the work between them"
        }
        return Wording(
            zh: zh + "。请判定是否同一事项：是，定牵头与配合；不是，记为不同。",
            en: en
                + ". Decide whether they are one matter: if so, name who leads and who assists; if not, record them as "
                + "different.")
    }
}
