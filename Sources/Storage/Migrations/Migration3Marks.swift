extension Migration {
    /// The wrapped keys of the file, and for each position a keyed mark of the rows that stand beside it, without
    /// which a deleted token would leave no trace. Position 0 marks what was kept without an Act.
    static let marks = Migration(
        version: 3,
        sql: """
            CREATE TABLE marks (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                position INTEGER NOT NULL CHECK (position >= 0),
                mark BLOB NOT NULL CHECK (length(mark) = 32),
                PRIMARY KEY (jurisdiction, position)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE keys (
                purpose TEXT NOT NULL PRIMARY KEY,
                content BLOB NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER marks_no_delete BEFORE DELETE ON marks
            BEGIN SELECT raise(ABORT, 'a mark stays'); END;

            CREATE TRIGGER keys_no_delete BEFORE DELETE ON keys
            BEGIN SELECT raise(ABORT, 'a key stays'); END;
            """,
        postgresql: """
            CREATE TABLE marks (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                position BIGINT NOT NULL CHECK (position >= 0),
                mark BYTEA NOT NULL CHECK (octet_length(mark) = 32),
                PRIMARY KEY (jurisdiction, position)
            );

            CREATE TABLE keys (
                purpose TEXT COLLATE "C" NOT NULL PRIMARY KEY,
                content BYTEA NOT NULL
            );

            CREATE TRIGGER marks_no_delete BEFORE DELETE ON marks
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a mark stays');

            CREATE TRIGGER marks_no_truncate BEFORE TRUNCATE ON marks
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a mark stays');

            CREATE TRIGGER keys_no_delete BEFORE DELETE ON keys
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('a key stays');

            CREATE TRIGGER keys_no_truncate BEFORE TRUNCATE ON keys
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('a key stays');
            """)
}
