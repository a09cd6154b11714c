import Accounts
import Basics
import HTML
import Office
import Papers
import Procedure
import Registry

extension Route {
    /// Motions on their way: read, reviewed, given back, deliberated, decided.
    static let motionRoutes: [Route] =
        [
            .slowPage("/motions", .readRegister) { try $0.motionList() },
            .slowPage("/motions/{number}", .readRegister) { try $0.motionPage() },
        ]
        + MotionTask.allCases.map { task in
            .form(
                "/motions/{number}/\(task.rawValue)", task.right, longest: 65_536, tells: { try $0.told(task) }
            ) { try $0.work(on: task) }
        }
}

extension Visit {
    /// Does with a motion what was asked, or shows it again with all that was typed and why not.
    func work(on task: MotionTask) throws -> Reply {
        let view = try motionView()
        var fields = taken(fields(of: task, view))
        for index in fields.indices
        where fields[index].name.hasSuffix("-number") || fields[index].name.hasSuffix("-minutes") {
            guard fields[index].fault == nil, !fields[index].value.isEmpty, Citation(fields[index].value) == nil
            else { continue }
            fields[index].fault = say("不是文号，应写作 某编〔2020〕12号。", "No document number; write it as ABC[2020]12.")
        }
        if task == .countersign, form["then"] == "return" {
            // Whoever refuses needs no document, but a reason.
            for index in fields.indices where fields[index].name != "countersign-note" { fields[index].fault = nil }
            for index in fields.indices where fields[index].name == "countersign-note" && fields[index].value.isEmpty {
                fields[index].fault = say("请写明不同意的理由。", "Say why it is refused.")
            }
        }
        guard fields.areRight else { return try motionPage(view, MotionTrouble(task: task, fields: fields)) }
        if task == .reveal {
            var source = SystemRandomNumberGenerator()
            try workbench.accounts.trail.recordLook(
                .motion, within: "#\(view.motion.number)", by: visitor, for: fields.value("reveal-purpose"), at: now,
                from: &source)
            return try motionPage(view, isRevealed: true)
        }
        switch done(task, view.motion, fields) {
        case .success: return .on(to: .path(["motions", "\(view.motion.number)"]))
        case .failure(let failure):
            guard failure.kind != .failure else { throw failure }
            return try motionPage(
                motionView(), MotionTrouble(task: task, fields: fields, failure: failure))
        }
    }

    private func done(_ task: MotionTask, _ motion: Motion, _ fields: [FormField]) -> Result<Void, OfficeFailure> {
        Result { () throws(OfficeFailure) in
            let what: AuditTopic = "motion \(motion.number) \(task.rawValue)"
            try acting(task == .decision ? .registerAct : .motionEvent, what: what) {
                desk, source throws(OfficeFailure) in
                if task == .decision { return try decide(motion, fields, at: &desk, from: &source) }
                let day = typedDay(fields.value(task.rawValue + "-day")) ?? today
                let stroke = try stroke(
                    at: &desk, from: &source, on: task == .meeting ? motion.agenda?.day : task == .agenda ? today : day)
                if task == .meeting { return try meet(motion, fields, stroke, at: &desk, from: &source) }
                try enter(task, motion, fields, stroke, at: &desk)
            }
        }
    }

    private func enter(
        _ task: MotionTask, _ motion: Motion, _ fields: [FormField], _ stroke: MotionStroke, at desk: inout Desk
    ) throws(OfficeFailure) {
        let number = motion.number
        switch task {
        case .takeOn: try desk.takeOnRequest(number, by: fields.value("take-organ"), stroke)
        case .sendBack: try desk.returnMotion(number, because: fields.value("sending-back-reason"), stroke)
        case .review:
            let opinion = fields.value("review-opinion")
            guard let then = form["then"], ["favour", "against", "return"].contains(then) else {
                throw OfficeFailure(
                    .input, "no-opinion", zh: "请点“同意”“不同意”或“退回经办”。",
                    en: "Press “In favour”, “Not in favour” or “Give it back”.")
            }
            guard then != "return" else {
                try desk.returnMotion(number, because: opinion, stroke)
                return
            }
            let kind = UInt8(fields.value("review-kind")).flatMap(ReviewKind.init(rawValue:)) ?? .feasibility
            try desk.reviewMotion(
                number, kind, inFavour: then == "favour", opinion: opinion, stroke)
        case .agenda:
            try desk.putOnAgenda(
                number, meeting: typedDay(fields.value("agenda-day")) ?? today,
                item: typedCount(fields.value("agenda-item")), note: fields.value("agenda-note"), stroke)
        case .giveBack: try desk.returnMotion(number, because: fields.value("return-reason"), stroke)
        case .remark: try desk.remarkOnMotion(number, fields.value("remark-text"), stroke)
        case .withdraw: try desk.withdrawMotion(number, because: fields.value("withdrawal-reason"), stroke)
        case .countersign, .paper, .chain: try enterPaper(task, motion, fields, stroke, at: &desk)
        case .decision, .meeting, .reveal: break
        }
    }

