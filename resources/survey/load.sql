-- A part of the lines, from the file that kiosk/survey/store.py wrote; an empty field is an empty text.
insert into lines
select * from read_csv(
    $file,
    auto_detect = false,
    header = false,
    nullstr = '\N',
    columns = {
        'terminal': 'varchar', 'file': 'integer', 'position': 'bigint', 'number': 'bigint', 'moment': 'timestamp',
        'visit': 'bigint', 'code': 'varchar', 'word': 'varchar', 'timing': 'varchar', 'procedure': 'varchar'
    }
);
