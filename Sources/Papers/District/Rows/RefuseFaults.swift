import Basics

extension BookReader {
    /// Says which texts of a record are the error of a formula, such as #REF!, instead; whether it can't be taken for that.
    ///
    /// Such a text is none: a body would be called #N/A, and all that refer to it would be one another's.
    mutating func refusesFaults(_ record: Record) -> Bool {
        var isRefused = false
        for field in tables[record.table].places.keys.sorted(by: { $0.rawValue < $1.rawValue })
        where !field.isFigure && !field.isSerial && !field.isUnused {
            let cell = cell(field, record)
            guard case .fault(let name) = cell else { continue }
            let isNeeded = field.isName || field.namesBody
            let what =
                cell == .uncalculated
                ? Wording(
                    zh: "是公式，文件里没有存下结果",
                    en: "is a formula whose result is not in the file")
                : Wording(zh: "是公式错误 \(name)", en: "is the error \(name) of a formula")
            report(
                isNeeded ? .error : .warning, .cellFaulty, record, field,
                Wording(
                    zh: "“\(field.name.zh)”\(what.zh)" + (isNeeded ? "。" : "，这一项暂缺。"),
                    en: "“\(field.name.en)” \(what.en)" + (isNeeded ? "." : "; it is left unknown.")),
                cell == .uncalculated
                    ? Wording(
                        zh: "用 Excel 或 WPS 打开、保存一次再导入，或直接填写内容。",
                        en: "Open and save it once with a spreadsheet program and import it again, or write what it is."
                    )
                    : Wording(zh: "请改成应有的内容；没有就留空。", en: "Write what it should be, or leave it empty."))
            isRefused = isRefused || isNeeded
        }
        return isRefused
    }
}

extension Field {
    /// A name by which a row refers to a body.
    fileprivate var namesBody: Bool {
        switch self {
        case .bodySupervisor, .bodySponsor, .personBody, .personWorkplace, .dutyBody, .bodyLevelName: true
        default: false
        }
    }
}
