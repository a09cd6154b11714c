import Accounts
import Basics
import HTML
import Office
import Procedure
import Registry

extension Route {
    /// The meetings of the commission.
    static let meetingRoutes: [Route] = [
        .slowPage("/meetings", .readWhole) { try $0.meetingList() },
        .slowPage("/meetings/{day}", .readWhole) { try $0.meetingPage() },
    ]
}

extension Visit {
    /// All meetings, the latest first.
    func meetingList() throws -> Reply {
        let meetings = try workbench.desk.desk().listMeetings()
        let head = PageHead(title: say("编委会议", "Meetings"), place: "meetings", isDated: false)
        return page(head) { html in
            guard !meetings.isEmpty else {
                html(
                    .p, .class("empty"),
                    text: say("还没有会议。动议件列入议程后，会议在此列出。", "None yet. A meeting is listed once a motion is on its agenda.")
                )
                return
            }
            html(.table, .class("table dense")) { html in
                html(.thead) { html in
                    html(.tr) { html in
                        html(.th, .scope("col"), text: say("日期", "Day"))
                        html(.th, .scope("col"), .class("number"), text: say("议程", "Items"))
                        html(.th, .scope("col"), .class("number"), text: say("到会", "Present"))
                        html(.th, .scope("col"), text: say("会议纪要", "Minutes"))
                    }
                }
                html(.tbody) { html in
                    for meeting in meetings {
                        html(.tr) { html in
                            html(.th, .scope("row")) { html in
                                html(
                                    .a, .href(.path(["meetings", meeting.day.description])), text: say(meeting.day))
                            }
                            html(.td, .class("number"), text: "\(meeting.items.count)")
                            html(
                                .td, .class("number"), text: meeting.present.isEmpty ? "—" : "\(meeting.present.count)")
                            html(.td, text: said(meeting.minutes))
                        }
                    }
                }
            }
        }
    }

    private func said(_ minutes: [Citation]) -> String {
        minutes.isEmpty
            ? say("尚无", "none yet") : minutes.map(\.description).joined(separator: say("、", ", "))
    }

    /// One meeting: its agenda before it, its minutes after it, to be printed.
    func meetingPage() throws -> Reply {
        let desk = workbench.desk.desk()
        guard let day = parameters["day"].flatMap({ Day(iso: $0) }),
            let meeting = try desk.listMeetings().first(where: { $0.day == day })
        else { throw Denial.notFound }
        let names = try desk.officers()
        func people(_ officers: [Officer.ID]) -> String {
            officers.isEmpty
                ? "—" : officers.map { names[$0] ?? "—" }.joined(separator: say("、", ", "))
        }
        let head = PageHead(
            title: say("编委会议\(say(day))", "Meeting of the commission, \(say(day))"), place: "meetings",
            crumbs: [(say("编委会议", "Meetings"), .path(["meetings"]))], isDated: false)
        return page(head) { html in
            html(.dl, .class("facts wide")) { html in
                for (name, value) in [
                    (say("到会", "Present"), people(meeting.present)), (say("缺席", "Absent"), people(meeting.absent)),
                    (say("会议纪要", "Minutes"), said(meeting.minutes)),
                ] {
                    html(.dt, text: name)
                    html(.dd, text: value)
                }
            }
            html(.h2, text: say("议程和审议情况", "Agenda and minutes"))
            html(.ol, .class("agenda")) { html in
                for item in meeting.items {
                    html(.li, .attribute("value", item.number)) { html in write(item, names, into: &html) }
                }
            }
        }
    }

    private func write(_ item: MeetingRecord.Item, _ names: [Officer.ID: String], into html: inout Markup) {
        html(.p) { html in
            html(
                .a, .href(.path(["motions", "\(item.motion.number)"])),
                text: item.paper?.title ?? say("文本已删除", "the text is gone"))
            html(.span, .class("quiet"), text: "　" + item.motion.subject.organ)
        }
        if let outcome = item.outcome {
            let (present, absent) = (outcome.present.count, outcome.absent.count)
            html(
                .p,
                text: say(
                    "到会\(present)名，缺席\(absent)名，赞成\(outcome.inFavour)名。",
                    "\(present) present, \(absent) absent, \(outcome.inFavour) in favour."))
        } else if item.isPutOff {
            html(.p, .class("quiet"), text: say("未审议，改期。", "Not deliberated: put off."))
        } else {
            html(.p, .class("quiet"), text: say("待审议。", "To be deliberated."))
        }
        if let note = item.note { html(.p, text: note) }
    }
}
