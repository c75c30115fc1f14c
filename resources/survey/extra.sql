-- Lines of some visits that may mean something besides their beginning and end.
select terminal, visit, number
from lines
where (terminal, visit) in (select unnest($terminals), unnest($visits))
    and code in (
        'pin_wrong', 'check_failed', 'check_passed', 'commit_blocked', 'commit_passed', 'commit_unchecked', 'result',
        'problem_shown', 'suspected_mixup', 'portal_refused', 'mixup_by_staff', 'card_away', 'card_left', 'wipe_failed',
        'idle_warning', 'limit_warning', 'staff_called', 'request_refused'
    )
order by terminal, number;
