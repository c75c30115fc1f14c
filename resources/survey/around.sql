-- The visits that touched a span of time at some terminals, with the next login after each.
select
    terminal,
    visit,
    begun,
    login,
    ended,
    coalesce(reason, '') as reason,
    wiped,
    coalesce(procedure, '') as procedure,
    next_login,
    next_login_line,
    list_filter([begun_line, procedure_line, login_line, ended_line, wiped_line], n -> n is not null) as evidence
from (
    select
        *,
        min(login) over later as next_login,
        min(login_line) over later as next_login_line
    from visits
    window later as (partition by terminal order by visit rows between 1 following and unbounded following)
)
where begun < $until and coalesce(wiped, ended, begun) >= $since and list_contains($terminals, terminal)
order by begun, terminal;
