extension Draft {
    /// States three or four duties of each body, the matters that must be done, and the gaps.
    mutating func fillDuties() {
        duties = bodies.map { body in
            if body.sort == .road { return roadDuties(body) }
            let words = body.type == .publicInstitution ? stationDuties : organDuties
            let own = words.shuffled(using: &source).prefix(number(2...3)).map { $0(body.theme) }
            return own + [closingDuty]
        }
        for body in bodies where body.sort == .road {
            outsideDuties.append((enterprise(of: body), "承接国道、省道日常养护和小修保养工程"))
            outsideDuties.append((enterprise(of: body), "从事公路养护材料生产和养护机械租赁"))
        }
        let themes = departmentWords.flatMap(\.themes).shuffled(using: &source).prefix(22)
        matters = themes.map { ("\($0)相关工作", "区级权责清单") }
    }

    private func roadDuties(_ body: DraftBody) -> [String] {
        [
            "承担国道、省道的日常养护和小修保养", "维护公路沿线桥梁、隧道和安全设施", "承担公路路政管理的辅助性工作",
            "编制公路养护计划，验收\(enterprise(of: body))承接的养护工程",
        ]
    }

    /// The enterprise that does what a road section is there for.
    func enterprise(of body: DraftBody) -> String { body.region + "公路养护有限公司" }
}
