-- 題：月ごとの件数
-- 説明：窓口と月ごとに、利用、ログイン、完了、申込み前の本人確認にかかった秒（中央値・95%点）、その暗証番号のまちがいと、そこでやめた利用、職員の呼び出し、消去の確認です。
with places as (
    select unnest($terminals) as terminal, unnest($windows) as place
),
visited as (
    select
        terminal,
        visit,
        min(moment) filter (code = 'session_begun') as begun,
        bool_or(code = 'login_done') as login,
        bool_or(code = 'result' and word = 'done') as done,
        bool_or(code = 'wipe_verified') as wiped,
        count(*) filter (code = 'staff_called') as calls,
        min(moment) filter (code = 'check_started') as check_began,
        min(number) filter (code = 'check_started') as check_line,
        min(moment) filter (code = 'check_passed') as check_passed
    from lines
    where visit > 0
    group by terminal, visit
    having begun >= $since and begun < $until
),
mistyped as (
    select lines.terminal, lines.visit, count(*) as wrong
    from lines
    join visited on visited.terminal = lines.terminal and visited.visit = lines.visit
    where lines.code = 'pin_wrong' and lines.number > visited.check_line
    group by lines.terminal, lines.visit
)
select
    places.place,
    strftime(visited.begun, '%Y-%m') as month,
    count(*) as visits,
    count(*) filter (login) as logins,
    count(*) filter (done) as done,
    quantile_cont(epoch(check_passed - check_began), 0.5) as check_median,
    quantile_cont(epoch(check_passed - check_began), 0.95) as check_p95,
    coalesce(sum(mistyped.wrong), 0)::bigint as wrong,
    count(*) filter (check_began is not null and check_passed is null) as given_up,
    sum(calls)::bigint as calls,
    count(*) filter (wiped) as wiped
from visited
join places on places.terminal = visited.terminal
left join mistyped on mistyped.terminal = visited.terminal and mistyped.visit = visited.visit
group by places.place, month
order by month, places.place;
