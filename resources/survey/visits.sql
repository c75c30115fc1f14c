-- One row for each visit that somebody began: its lines that matter, and the visit with a login before it that day.
create table visits as
with used as (
    select
        terminal,
        visit,
        min(moment) filter (code = 'session_begun') as begun,
        min(number) filter (code = 'session_begun') as begun_line,
        min(moment) filter (code = 'login_done') as login,
        min(number) filter (code = 'login_done') as login_line,
        min(moment) filter (code = 'session_ended') as ended,
        min(number) filter (code = 'session_ended') as ended_line,
        arg_min(word, number) filter (code = 'session_ended') as reason,
        min(moment) filter (code = 'wipe_verified') as wiped,
        min(number) filter (code = 'wipe_verified') as wiped_line,
        arg_min(procedure, number) filter (code = 'procedure_chosen') as procedure,
        min(number) filter (code = 'procedure_chosen') as procedure_line
    from lines
    where visit > 0
    group by terminal, visit
)
select
    used.*,
    lag(visit) over by_terminal as before_visit,
    lag(begun_line) over by_terminal as before_begun_line,
    lag(login_line) over by_terminal as before_login_line,
    lag(login) over by_terminal as before_login,
    lag(ended_line) over by_terminal as before_ended_line,
    lag(ended) over by_terminal as before_ended,
    lag(reason) over by_terminal as before_reason,
    lag(wiped_line) over by_terminal as before_wiped_line
from used
where begun_line is not null or login_line is not null
window by_terminal as (partition by terminal order by visit);
