import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

/// Which motions a list shows.
enum MotionChoice: String, CaseIterable {
    /// What waits for the viewer.
    case mine
    /// What is under way.
    case open
    /// What was decided.
    case decided
    /// All of them, those that were withdrawn too.
    case all

    var name: Wording {
        switch self {
        case .mine: Wording(zh: "等我办理", en: "Waiting for me")
        case .open: Wording(zh: "办理中", en: "Under way")
        case .decided: Wording(zh: "已决定", en: "Decided")
        case .all: Wording(zh: "全部", en: "All")
        }
    }
}

extension Visit {
    /// The motions that the viewer may see, the last moved first; and whether it is their turn.
    func motionsInReach() throws -> [(line: MotionLine, isMine: Bool)] {
        var desk = workbench.desk.desk()
        var source = SystemRandomNumberGenerator()
        let officer = try officer(at: &desk, from: &source)
        let reach = reach(of: .readRegister)
        return try motionLines().filter { may(.readWhole) || $0.isSeen(within: reach, by: officer) }.map { line in
            let isTurn = line.waiting.contains { waiting in
                viewer.map { line.motion.isTurn(of: $0.account, as: officer, awaiting: waiting) } ?? false
            }
            return (line, isTurn || (line.next != nil && may(.move)))
        }
    }

    /// What waits for the viewer.
    func waitingForMe() throws -> [(title: String, detail: String, link: Link)] {
        guard may(.readRegister) else { return importsToDecide() }
        return try motionsInReach().filter(\.isMine).map { line, _ in
            (
                line.title ?? say("文本已删除", "the text is gone"), waits(line),
                Link.path(["motions", "\(line.motion.number)"])
            )
        } + importsToDecide()
    }

    /// The motions, the last moved first.
    func motionLines() throws(OfficeFailure) -> [MotionLine] {
        try motionShelf().lines
    }

    /// The motions with what happened to them until now.
    func motionShelf() throws(OfficeFailure) -> MotionShelf {
        try workbench.derived.motions(on: workbench.desk, at: now)
    }

    /// The motions that are on the agenda of a meeting.
    func placedMotions() throws(OfficeFailure) -> [Motion] {
        try motionLines().map(\.motion).filter { $0.agenda != nil && !$0.isWithdrawn && !$0.isReturned }
    }

    /// What a motion waits for, or how it ended.
    func waits(_ line: MotionLine) -> String {
        if line.motion.isWithdrawn { return say("已撤回", "withdrawn") }
        var parts = line.waiting.map(said)
        if line.motion.enactment != nil { parts.insert(say("已决定", "decided"), at: 0) }
        if let next = line.next { parts.append(say("待\(next.name.zh)办理", "waits for \(next.name.en)")) }
        return parts.joined(separator: say("；", "; "))
    }

    /// The list of motions.
    func motionList() throws -> Reply {
        let body = try filterPick("body", say("涉及机构", "Touching"), of: ["motions"])
        if let location = body.location { return .on(to: location) }
        let narrowedTo = body.chosen
        let ofBody = narrowedTo.map { [(name: "body", value: $0.description)] } ?? []
        let all = try motionsInReach().filter { one in narrowedTo.map { one.line.bodies.contains($0) } ?? true }
        let mine = all.count(where: \.isMine)
        let choice = query["show"].flatMap(MotionChoice.init(rawValue:)) ?? (mine > 0 ? .mine : .open)
        func count(_ choice: MotionChoice) -> Int { all.count { holds($0, choice) } }
        let shown = all.filter { holds($0, choice) }
        var head = PageHead(title: say("动议件", "Motions"), place: "motions", isDated: false)
        if may(.requestHeads) {
            head.action = (
                may(.move) ? say("办理变动", "Change something") : say("申报", "File a request"), .path(["changes"])
            )
        }
        return page(head, status: body.field.fault == nil ? 200 : 422) { html in
            html(.nav, .class("tabs"), .aria(.label, say("范围", "Which"))) { html in
                for one in MotionChoice.allCases {
                    html(
                        .a, .href(.path(["motions"], query: [("show", one.rawValue)] + ofBody)),
                        .aria(.current, "page").when(one == choice), text: "\(say(one.name)) \(count(one).grouped)")
                }
            }
            writeFilters(of: ["motions"], [body.field], isNarrowed: narrowedTo != nil, into: &html) { html in
                html(.input, .type("hidden"), .name("show"), .value(choice.rawValue))
            }
            guard !shown.isEmpty else {
                html(.p, .class("empty"), text: say("没有动议件。", "There are no motions here."))
                return
            }
            writeMotions(shown.prefix(500).map(\.line), into: &html)
        }
    }

    private func holds(_ one: (line: MotionLine, isMine: Bool), _ choice: MotionChoice) -> Bool {
        switch choice {
        case .mine: one.isMine
        case .open: one.line.isUnderWay
        case .decided: one.line.motion.enactment != nil
        case .all: true
        }
    }

    /// Motions in a table.
    func writeMotions(_ lines: [MotionLine], into html: inout Markup) {
        let titles = [
            say("编号", "No."), say("事由", "About"), say("类别", "Kind"), say("提出单位", "Moved by"),
            say("阶段", "Stage"), say("现状", "Standing"), say("最后办理", "Last touched"),
        ]
        html(.div, .class("scroll")) { html in
            html(.table, .class("table dense motions")) { html in
                html(.thead) { html in
                    html(.tr) { html in
                        for title in titles {
                            html(.th, .scope("col"), .class("number").when(title == titles[0]), text: title)
                        }
                    }
                }
                html(.tbody) { html in
                    for line in lines {
                        html(.tr) { html in
                            html(.td, .class("number"), text: "\(line.motion.number)")
                            html(.th, .scope("row")) { html in
                                html(
                                    .a, .href(.path(["motions", "\(line.motion.number)"])),
                                    text: line.title ?? say("文本已删除", "the text is gone"))
                            }
                            html(.td, text: say(line.motion.subject.matter.name).capitalisedFirst)
                            html(.td, text: line.motion.subject.organ)
                            html(.td, text: say(line.motion.stage(awaiting: line.waiting).name).capitalisedFirst)
                            html(.td, text: waits(line).capitalisedFirst)
                            html(.td, text: line.motion.events.last.map { say($0.day) } ?? "")
                        }
                    }
                }
            }
        }
    }

    /// The motions and drafts under way that touch a body.
    func bodyMotions() throws -> Reply {
        let body = try body()
        let lines = try motionsInReach().map(\.line).filter { $0.motion.isOpen && $0.bodies.contains(body.id) }
        let drafts = may(.readWhole) ? try workbench.desk.desk().drafts(touching: body.id, at: now) : []
        return page(bodyHead(body)) { html in
            writeTabs(of: body, "motions", into: &html)
            html(.h2, text: say("办理中的动议件", "Motions under way"))
            if lines.isEmpty {
                html(.p, .class("quiet"), text: say("没有涉及本机构的动议件。", "No motion under way touches this body."))
            } else {
                writeMotions(lines, into: &html)
            }
            guard !drafts.isEmpty else { return }
            html(.h2, text: say("涉及本机构的改革方案稿", "Drafts of plans that touch it"))
            html(.ul, .class("plain")) { html in
                for name in drafts { html(.li, text: name) }
            }
        }
    }
}
