import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

/// What can be done with a motion on its page, each with a form of its own.
enum MotionTask: String, CaseIterable {
    /// To take on what a contact filed.
    case takeOn = "take-on"
    /// To give it back to the contact instead of taking it on.
    case sendBack = "sending-back"
    /// To give an opinion, in favour or not, or to give it back.
    case review
    /// To countersign, for the Organisation Department.
    case countersign
    /// To put it on an agenda.
    case agenda
    /// To enter the meeting that deliberated it.
    case meeting
    /// To enter what another organ did on a document of its own.
    case paper
    /// To decide it.
    case decision
    /// To give it back instead of deciding it.
    case giveBack = "return"
    /// To enter that personnel or finance have done their part.
    case chain
    /// To remark upon it.
    case remark
    /// To withdraw it.
    case withdraw = "withdrawal"
    /// To show the personal data in it.
    case reveal

    /// What it is called.
    var name: Wording {
        switch self {
        case .takeOn: Wording(zh: "受理", en: "Take it on")
        case .sendBack: Wording(zh: "退回申报单位", en: "Send it back")
        case .review: Wording(zh: "论证审查", en: "Review")
        case .countersign: Wording(zh: "会签", en: "Countersign")
        case .agenda: Wording(zh: "列入议程", en: "Put on an agenda")
        case .meeting: Wording(zh: "登记会议", en: "Enter the meeting")
        case .paper: Wording(zh: "登记会签、审批、备案", en: "Enter what another organ did")
        case .decision: Wording(zh: "决定", en: "Decide")
        case .giveBack: Wording(zh: "退回经办", en: "Give it back")
        case .chain: Wording(zh: "登记下一环节", en: "Enter the next office's part")
        case .remark: Wording(zh: "留言", en: "Remark")
        case .withdraw: Wording(zh: "撤回", en: "Withdraw")
        case .reveal: Wording(zh: "显示个人信息", en: "Show personal data")
        }
    }

    /// The right that its route asks for.
    var right: Right {
        switch self {
        case .takeOn, .sendBack, .chain: .move
        case .review: .review
        case .countersign: .countersign
        case .agenda, .meeting, .paper: .keepMeetings
        case .decision, .giveBack: .decide
        case .remark: .readRegister
        case .withdraw: .requestHeads
        case .reveal: .revealPersonal
        }
    }

    /// Whether a motion is where this can be done.
    func fits(_ view: MotionView) -> Bool {
        switch self {
        case .takeOn, .sendBack: view.isToTakeOn
        case .review, .countersign, .decision, .giveBack: view.goesOn && !view.isMine
        case .agenda: view.goesOn
        case .meeting: view.goesOn && view.motion.agenda != nil
        case .paper: view.goesOn || view.motion.enactment != nil
        case .chain: view.nextOffice != nil
        case .remark: view.motion.isOpen
        case .withdraw: view.motion.isOpen && view.isMine
        case .reveal: view.isPersonal
        }
    }

    /// Whether what the motion waits for is done by this.
    func answers(_ view: MotionView) -> Bool {
        if self == .chain { return view.nextOffice != nil }
        return view.standing.waiting.contains { waiting in
            switch waiting {
            case .drafter, .table: return false
            case .takingOn: return self == .takeOn
            case .decision: return self == .decision
            case .step(let step), .filing(let step):
                switch step.lack {
                case .motion: return false
                case .review, .reviewInFavour: return self == .review
                case .countersigning(let organ): return self == (organ.isOrganisation ? .countersign : .paper)
                case .agenda: return self == .agenda
                case .meeting, .quorum, .majority, .minutes: return self == .meeting
                case .approval, .filing: return self == .paper
                }
            }
        }
    }
}

extension Visit {
    /// The fields of a task, with what is likely in them.
    func fields(of task: MotionTask, _ view: MotionView) -> [FormField] {
        switch task {
        case .takeOn:
            [
                FormField(
                    name: "take-organ", label: say("提出单位", "Moved by"), longest: 50,
                    value: view.motion.subject.organ)
            ]
        case .sendBack:
            [
                FormField(
                    name: "sending-back-reason", label: say("退回理由", "Why"), kind: .lines,
                    hint: say("缺什么、怎样补正，申报单位看得到。", "What is missing and how to mend it: the department reads it."),
                    longest: 500)
            ]
        case .review: reviewFields(view)
        case .countersign, .paper: paperFields(task, view)
        case .agenda: agendaFields(view)
        case .meeting: meetingFields(view)
        case .decision:
            [
                FormField(
                    name: "decision-number", label: say("文号", "Document"),
                    hint: say("例：某编〔2021〕12号", "Issuer, year in brackets, number: ABC[2021]12"), longest: 60),
                FormField(
                    name: "decision-title", label: say("文件标题", "Its title"), longest: 200,
                    value: view.standing.paper?.title ?? ""),
                FormField(
                    name: "decision-day", label: say("作出日期", "Decided on"), kind: .day, longest: 20,
                    value: today.description),
            ]
        case .giveBack:
            [FormField(name: "return-reason", label: say("退回理由", "Why"), kind: .lines, longest: 500)]
        case .chain:
            [
                FormField(name: "chain-number", label: say("文号或单号", "Document or slip"), longest: 60),
                FormField(
                    name: "chain-day", label: say("办理日期", "On"), kind: .day, longest: 20, value: today.description),
                FormField(name: "chain-note", label: say("说明", "Note"), kind: .lines, isOptional: true, longest: 500),
            ]
        case .remark:
            [FormField(name: "remark-text", label: say("留言", "Remark"), kind: .lines, longest: 1_000)]
        case .withdraw:
            [FormField(name: "withdrawal-reason", label: say("撤回理由", "Why"), kind: .lines, longest: 500)]
        case .reveal:
            [
                FormField(
                    name: "reveal-purpose", label: say("查看事由", "What for"),
                    hint: lookingHint, longest: 200)
            ]
        }
    }

