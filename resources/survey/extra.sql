-- Lines of some visits that may mean something besides their beginning and end.
select lines.terminal, lines.visit, lines.number
from lines
join (select unnest($terminals) as terminal, unnest($visits) as visit) as wanted
    on lines.visit = wanted.visit and lines.terminal = wanted.terminal
where lines.code in (
    'pin_wrong', 'check_failed', 'check_passed', 'commit_blocked', 'commit_passed', 'commit_unchecked', 'result',
    'problem_shown', 'suspected_mixup', 'portal_refused', 'mixup_by_staff', 'card_away', 'card_left', 'wipe_failed',
    'idle_warning', 'limit_warning', 'staff_called', 'request_refused'
)
order by lines.terminal, lines.number;
