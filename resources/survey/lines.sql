-- One row for each good line of the audit files; kiosk/survey/walk.py fills it. `visit` is the number of the line
-- session_prepared that the line follows, so that it is one person at most.
create table lines (
    terminal varchar not null,
    file integer not null,
    position bigint not null,
    number bigint not null,
    moment timestamp not null,
    visit bigint not null,
    code varchar not null,
    word varchar not null,
    timing varchar not null,
    procedure varchar not null
);