    private func reviewFields(_ view: MotionView) -> [FormField] {
        let missing = view.standing.waiting.lazy.compactMap { waiting -> ReviewKind? in
            guard case .step(let step) = waiting else { return nil }
            switch step.lack {
            case .review(let kind), .reviewInFavour(let kind): return kind
            default: return nil
            }
        }.first
        return [
            FormField(
                name: "review-kind", label: say("类别", "Kind"),
                kind: .choice(ReviewKind.allCases.map { ("\($0.rawValue)", say($0.name)) }),
                value: "\((missing ?? .feasibility).rawValue)"),
            FormField(name: "review-opinion", label: say("意见", "Opinion"), kind: .lines, longest: 1_000),
        ]
    }

    private func agendaFields(_ view: MotionView) -> [FormField] {
        // The next meeting there is; of one that is put off, another.
        let days = view.placed.compactMap { $0.agenda?.day }.filter { $0 >= today && $0 != view.motion.agenda?.day }
        return [
            FormField(
                name: "agenda-day", label: say("会议日期", "Day of the meeting"), kind: .day, longest: 20,
                value: days.min()?.description ?? ""),
            FormField(
                name: "agenda-item", label: say("第几项议程", "Item of the agenda"), kind: .number,
                hint: say("留空排在最后。", "Left empty, it comes last."), isOptional: true, longest: 3),
            FormField(name: "agenda-note", label: say("说明", "Note"), kind: .lines, isOptional: true, longest: 500),
        ]
    }

    private func paperFields(_ task: MotionTask, _ view: MotionView) -> [FormField] {
        let missing = view.standing.waiting.compactMap { waiting -> (deed: String, organ: String)? in
            switch waiting {
            case .step(let step), .filing(let step):
                switch step.lack {
                case .countersigning(let organ): ("countersigned", organ)
                case .approval: ("approved", "")
                case .filing(let organ): ("filed", organ)
                default: nil
                }
            default: nil
            }
        }
        let name = task.rawValue
        var fields: [FormField] = []
        var organ = FormField(name: name + "-organ", label: say("单位", "Organ"), longest: 50)
        if task == .paper {
            let next = missing.first { $0.deed != "countersigned" || !$0.organ.isOrganisation }
            let all = [
                ("countersigned", say("会签", "Countersigned")), ("approved", say("上级审批", "Approved")),
                ("filed", say("备案", "Filed")),
            ]
            fields.append(
                FormField(
                    name: "paper-kind", label: say("事项", "What"),
                    kind: .choice(view.motion.enactment == nil ? all : [all[2]]),
                    value: view.motion.enactment == nil ? next?.deed ?? "" : "filed"))
            organ.hint = say("按权限表所写的名称。", "As the competence table writes it.")
            organ.value = next?.organ ?? ""
        } else {
            // Organs are compared as they are written: what the table calls it is what is chosen.
            let organs = missing.filter { $0.deed == "countersigned" && $0.organ.isOrganisation }.map(\.organ)
            organ.value = organs.first ?? say("组织部", "Organisation Department")
            if !organs.isEmpty { organ.kind = .choice(organs.map { ($0, $0) }) }
        }
        return fields + [
            organ,
            FormField(name: name + "-number", label: say("文号", "Document"), longest: 60),
            FormField(
                name: name + "-day", label: say("办理日期", "On"), kind: .day, longest: 20, value: today.description),
            FormField(
                name: name + "-note", label: say("说明", "Note"), kind: .lines,
                hint: task == .countersign ? say("不同意时写明理由。", "Why, where it is refused.") : nil, isOptional: true,
                longest: 500),
        ]
    }

    private func meetingFields(_ view: MotionView) -> [FormField] {
        let own = view.motion.meeting?.meeting
        // Who was there is the same for all items of a meeting.
        let held =
            own
            ?? view.placed.first { $0.agenda?.day == view.motion.agenda?.day && $0.meeting != nil }?.meeting?.meeting
        return attendanceFields(held, view.placed, view.names) + [
            FormField(
                name: "meeting-favour", label: say("赞成人数", "How many in favour"), kind: .number, longest: 3,
                value: own.map { "\($0.inFavour)" } ?? ""),
            FormField(
                name: "meeting-note", label: say("审议情况", "What was said"), kind: .lines, isOptional: true,
                longest: 2_000),
        ]
    }

    /// Who was at a meeting, and its minutes.
    /// - Parameter placed: the motions that are on agendas: who came last time is said.
    func attendanceFields(
        _ held: Meeting?, _ placed: [Motion], _ names: [Officer.ID: String]
    ) -> [FormField] {
        func said(_ officers: [Officer.ID]?) -> String {
            (officers ?? []).compactMap { names[$0] }.joined(separator: "、")
        }
        var hint = say("姓名之间用顿号。", "Names with a comma between them.")
        if held == nil, let last = placed.compactMap(\.meeting).max(by: { $0.day < $1.day })?.meeting {
            let members = said(last.present + last.absent)
            hint += say("上次会议成员：\(members)。", " Members last time: \(members).")
        }
        return [
            FormField(
                name: "meeting-present", label: say("到会", "Present"), kind: .lines, hint: hint, longest: 500,
                value: said(held?.present)),
            FormField(
                name: "meeting-absent", label: say("缺席", "Absent"), kind: .lines, isOptional: true, longest: 500,
                value: said(held?.absent)),
            FormField(
                name: "meeting-minutes", label: say("会议纪要文号", "Minutes"), isOptional: true, longest: 60,
                value: held?.minutes?.description ?? ""),
        ]
    }
}
