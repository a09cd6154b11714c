extension Migration {
    /// What clerks said of the tables of workbooks, one row each time: the last about a layout counts, and the earlier ones
    /// stay. Which layout and what it means is sealed; one that was forgotten has a row that says so.
    static let sayings = Migration(
        version: 10,
        sql: """
            CREATE TABLE import_sayings (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                number INTEGER NOT NULL CHECK (number >= 1),
                officer BLOB NOT NULL CHECK (length(officer) = 16),
                recorded INTEGER NOT NULL,
                content BLOB NOT NULL CHECK (length(content) = 32),
                PRIMARY KEY (jurisdiction, number),
                FOREIGN KEY (jurisdiction, content) REFERENCES sealed (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER import_sayings_no_gap BEFORE INSERT ON import_sayings
            WHEN NEW.number <> 1 + coalesce(
                (SELECT max(number) FROM import_sayings WHERE jurisdiction = NEW.jurisdiction), 0)
            BEGIN SELECT raise(ABORT, 'what was said of workbooks has no gaps'); END;

            CREATE TRIGGER import_sayings_no_update BEFORE UPDATE ON import_sayings
            BEGIN SELECT raise(ABORT, 'what was said of a workbook stays'); END;

            CREATE TRIGGER import_sayings_no_delete BEFORE DELETE ON import_sayings
            BEGIN SELECT raise(ABORT, 'what was said of a workbook stays'); END;
            """,
        postgresql: """
            CREATE TABLE import_sayings (
                jurisdiction TEXT COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
                number BIGINT NOT NULL CHECK (number >= 1),
                officer BYTEA NOT NULL CHECK (octet_length(officer) = 16),
                recorded BIGINT NOT NULL,
                content BYTEA NOT NULL CHECK (octet_length(content) = 32),
                PRIMARY KEY (jurisdiction, number),
                FOREIGN KEY (jurisdiction, content) REFERENCES sealed (jurisdiction, digest)
            );

            CREATE FUNCTION import_sayings_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.number <> 1 + coalesce(
                    (SELECT max(number) FROM import_sayings WHERE jurisdiction = NEW.jurisdiction), 0)
                THEN RAISE EXCEPTION 'what was said of workbooks has no gaps'; END IF;
                RETURN NEW;
            END $$;

            CREATE TRIGGER import_sayings_no_gap BEFORE INSERT ON import_sayings
            FOR EACH ROW EXECUTE FUNCTION import_sayings_no_gap();

            CREATE TRIGGER import_sayings_no_update BEFORE UPDATE ON import_sayings
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('what was said of a workbook stays');

            CREATE TRIGGER import_sayings_no_delete BEFORE DELETE ON import_sayings
            FOR EACH ROW EXECUTE FUNCTION sanding_refuse('what was said of a workbook stays');

            CREATE TRIGGER import_sayings_no_truncate BEFORE TRUNCATE ON import_sayings
            FOR EACH STATEMENT EXECUTE FUNCTION sanding_refuse('what was said of a workbook stays');
            """)
}
