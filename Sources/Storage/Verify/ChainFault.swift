import Basics

/// What is wrong with a journal (账目异常), as a verification found it: collected, never thrown.
package struct ChainFault: Hashable, Sendable {
    /// The division code of the jurisdiction.
    package let jurisdiction: String
    /// The position it is about; 0 for what is kept without an Act.
    package let position: Int
    /// What is wrong there.
    package let what: What

    /// What can be wrong.
    package enum What: Hashable, Sendable {
        /// Records up to this one are missing.
        case missing(through: Int)
        /// The bytes don't have the digest that stands with them.
        case altered
        /// The record does not follow the one before it: this or that one was replaced.
        case notFollowing
        /// The bytes are no record that this system writes.
        case unreadable
        /// A column says something else than the record.
        case column(String)
        /// It was recorded before the one it follows.
        case recordedBack
        /// The command was recorded before, at that position.
        case commandTwice(Int)
        /// The head stands elsewhere, or nowhere.
        case head
        /// A text that the record names is not there, or is of another kind.
        case textMissing(Digest)
        /// A sealed text can't be opened.
        case textDamaged(Digest)
        /// A text is gone and nobody erased it.
        case textGone(Digest)
        /// A text was erased and is there again.
        case textBack(Digest)
        /// The record of an erasure was altered.
        case erasureAltered(Digest)
        /// A sealed text or a token beside the record was added, changed or taken away.
        case besideChanged
        /// The record of looks at personal data was altered from this number on.
        case lookupAltered(Int)
        /// The audit was altered: this record is another, gone, or not chained to the one before.
        case auditAltered(Int)
        /// Records of the audit that were written down outside are not there.
        case auditMissing(from: Int, through: Int)
        /// The accounts were altered from this version on.
        case accountAltered(Int)
        /// What was said of workbooks was altered from this number on.
        case sayingAltered(Int)
        /// The database's own check of its tables and indexes fails.
        case pagesDamaged
        /// The digest kept outside is another.
        case outside(Digest)
    }
}

extension ChainFault {
    /// The stable code.
    package var code: String {
        switch what {
        case .missing: "records-missing"
        case .altered: "record-altered"
        case .notFollowing: "record-not-following"
        case .unreadable: "record-unreadable"
        case .column: "column-differs"
        case .recordedBack: "recorded-back"
        case .commandTwice: "command-twice"
        case .head: "head-differs"
        case .textMissing: "text-missing"
        case .textDamaged: "text-damaged"
        case .textGone: "text-gone"
        case .textBack: "text-back"
        case .erasureAltered: "erasure-altered"
        case .besideChanged: "beside-changed"
        case .lookupAltered: "lookup-altered"
        case .auditAltered: "audit-altered"
        case .auditMissing: "audit-missing"
        case .accountAltered: "account-altered"
        case .sayingAltered: "saying-altered"
        case .pagesDamaged: "pages-damaged"
        case .outside: "outside-differs"
        }
    }

    /// What is wrong, as a sentence.
    package var wording: Wording {
        let place = Wording(zh: "\(jurisdiction) 第 \(position) 号：", en: "\(jurisdiction), record no. \(position): ")
        let said = sentence
        return Wording(zh: place.zh + said.zh, en: place.en + said.en)
    }

    private var sentence: Wording {
        switch what {
        case .missing(let last): Wording(zh: "至第 \(last) 号的记录缺失。", en: "records up to no. \(last) are missing.")
        case .pagesDamaged:
            Wording(
                zh: "数据库文件的表或索引已损坏。请从备份恢复。",
                en: "tables or indexes of the database file are damaged. Restore a backup.")
        case .altered: Wording(zh: "记录内容与其摘要不符。", en: "the record doesn't have the digest that stands with it.")
        case .notFollowing: Wording(zh: "与前一条记录不衔接。", en: "it does not follow the record before it.")
        case .unreadable: Wording(zh: "记录无法读取。", en: "the record can't be read.")
        case .column(let name): Wording(zh: "列 \(name) 与记录内容不符。", en: "the column \(name) differs from the record.")
        case .recordedBack: Wording(zh: "记录时间早于前一条。", en: "it was recorded before the one it follows.")
        case .commandTwice(let first): Wording(zh: "操作与第 \(first) 号重复。", en: "its command is that of no. \(first).")
        case .head: Wording(zh: "台账末端标记不符。", en: "the head of the journal stands elsewhere.")
        case .textMissing(let digest):
            Wording(zh: "引用的文本 \(digest.short) 不存在。", en: "the text \(digest.short) that it names is not there.")
        case .textDamaged(let digest):
            Wording(
                zh: "文本 \(digest.short) 无法解密。",
                en: "the text \(digest.short) can't be opened.")
        case .textGone(let digest):
            Wording(zh: "文本 \(digest.short) 丢失且无删除记录。", en: "the text \(digest.short) is gone and nobody erased it.")
        case .textBack(let digest):
            Wording(zh: "已删除的文本 \(digest.short) 又出现。", en: "the erased text \(digest.short) is there again.")
        case .erasureAltered(let digest):
            Wording(zh: "文本 \(digest.short) 的删除记录被改动。", en: "the record of the erasure of \(digest.short) was altered.")
        case .besideChanged:
            Wording(zh: "附属的密存文本或索引被增删改。", en: "sealed texts or tokens beside it were added, changed or taken away.")
        case .lookupAltered(let number):
            Wording(
                zh: "个人信息查询记录从第 \(number) 条起被增删改。",
                en: "the record of looks at personal data was altered from no. \(number) on.")
        case .auditAltered(let number):
            Wording(
                zh: "审计记录第 \(number) 条被增删改。",
                en: "audit record no. \(number) was altered, added or taken away.")
        case .auditMissing(let first, let last):
            Wording(
                zh: "库外登记有摘要的审计记录第 \(first)\(last > first ? " 至 \(last)" : "") 条不在库中：已被删去，或库是较早的备份。请保全数据库并查明原因。",
                en:
                    "audit \(last > first ? "records no. \(first) to \(last)" : "record no. \(first)"), written down outside, "
                    + "\(last > first ? "are" : "is") gone: taken away, or this is an older backup. Secure the database and "
                    + "find out why.")
        case .accountAltered(let number):
            Wording(
                zh: "账号变更第 \(number) 条被增删改。",
                en: "version no. \(number) of the accounts was altered, added or taken away.")
        case .sayingAltered(let number):
            Wording(
                zh: "记住的表头含义第 \(number) 条被增删改。",
                en: "what was said of workbooks was altered, added or taken away from no. \(number) on.")
        case .outside(let digest):
            Wording(zh: "与库外保存的摘要 \(digest.short) 不符。", en: "it does not meet the digest \(digest.short) kept outside.")
        }
    }
}