    private func enterPaper(
        _ task: MotionTask, _ motion: Motion, _ fields: [FormField], _ stroke: MotionStroke, at desk: inout Desk
    ) throws(OfficeFailure) {
        let name = task.rawValue
        if task == .countersign, form["then"] == "return" {
            try desk.returnMotion(motion.number, because: fields.value(name + "-note"), stroke)
            return
        }
        let document = try citation(fields.value(name + "-number"))
        let note = fields.value(name + "-note")
        if task == .chain {
            guard let next = try desk.chain(of: motion).first(where: { $0.done == nil })?.organ else {
                throw OfficeFailure(
                    .refusal, "chain-done", zh: "人社、财政手续已办完，或本件没有这些手续。",
                    en: "Personnel and finance have done their part, or there is none of theirs.")
            }
            // Whoever entered it meant the office that their page named, though another clerk was faster.
            let shown = form["chain-organ"].map { ChainOrgan(rawValue: $0) ?? .office } ?? next
            try desk.recordChainStep(motion.number, of: shown, document: document, note: note, stroke)
            return
        }
        let deed: OrganDeed =
            switch fields.value("paper-kind") {
            case "approved": .approved
            case "filed": .filed
            default: .countersigned
            }
        try desk.countersign(
            motion.number, deed, organ: fields.value(name + "-organ"), asOrgan: task == .countersign,
            document: document, note: note, stroke)
    }

    private func meet(
        _ motion: Motion, _ fields: [FormField], _ stroke: MotionStroke, at desk: inout Desk,
        from source: inout SystemRandomNumberGenerator
    ) throws(OfficeFailure) {
        let (present, absent) = try attendance(fields, at: &desk, from: &source)
        let minutes = fields.value("meeting-minutes")
        let meeting = Meeting(
            present: present, absent: absent, inFavour: typedCount(fields.value("meeting-favour")) ?? 0,
            minutes: minutes.isEmpty ? nil : try citation(minutes))
        try desk.recordMeeting(motion.number, meeting, note: fields.value("meeting-note"), stroke)
    }

    /// Who was at a meeting, by the names that were typed.
    func attendance(
        _ fields: [FormField], at desk: inout Desk, from source: inout SystemRandomNumberGenerator
    ) throws(OfficeFailure) -> (present: [Officer.ID], absent: [Officer.ID]) {
        var people: [[Officer.ID]] = []
        for name in ["meeting-present", "meeting-absent"] {
            var found: [Officer.ID] = []
            for part in fields.value(name).split(whereSeparator: { "、，,;；".contains($0) || $0.isNewline }) {
                let named = String(part).trimmed
                guard !named.isEmpty else { continue }
                guard named.count <= 50 else {
                    throw OfficeFailure(
                        .input, "long-name", zh: "“\(named.prefix(20))……”过长，姓名最多50字。",
                        en: "“\(named.prefix(20))…” is too long for a name.")
                }
                found.append(try desk.officer(named: named, from: &source))
            }
            people.append(found)
        }
        return (people[0], people[1])
    }

    /// Decides a motion on what its page showed: with another outcome now, nothing is decided.
    private func decide(
        _ motion: Motion, _ fields: [FormField], at desk: inout Desk, from source: inout SystemRandomNumberGenerator
    ) throws(OfficeFailure) {
        let expected = form["expected"].flatMap { Digest(hex: $0) }
        if motion.subject.matter == .daily, expected == nil {
            throw OfficeFailure(
                .input, "not-shown", zh: "请先在动议件页面查看结果，再作决定。",
                en: "Look at what it comes to on the motion's page first.")
        }
        let words = DocumentWords(
            citation: try citation(fields.value("decision-number")), title: fields.value("decision-title"),
            decided: typedDay(fields.value("decision-day")) ?? today)
        let decider = try officer(at: &desk, from: &source)
        _ = try desk.decideMotion(
            motion.number, document: words, deciders: [decider], having: seenText, expecting: expected, from: &source,
            at: now)
    }

    func citation(_ text: String) throws(OfficeFailure) -> Citation {
        guard let citation = Citation(text) else {
            throw OfficeFailure(
                .input, "not-a-citation", zh: "“\(text.prefix(40))”不是文号，应写作 某编〔2020〕12号。",
                en: "“\(text.prefix(40))” is no document number; write it as ABC[2020]12.")
        }
        return citation
    }
}
