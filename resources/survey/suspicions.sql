-- Lines that say that somebody may have been taken for another person, each with the visit that it means.
-- Staff say which one: now, the one before, or an earlier one that no line names (visit 0).
create view suspicions as
select terminal, number, moment, code, word,
    case
        when code = 'mixup_by_staff' and timing = 'earlier' then 0
        when code = 'mixup_by_staff' and timing = 'before' then coalesce(
            (
                select max(visits.visit) from visits
                where visits.terminal = lines.terminal and visits.ended_line < lines.number
            ), 0)
        else visit
    end as visit
from lines
where code in ('suspected_mixup', 'portal_refused', 'mixup_by_staff', 'commit_unchecked')
    or (code = 'session_ended' and word in ('suspected_mixup', 'portal_refused', 'commit_unchecked'))
union all
-- A login although the visit before, logged in as well, has no verified wipe.
select terminal, login_line, login, 'login_done', 'unwiped', visit
from visits
where login_line is not null and before_login_line is not null
    and (before_wiped_line is null or before_wiped_line > login_line);
