import Basics

extension SearchKind {
    /// What the kind is called.
    package var name: Wording {
        switch self {
        case .institution: Wording(zh: "机构", en: "body")
        case .duty: Wording(zh: "职责", en: "duty")
        case .document: Wording(zh: "文件", en: "document")
        case .person: Wording(zh: "人员", en: "person")
        }
    }

    /// So many of the kind.
    package func counted(_ count: Int) -> Wording {
        let many =
            switch self {
            case .institution: "bodies"
            case .duty: "duties"
            case .document: "documents"
            case .person: "people"
            }
        return Wording(zh: "\(name.zh)\(count)", en: "\(count) \(count == 1 ? name.en : many)")
    }
}

extension TextRole {
    /// What the text is called.
    package var name: Wording {
        switch self {
        case .name: Wording(zh: "名称", en: "name")
        case .shortName: Wording(zh: "简称", en: "short name")
        case .formerName: Wording(zh: "曾用名", en: "former name")
        case .plate: Wording(zh: "加挂牌子", en: "plate")
        case .formerPlate: Wording(zh: "原加挂牌子", en: "former plate")
        case .officeCode: Wording(zh: "机构编码", en: "office code")
        case .registrationCode: Wording(zh: "统一社会信用代码", en: "registration code")
        case .founding: Wording(zh: "批准文号", en: "founded by")
        case .duty: Wording(zh: "职责", en: "duty")
        case .citation: Wording(zh: "文号", en: "number")
        case .title: Wording(zh: "标题", en: "title")
        case .holder: Wording(zh: "所在机构", en: "body")
        case .mark: Wording(zh: "人员标识", en: "mark")
        case .identityNumber: Wording(zh: "按身份证号", en: "by identity number")
        }
    }
}
