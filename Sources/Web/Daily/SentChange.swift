import Basics
import HTML
import Office
import Registry

extension Visit {
    /// A bench that waits to be sent: all its forms, field by field.
    func toldChange() throws -> SentForm {
        let bench = try sentBench()
        let names = bench.forms.compactMap { ChangeForm.form($0.code).map { say($0.name) } }
            .joined(separator: say("、", ", "))
        let deed: String
        switch form["step"] {
        case "send" where may(.move): deed = say("提交动议：\(names)", "send the motion: \(names)")
        case "send": deed = say("提交申报：\(names)", "file the request: \(names)")
        default: deed = say("检查填写的内容，还不提交：\(names)", "check it, and send nothing yet: \(names)")
        }
        var sent = SentForm(deed, page: .path(["changes", bench.forms[bench.place].code]))
        sent.fields = [
            FormField(name: "title", label: say("事由", "What it is about"), value: bench.title),
            FormField(name: "day", label: say("生效日期", "In effect from"), value: bench.day),
            FormField(name: "organ", label: say("提出单位", "Moved by"), value: bench.organ),
            FormField(name: "reform", label: say("改革文件", "Document of a reform"), value: bench.reform),
        ]
        for (place, filled) in bench.forms.enumerated() {
            for item in ChangeForm.form(filled.code)?.items ?? [] {
                sent.fields.append(told(item, of: filled, at: place, in: bench))
            }
        }
        let later = asOf.position - bench.against
        if later > 0 {
            sent.news = say(
                "开始填写后，台账又登记了\(later)项决定。提交时按现在的台账重新检查；有不符的，不会提交，会在页面上说明。",
                "\(later) Acts were recorded since it was begun. It is checked against the register of now: where it doesn't fit, nothing is sent, and the page says why."
            )
        }
        if let again = bench.again, (try? motionToMend(again)) == nil {
            sent.page = .path(["motions", "\(again)"])
            sent.obstacle = say(
                "要修改的第\(again)号动议件已经办结、撤回，或者不再由您修改。内容没有提交；确需变动的，请抄录下面的内容另行动议。",
                "Motion \(again), which this was to mend, is decided or withdrawn, or no longer yours to mend. Nothing was sent; if it is still wanted, move it anew with what stands below."
            )
        }
        return sent
    }

    private func told(_ item: FormItem, of filled: FilledForm, at place: Int, in bench: DraftBench) -> FormField {
        let label = say(item.label).capitalisedFirst
        let answer = filled.answers[item.key] ?? ""
        let name = DraftBench.name(place, item.key)
        var field = FormField(
            name: name,
            label: bench.forms.count > 1 ? say("第\(place + 1)项，\(label)", "Form \(place + 1), \(label)") : label,
            value: item.kind.pick.map { shown(answer, $0, name, in: bench) } ?? shown(answer, of: item),
            isPersonal: item.isPersonal)
        if case .person = item.kind, !answer.isEmpty, !answer.hasPrefix("#") {
            // Whoever is meant is called as lists call them; what may be a name is covered.
            let person = Person.ID(answer).flatMap { register.people[$0] }
            field.value = person.map { shortName(of: $0) } ?? answer
            field.isPersonal = person == nil
        }
        return field
    }
}
