import Papers

extension Draft {
    /// The table of duties, body by body.
    func dutySheet() -> OutputSheet {
        var rows: [[OutputCell]] = []
        for index in bodies.indices {
            for (number, text) in duties[index].enumerated() {
                rows.append([.text(bodies[index].name), .integer(number + 1), .text(text)])
            }
        }
        for (number, duty) in outsideDuties.enumerated() {
            rows.append([.text(duty.holder), .integer(number % 2 + 1), .text(duty.text), "企业承接业务"])
        }
        return OutputSheet(
            name: "职责", title: "\(regionName)机关事业单位主要职责（合成数据，仅供演示）",
            columns: [
                OutputColumn("机构名称", width: 36), OutputColumn("序号", width: 7, kind: .integer),
                OutputColumn("职责内容", width: 60, kind: .wrapped), OutputColumn("备注", width: 16),
            ], rows: rows, notes: [syntheticNote])
    }

    /// The catalogue of matters that must be done.
    func matterSheet() -> OutputSheet {
        OutputSheet(
            name: "应办事项清单", title: "\(regionName)应办事项清单（合成数据，仅供演示）",
            columns: [
                OutputColumn("序号", width: 7, kind: .integer), OutputColumn("事项", width: 40),
                OutputColumn("来源", width: 24),
            ],
            rows: matters.enumerated().map { number, matter in
                [.integer(number + 1), .text(matter.name), .text(matter.catalogue)]
            },
            notes: [syntheticNote])
    }
}
