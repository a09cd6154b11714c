extension Migration {
    /// The texts of rule packs by their digest, which the Acts that adopt them carry; and what was decided about
    /// findings, one row a decision, so that the last says how a finding stands and the earlier ones stay.
    ///
    /// A text that is gone can be put back: the digest says whether it is the same.
    static let rules = Migration(
        version: 4,
        sql: """
            CREATE TABLE rule_texts (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                text TEXT NOT NULL,
                PRIMARY KEY (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER rule_texts_no_update BEFORE UPDATE ON rule_texts
            BEGIN SELECT raise(ABORT, 'the text of a digest stays'); END;

            CREATE TABLE finding_decisions (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                number INTEGER NOT NULL CHECK (number >= 1),
                finding TEXT NOT NULL CHECK (finding <> ''),
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 255),
                fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
                officer BLOB NOT NULL CHECK (length(officer) = 16),
                recorded INTEGER NOT NULL,
                reason BLOB NOT NULL CHECK (length(reason) = 32),
                PRIMARY KEY (jurisdiction, number),
                FOREIGN KEY (jurisdiction, reason) REFERENCES sealed (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX finding_decisions_by_finding ON finding_decisions (jurisdiction, finding);

            CREATE TRIGGER finding_decisions_no_update BEFORE UPDATE ON finding_decisions
            BEGIN SELECT raise(ABORT, 'a decision stays'); END;

            CREATE TRIGGER finding_decisions_no_delete BEFORE DELETE ON finding_decisions
            BEGIN SELECT raise(ABORT, 'a decision stays'); END;
            """,
        postgresql: """
            CREATE TABLE rule_texts (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                digest BYTEA NOT NULL CHECK (octet_length(digest) = 32),
                text TEXT COLLATE "C" NOT NULL,
                PRIMARY KEY (jurisdiction, digest)
            );

            CREATE TRIGGER rule_texts_no_update BEFORE UPDATE ON rule_texts
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('the text of a digest stays');

            CREATE TABLE finding_decisions (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                number BIGINT NOT NULL CHECK (number >= 1),
                finding TEXT COLLATE "C" NOT NULL CHECK (finding <> ''),
                state BIGINT NOT NULL CHECK (state BETWEEN 1 AND 255),
                fingerprint BYTEA NOT NULL CHECK (octet_length(fingerprint) = 32),
                officer BYTEA NOT NULL CHECK (octet_length(officer) = 16),
                recorded BIGINT NOT NULL,
                reason BYTEA NOT NULL CHECK (octet_length(reason) = 32),
                PRIMARY KEY (jurisdiction, number),
                FOREIGN KEY (jurisdiction, reason) REFERENCES sealed (jurisdiction, digest)
            );

            CREATE INDEX finding_decisions_by_finding ON finding_decisions (jurisdiction, finding);

            CREATE TRIGGER finding_decisions_no_update BEFORE UPDATE ON finding_decisions
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a decision stays');

            CREATE TRIGGER finding_decisions_no_delete BEFORE DELETE ON finding_decisions
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a decision stays');

            CREATE TRIGGER finding_decisions_no_truncate BEFORE TRUNCATE ON finding_decisions
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a decision stays');
            """)
}
