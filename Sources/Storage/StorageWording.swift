import Basics

extension StorageFailure {
    /// What happened and what to do, for the person at the screen.
    package var wording: Wording {
        switch self {
        case .notFound: Wording(zh: "找不到台账数据库文件。", en: "The journal file is not there.")
        case .readOnly:
            Wording(
                zh: "台账数据库只能读、不能写，本次未写入任何内容。请检查文件及其目录的权限；使用数据库服务器的，请检查其是否处于只读或备库状态。",
                en:
                    "The journal can be read but not written; nothing was written. Check the permissions of the file and its "
                    + "folder, or whether the database server is read-only or a standby.")
        case .cannotOpen: Wording(zh: "无法打开台账数据库文件，请检查路径。", en: "The journal file can't be opened; check the path.")
        case .notADatabase: Wording(zh: "该文件不是数据库。", en: "The file is not a database.")
        case .notAJournal: Wording(zh: "该数据库不是本系统的台账。", en: "The database is not a journal of this system.")
        case .corrupt:
            Wording(zh: "台账数据库已损坏，请从备份恢复。", en: "The journal is damaged; restore it from a backup.")
        case .newerSchema(let version):
            Wording(
                zh: "该台账由更新版本的系统写入（结构版本 \(version)），请升级本系统。",
                en: "A newer version of this system wrote the journal (schema \(version)); upgrade this one.")
        case .full: Wording(zh: "磁盘已满，本次未写入任何内容。", en: "The disk is full; nothing was written.")
        case .busy: Wording(zh: "台账正被其他进程占用，请稍后重试。", en: "Another process is using the journal; try again.")
        case .io(let code):
            Wording(zh: "读写台账失败（代码 \(code)）。", en: "Reading or writing the journal failed (code \(code)).")
        case .unreachable:
            Wording(
                zh: "连接不上数据库服务器，或用户、数据库名不被接受。请检查地址、网络，以及密码文件 ~/.pgpass。",
                en:
                    "The database server can't be reached, or refuses the user or database. Check the address, the network "
                    + "and the password file ~/.pgpass.")
        case .connectionLost:
            Wording(
                zh: "与数据库服务器的连接中断，不能确定本次是否已记录。请先查看台账，再决定是否重办。",
                en: "The connection with the database server was lost, and it can't be told whether this was recorded. "
                    + "Look at the journal before doing it again.")
        case .unsafeServer(let setting):
            Wording(
                zh: "数据库服务器的 \(setting) 未开启，断电会丢失已记录的决定。请由管理员改为 on 后重启服务器。",
                en:
                    "The server's setting \(setting) is off, so that a power cut may take recorded Acts away. Set it to on "
                    + "and restart the server.")
        case .passwordInAddress:
            Wording(
                zh: "数据库地址里写了密码，会被他人看到。请从地址中去掉，改写在密码文件 ~/.pgpass。",
                en:
                    "The address of the database bears a password, which others can read. Take it out and put it into the "
                    + "password file ~/.pgpass.")
        case .server(let state):
            Wording(
                zh: "数据库服务器拒绝了操作（SQLSTATE \(state)）。", en: "The database server refused (SQLSTATE \(state)).")
        case .wrongKey: Wording(zh: "主密钥与该台账不符。", en: "The master key does not belong to this journal.")
        case .damagedKeys:
            Wording(
                zh: "台账内的密钥被改动或损坏，请从备份恢复。",
                en: "The keys inside the journal are damaged; restore it from a backup.")
        case .keyFileMissing: Wording(zh: "找不到主密钥文件。", en: "The key file is not there.")
        case .keyFileExists: Wording(zh: "主密钥文件已存在，不会覆盖。", en: "A key file is there already and won't be overwritten.")
        case .keyFileExposed:
            Wording(
                zh: "主密钥文件可被他人读取，请改为仅本人可读（0600）。",
                en: "Others can read the key file; make it readable by its owner only (0600).")
        case .keyFileMalformed: Wording(zh: "主密钥文件内容不对，应为 32 字节。", en: "The key file must have exactly 32 bytes.")
        case .keyFileUnusable: Wording(zh: "主密钥文件无法读写。", en: "The key file can't be read or written.")
        case .keysRenewed:
            Wording(
                zh: "密存文本已换用新密钥，本进程打开台账在先，请重新打开。",
                en: "The sealed texts have a new key since this process opened the journal; open it again.")
        case .cryptography: Wording(zh: "加密运算失败。", en: "Encryption failed.")
        case .headMoved(let position):
            Wording(
                zh: "台账已有新的记录（第 \(position) 号），请刷新后重试。",
                en: "Another entry was recorded first (no. \(position)); reload and try again.")
        case .commandKnown(let position):
            Wording(zh: "该操作此前已记录为第 \(position) 号。", en: "This was recorded before, as no. \(position).")
        case .textMissing(let digest):
            Wording(
                zh: "记录引用的文本不存在（\(digest.short)）。",
                en: "A text that the entry names is not there (\(digest.short)).")
        case .textTwice(let digest):
            Wording(zh: "同一加密文本重复提交（\(digest.short)）。", en: "A sealed text was given twice (\(digest.short)).")
        case .damagedText(let digest):
            Wording(zh: "加密文本被改动或损坏（\(digest.short)）。", en: "A sealed text is damaged (\(digest.short)).")
        case .besideChanged(let position):
            Wording(
                zh: "第 \(position) 号记录的附属数据被改动，请先运行校验。",
                en: "What stands beside record no. \(position) was changed; run a verification first.")
        case .malformedRecord(let position):
            Wording(zh: "第 \(position) 号记录无法读取。", en: "Record no. \(position) can't be read.")
        case .codeUsed:
            Wording(
                zh: "该动态口令已用过，请等下一个。", en: "This code was used before. Wait for the next one.")
        case .draftMoved(let revision):
            Wording(
                zh: "方案稿已有第 \(revision) 稿，请先查看再保存。",
                en: "The draft has revision \(revision) already; look at it before saving.")
        case .digestsUnwritten(let position):
            Wording(
                zh: "第 \(position) 号记录已经写入，但摘要未能写到库外的登记文件。请检查该文件及其目录，再用 sanding verify 取得摘要补上。",
                en:
                    "Record no. \(position) is written, but its digest could not be written outside the database. Check "
                    + "the file and its folder, and add what sanding verify prints.")
        case .outsideLine(let line):
            Wording(zh: "库外摘要第 \(line) 行格式不对。", en: "Line \(line) of the outside digests is malformed.")
        case .journalLine(let line):
            Wording(
                zh: "导出文件第 \(line) 行读不出，什么也没有写入。请用未改动的导出文件。",
                en:
                    "Line \(line) of the exported journal can't be read; nothing was written. Use the file as it was exported."
            )
        case .notEmpty:
            Wording(
                zh: "目标处已有内容，不会覆盖。请换一个新的文件名或空的数据库。",
                en:
                    "There is something at the target already, which is never overwritten. Name a new file or an empty database."
            )
        }
    }
}
