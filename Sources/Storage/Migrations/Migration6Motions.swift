extension Migration {
    /// What happened to motions, one row an event: the number of the motion and that of the event in it. Rows stay, so that
    /// who did what, when and on which document can be told for good; the texts stand sealed.
    static let motions = Migration(
        version: 6,
        sql: """
            CREATE TABLE motion_events (
                jurisdiction TEXT NOT NULL CHECK (jurisdiction <> ''),
                motion INTEGER NOT NULL CHECK (motion >= 1),
                number INTEGER NOT NULL CHECK (number >= 1),
                deed INTEGER NOT NULL CHECK (deed BETWEEN 1 AND 255),
                officer BLOB NOT NULL CHECK (length(officer) = 16),
                recorded INTEGER NOT NULL,
                content BLOB NOT NULL,
                text BLOB NOT NULL CHECK (length(text) = 32),
                PRIMARY KEY (jurisdiction, motion, number),
                FOREIGN KEY (jurisdiction, text) REFERENCES sealed (jurisdiction, digest)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER motion_events_no_gap BEFORE INSERT ON motion_events
            WHEN NEW.number <> 1 + coalesce(
                (SELECT max(number) FROM motion_events
                 WHERE jurisdiction = NEW.jurisdiction AND motion = NEW.motion), 0)
            BEGIN SELECT raise(ABORT, 'the events of a motion have no gaps'); END;

            CREATE TRIGGER motion_events_no_update BEFORE UPDATE ON motion_events
            BEGIN SELECT raise(ABORT, 'an event stays'); END;

            CREATE TRIGGER motion_events_no_delete BEFORE DELETE ON motion_events
            BEGIN SELECT raise(ABORT, 'an event stays'); END;
            """)
}
